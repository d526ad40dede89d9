using System.Globalization;

namespace Shiremoot.Economics;

/// <summary>The figures of an appraisal in words, the same at both doors.</summary>
public static class FigureWords
{
    /// <summary>A name of <see cref="OptionKernel.Figures"/> in words.</summary>
    public static string Title(string figure) => figure switch
    {
        "net_present_public_value" => "Net present public value",
        "net_present_budget_impact" => "Net present budget impact (above nought costs, under nought saves)",
        "present_value_costs" => "Costs, present value",
        "present_value_benefits" => "Benefits, present value",
        "present_value_fiscal" => "Fiscal savings at average cost, present value",
        "present_value_cashable" => "Of those, cashable",
        "present_value_economic" => "Economic gains, present value",
        "present_value_social" => "Social gains, present value",
        "benefit_cost_ratio" => "Benefit-cost ratio",
        "financial_return" => "Financial return on a pound of public money",
        "payback_year" => "Paid back, discounted",
        "payback_year_undiscounted" => "Paid back, not discounted",
        "present_value_marginal" => "Fiscal savings at marginal cost, present value",
        "present_value_stepped" => "Fiscal savings by steps, present value",
        "total_costs" => "Costs, not discounted",
        "total_fiscal" => "Fiscal savings at average cost, not discounted",
        "net_present_cash" => "Cashable savings less cash spent, present value",
        _ => figure,
    };

    /// <summary>A figure as shown: pounds, a ratio, a year; n/a where it has no meaning.</summary>
    public static string Shown(Appraisal appraisal, AppraisalFigure figure) => (figure.Name, figure.Value) switch
    {
        ("payback_year" or "payback_year_undiscounted", { } year) => string.Create(CultureInfo.InvariantCulture, $"{appraisal.Years[(int)year].Label} (year {year})"),
        ("payback_year" or "payback_year_undiscounted", null) => "not within these years",
        ("benefit_cost_ratio" or "financial_return", { } ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture),
        (_, null) => "n/a",
        (_, { } pounds) => Pounds(pounds),
    };

    /// <summary>Whole pounds from a hundred on, pence under it, £0 for nothing.</summary>
    public static string Pounds(double? pounds) => pounds is { } p ? p.ToString(p == 0 || Math.Abs(p) >= 99.5 ? "£#,##0;-£#,##0" : "£#,##0.00;-£#,##0.00", CultureInfo.InvariantCulture) : "n/a";

    /// <summary>A name as the beginning of a line: victims, Victims.</summary>
    public static string Capital(string name) => name.Length == 0 ? name : $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
