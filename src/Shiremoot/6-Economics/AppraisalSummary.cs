using System.Globalization;

namespace Shiremoot.Economics;

/// <summary>An appraisal in sentences.</summary>
public static class AppraisalSummary
{
    /// <summary>A sentence for each thing a board would ask first, the headline of the option's perspective first.</summary>
    public static IReadOnlyList<string> Summary(this Appraisal a)
    {
        (double costs, double benefits, double budget) = (a["present_value_costs"]!.Value, a["present_value_benefits"]!.Value, a["net_present_budget_impact"]!.Value);
        string worth = Line($"Over {a.Years.Count} {(a.Years.Count == 1 ? "year" : "years")} from {a.Option.FirstYear} it costs {P(costs)} and brings {P(benefits)} (present values, prices of {a.Option.PriceYear}): a net value of {P(benefits - costs)}{(a["benefit_cost_ratio"] is { } ratio ? Line($", {ratio:0.00} for each pound") : ", and no ratio, for costs are not above nought")}.");
        string purse = budget > 0
            ? Line($"Public budgets are {P(budget)} worse off: agencies save {P(a["present_value_fiscal"])} at average cost.")
            : Line($"Public budgets are {P(-budget)} better off: agencies save {P(a["present_value_fiscal"])} at average cost.");
        List<string> says = a.Option.Perspective == AppraisalPerspective.Society ? [worth, purse] : [purse, worth];
        says.Add(Line($"Of that saving {P(a["present_value_cashable"])} is cashable; at marginal cost it is {P(a["present_value_marginal"])}, by whole steps and marginal cost {P(a["present_value_stepped"])}."));
        says.Add(Line($"Paid back to everyone, discounted: {FigureWords.Shown(a, a.Figures.First(f => f.Name == "payback_year"))}. Internal return: to everyone {Lower(a.Returns[0].Says)} To public budgets {Lower(a.Returns[1].Says)}"));
        foreach (BreakEvenEffect even in a.BreakEvens) says.Add(Line($"Break-even for {even.Of} ({even.Input}): {even.Says}"));
        foreach (OptionClaim claim in a.Option.Claims)
            says.Add(Line($"Others have said {P(claim.Pounds)} for '{FigureWords.Title(claim.Figure)}' ({claim.Source}); the central value here is {P(a[claim.Figure])}. The claim is in no sum."));
        int assumed = a.Option.Inputs.Count(i => i.IsAssumption);
        says.Add(Line($"It rests on {a.Option.Inputs.Count} numbers, {assumed} of them assumptions that nobody has found out."));
        return says;
    }

    private static string Lower(string says) => says.StartsWith("There", StringComparison.Ordinal) ? string.Concat("t", says.AsSpan(1)) : says;

    private static string P(double? pounds) => FigureWords.Pounds(pounds);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
