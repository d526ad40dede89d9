using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Whom it changes things for: the main measures by sex and age, by area or by ethnicity, as the answer counts people.</summary>
internal static class GroupViews
{
    private static readonly string[] OfGroups = ["people-in-custody", "custodial-sentences", "proven", "arrests"];

    /// <summary>The change in one measure by group; null where people are alike or there is no scenario.</summary>
    public static ChartView? Of(FutureAnswer answer)
    {
        if (answer.Scenario is null) return null;
        var by = OfGroups.Select(id => (Of: answer.Lines.FirstOrDefault(l => l.Id == id), Groups: answer.ByGroup(id))).Where(m => m.Of is not null && m.Groups.Count > 0).ToList();
        if (by.Count == 0) return null;
        (FutureLine? of, IReadOnlyList<FutureLine> groups) = by.FirstOrDefault(m => FutureWords.IsClear(m.Of!), by[0]);
        int years = answer.Asked.Years;
        double? At(FutureLine l, Func<(double Mean, double Low, double High), double> value) => Math.Round(value(FutureWords.Yearly(l, l.OverAll.Difference, years)), 3);
        FutureLine most = groups.MaxBy(g => Math.Abs(g.OverAll.Difference.Mean))!;
        bool bySexAndAge = answer.Baseline.Model.CountedBy is null;
        string counted = bySexAndAge ? "sex and age when the case began" : answer.CountedBy;
        string headline = most.OverAll.Difference.Mean == 0 ? $"{of!.Title}: no group’s changes" : $"{of!.Title}{FutureWords.Per(of)}: most of the change is for {most.Title}";
        return new(bySexAndAge ? "groups" : $"groups-{answer.CountedBy}", headline, $"{of.Title}{FutureWords.Per(of)}, change by {counted}; {FutureWords.Ranges(answer)}",
            new BarDrawing(new Unit(of.Unit, Decimals: groups.Max(g => Math.Abs(g.OverAll.Difference.Mean)) < 20 * (of.IsLevel ? 1 : years) ? 1 : 0), [.. groups.Select(g => FutureWords.Capital(g.Title))],
                [new("Change", [.. groups.Select(g => At(g, f => f.Mean))], [.. groups.Select(g => At(g, f => f.Low))], [.. groups.Select(g => At(g, f => f.High))])]),
            new TableView($"The main measures by {counted}, a year’s worth", [new("Group"), new("Measure"), new("As things are", true), new("With the scenario", true), new("Difference", true), new("Range", true), new("Change", true)],
                [.. by.SelectMany(m => m.Groups.Select(g => RowOf(m.Of!, g, years)))])
            { Notes = answer.Asked.Only is { } only ? [$"Only {only.InWords} are followed, now or later: for the others nothing changes, and they are not counted here."] : ["The change is set beside what the group has as things are: equal shares would leave the groups as unequal as they were."] },
            FutureWords.From(answer))
        { HeadingLevel = 3 };
    }

    private static Row RowOf(FutureLine measure, FutureLine group, int years)
    {
        if (group.OverAll.Baseline.Mean == 0 && group.OverAll.With.Mean == 0) return Row.Of(FutureWords.Capital(group.Title), measure.Title, "none followed", "none followed", "", "", "");
        var (was, _, _) = FutureWords.Yearly(group, group.OverAll.Baseline, years);
        var (then, _, _) = FutureWords.Yearly(group, group.OverAll.With, years);
        var (gap, low, high) = FutureWords.Yearly(group, group.OverAll.Difference, years);
        return Row.Of(FutureWords.Capital(group.Title), measure.Title, FutureWords.Cell(was), FutureWords.Cell(then), FutureWords.Cell(gap), FutureWords.Range(low, high), was > 0 ? FutureWords.Share(gap / was) : "n/a");
    }
}
