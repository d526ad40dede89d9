using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Entries into each stage in a year, as things are and with the scenario.</summary>
internal static class StageViews
{
    private const int MostDrawn = 12;

    /// <summary>The stages whose entries change most; null where nothing changes or there is no scenario.</summary>
    public static ChartView? Of(FutureAnswer answer)
    {
        if (answer.Scenario is null) return null;
        FutureVisit[] all = [.. answer.Visits.Where(v => v.Baseline + v.With > 0)];
        HashSet<FutureVisit> most = [.. all.Where(v => v.IsRecorded && v.Change != 0).OrderByDescending(v => Math.Abs(v.Change)).Take(MostDrawn)];
        FutureVisit[] drawn = [.. all.Where(most.Contains)];
        if (drawn.Length == 0) return null;
        return new("stages", Headline(drawn), $"Change in entries a year, with the scenario less as things are, of the {drawn.Length} stages and services where it is greatest, in the order people meet them.{FutureWords.Whom(answer)}",
            new BarDrawing(new Unit("entries a year", Decimals: drawn.Max(v => Math.Abs(v.Change)) < 20 ? 1 : 0), [.. drawn.Select(Title)], [new("Change", [.. drawn.Select(v => (double?)Math.Round(v.Change, 2))])]),
            new TableView("Entries a year into every stage and service", [new("Stage"), new("As things are", true), new("With the scenario", true), new("Change", true)],
                [.. all.Select(v => Row.Of(Title(v), FutureWords.Cell(v.Baseline), FutureWords.Cell(v.With), FutureWords.Cell(v.Change)))])
            { Notes = ["A person may enter a stage more than once in a year."] },
            FutureWords.From(answer))
        { HeadingLevel = 3 };
    }

    private static string Headline(FutureVisit[] drawn)
    {
        FutureVisit less = drawn.MinBy(v => v.Change)!, more = drawn.MaxBy(v => v.Change)!;
        return (less.Change < 0, more.Change > 0) switch
        {
            (true, true) => $"{Title(less)} falls most, by {FutureWords.Amount(less.Change)} a year; {FutureWords.Lower(Title(more))} rises most, by {FutureWords.Amount(more.Change)}",
            (true, false) => $"{Title(less)} falls most, by {FutureWords.Amount(less.Change)} a year",
            _ => $"{Title(more)} rises most, by {FutureWords.Amount(more.Change)} a year",
        };
    }

    private static string Title(FutureVisit visit) => FutureWords.Titled(visit.Id) + (visit.IsService ? " (service)" : "");
}
