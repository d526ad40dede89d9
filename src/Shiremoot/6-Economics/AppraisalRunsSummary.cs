using System.Globalization;

namespace Shiremoot.Economics;

/// <summary>What the draws of an option say, in sentences.</summary>
public static class AppraisalRunsSummary
{
    private const int Named = 3;

    /// <summary>Whether it pays and how far the answer may lie, for the option's own perspective first; who gains; by when; what decides it; where claims lie.</summary>
    public static IReadOnlyList<string> Summary(this AppraisalRuns r)
    {
        AppraisalOption option = r.Appraisal.Option;
        List<string> says = [.. (option.Perspective == AppraisalPerspective.Society ? r.Choices : r.Choices.Reverse()).Select(c => Pays(r, c))];
        says.AddRange(r.Bearers.Where(b => b.IsAgency).Select(b => Line($"In {Of100(b.Net.ShareAboveNought.Value)} it pays for {b.Bearer}; {Middle(b.Net)}.")));
        says.Add(Repaid("For everyone", r.Fan));
        says.Add(Repaid("For public budgets", r.BudgetFan));
        DrawnRatio ratio = r.Ratios[0];
        if (ratio.Percentiles.Count > 0)
            says.Add(Line($"Benefits for each pound: the middle 90% of draws is {ratio.Percentiles[0].At.Value:0.00} to {ratio.Percentiles[^1].At.Value:0.00}{(ratio.ShareLeftOut > 0 ? Line($", leaving out {Of100(ratio.ShareLeftOut)} in which costs are not above nought and it has no meaning") : "")}."));
        foreach (DrawnChoice choice in r.Choices) says.Add(Knowing(choice));
        foreach (DrawnClaim claim in r.Claims) says.Add(Claimed(r, claim));
        says.Add(Line($"{r.Draws:#,##0} draws of {option.Inputs.Count(i => i.Spread.Kind != DistributionKind.Fixed)} uncertain numbers, seed {r.Seed}. The shares are as good as the spreads stated."));
        return says;
    }

    // Year by year until it changes no more.
    private static string Repaid(string whose, IReadOnlyList<DrawnYear> years)
    {
        string[] shares = [.. years.Select(y => Of100(y.ShareRepaid.Value))];
        int told = shares.Length;
        while (told > 1 && shares[told - 2] == shares[^1]) told--;
        string later = told < shares.Length ? Line($", and so until {years[^1].Label}") : "";
        return Line($"{whose} it has paid back, discounted, by the end of {string.Join(", ", years.Take(told).Select((y, t) => Line($"{y.Label} in {shares[t]}")))}{later}.");
    }

    private static string Pays(AppraisalRuns r, DrawnChoice choice)
    {
        DrawnFigure net = r[choice.Figure];
        return Line($"In {Of100(net.ShareAboveNought.Value)} it pays for {choice.Of}; {Middle(net)}, the mean {P(net.Mean.Value)} (give or take {P(net.Mean.Error)} by the drawing).");
    }

    private static string Middle(DrawnFigure net) => Line($"the middle 90% is {P(net.Below(0.05))} to {P(net.Below(0.95))}");

    private static string Knowing(DrawnChoice choice)
    {
        string most = string.Join(", ", choice.Influences.Take(Named).Select(i => Line($"{i.Input} ({100 * i.ShareOfVariance:0}% of the variance)")));
        ValueOfInformation worth = choice.Information;
        (string? input, double value) = worth.ByInput.Count > 0 ? worth.ByInput[0] : default;
        string better = worth.Best is null ? "not to do it" : "to do it";
        return Line($"For {choice.Of} what matters most is {most}. On what is known the better choice is {better}; to know everything first would be worth {P(worth.Perfect.Value)}{(value > 0 ? Line($", to know {input} alone {P(value)}") : "")}.");
    }

    private static string Claimed(AppraisalRuns r, DrawnClaim claim)
    {
        string figure = Line($"The claim of {P(claim.Claim.Pounds)} for '{FigureWords.Title(claim.Claim.Figure)}'");
        if (claim.ShareAtLeast is not { } share) return $"{figure} is of a year and is not looked for in the draws.";
        DrawnFigure? drawn = r.Figures.FirstOrDefault(f => f.Name == claim.Claim.Figure);
        string range = drawn is null ? "" : Line($"; {Middle(drawn)}, the median {P(drawn.Below(0.5))}");
        return Line($"{figure} is reached in {Of100(share.Value)}{range}.");
    }

    /// <summary>A share as so many of 100 draws: whole, and never nought or all where some do and some do not.</summary>
    public static string Of100(double share) => share switch
    {
        > 0 and < 0.01 => "fewer than 1 of 100 draws",
        > 0.99 and < 1 => "more than 99 of 100 draws",
        _ => Line($"{100 * share:0} of 100 draws"),
    };

    private static string P(double pounds) => FigureWords.Pounds(pounds);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
