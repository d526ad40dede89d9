using Shiremoot.Economics;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>The key figures of an option, each opening as the sum it is.</summary>
internal static class OptionFigures
{
    public static IReadOnlyList<FigureView> Of(Appraisal a)
    {
        bool isDearer = a["net_present_budget_impact"] > 0;
        return
        [
            Figure(a, "net_present_public_value", "Net present public value", OptionWords.Short(a["net_present_public_value"]), "Benefits to everyone less all costs"),
            Figure(a, "net_present_budget_impact", isDearer ? "Public budgets are worse off by" : "Public budgets are better off by", OptionWords.Short(Math.Abs(a["net_present_budget_impact"]!.Value)), "What agencies spend and lend less what they save"),
            Figure(a, "benefit_cost_ratio", "Benefit-cost ratio", OptionWords.Figure(a, "benefit_cost_ratio"), "Benefits for each pound of cost"),
            Figure(a, "payback_year", "Paid back", a["payback_year"] is { } year ? a.Years[(int)year].Label : "Not by then", a["payback_year"] is null ? $"Not within these years: by {a.Years[^1].Label} it is under nought" : "To everyone, discounted"),
            Figure(a, "present_value_costs", "Costs", OptionWords.Short(a["present_value_costs"]), "All costs, lent and given too"),
            Figure(a, "present_value_cashable", "Cashable savings", OptionWords.Short(a["present_value_cashable"]), "What can be taken out of budgets"),
        ];
    }

    private static FigureView Figure(Appraisal a, string name, string label, string value, string detail)
    {
        WorkedSum sum = a.Explain(name).Value;
        string exact = OptionWords.Figure(a, name);
        return new FigureView(label, value, exact.StartsWith('£') || exact.StartsWith('-') ? $"{exact}. {detail}" : detail,
            new Why(FigureWords.Title(name), [.. sum.Lines.Select(l => l.Trim())], $"{OptionWords.Span(a)}, at {a.Option.PriceYear} prices, discounted by {a.Option.Discounting.Id}", OptionWords.From(a), "appraisal"));
    }
}
