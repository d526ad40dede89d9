using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Where people go: entries into each stage in a year, as things are and with the scenario.</summary>
internal static class StageViews
{
    private const int MostDrawn = 10;

    /// <summary>One stage or service: how often it is entered in a year.</summary>
    private sealed record Visited(string Title, double Before, double After)
    {
        public double Change => After - Before;
    }

    /// <summary>The stages whose entries change most; null where nothing changes or there is no scenario.</summary>
    public static ChartView? Of(FutureAnswer answer)
    {
        if (answer.WithRuns is not { } with) return null;
        Visited[] all = [.. Names(with).Select(n => new Visited(n.Title, Entries(answer, answer.BaselineRuns, n.Id, n.IsService), Entries(answer, with, n.Id, n.IsService))).Where(v => v.Before + v.After > 0)];
        HashSet<Visited> most = [.. all.OrderByDescending(v => Math.Abs(v.Change)).Take(MostDrawn)];
        Visited[] drawn = [.. all.Where(most.Contains)];
        if (drawn.All(v => v.Change == 0)) return null;
        Visited less = drawn.MinBy(v => v.Change)!, more = drawn.MaxBy(v => v.Change)!;
        string headline = (less.Change < 0, more.Change > 0) switch
        {
            (true, true) => $"{less.Title} loses most, {FutureWords.Amount(less.Change)} a year; {FutureWords.Lower(more.Title)} gains most, {FutureWords.Amount(more.Change)}",
            (true, false) => $"{less.Title} loses most, {FutureWords.Amount(less.Change)} a year",
            _ => $"{more.Title} gains most, {FutureWords.Amount(more.Change)} a year",
        };
        return new("stages", headline, $"Entries a year into the {drawn.Length} stages and services where they change most, in the order people meet them.{FutureWords.Whom(answer)}",
            new BarDrawing(new Unit("entries a year", Decimals: drawn.Max(v => Math.Max(v.Before, v.After)) < 20 ? 1 : 0), [.. drawn.Select(v => v.Title)],
                [new("As things are", [.. drawn.Select(v => (double?)Math.Round(v.Before, 2))]), new("With the scenario", [.. drawn.Select(v => (double?)Math.Round(v.After, 2))])]),
            new TableView("Entries a year into every stage and service", [new("Stage"), new("As things are", true), new("With the scenario", true), new("Change", true)],
                [.. all.Select(v => Row.Of(v.Title, FutureWords.Cell(v.Before), FutureWords.Cell(v.After), FutureWords.Cell(v.Change)))])
            { Notes = ["A person may enter a stage more than once in a year. Which stage people came from is not counted, so no flow between two stages is shown."] },
            FutureWords.From(answer))
        { HeadingLevel = 3 };
    }

    private static IEnumerable<(string Id, string Title, bool IsService)> Names(SimulatedRuns runs) =>
        runs.Stages.Select(s => (s, FutureWords.Titled(s), false)).Concat(runs.Services.Select(s => (s, $"{FutureWords.Titled(s)} (service)", true)));

    private static double Entries(FutureAnswer answer, SimulatedRuns runs, string id, bool isService)
    {
        int at = (isService ? runs.Services : runs.Stages).ToList().IndexOf(id);
        if (at < 0) return 0;
        int row = isService ? runs.Stages.Count + at : at;
        return Enumerable.Range(0, runs.Groups.Count).Sum(g => runs.Sums(SimulatedFigure.Entries, runs.Row(row, g), 0, runs.PeriodDays.Count).Average()) / answer.Asked.Years;
    }
}
