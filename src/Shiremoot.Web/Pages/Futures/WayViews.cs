using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Who goes where: from step to step in a year, as things are and with the scenario, as flows read from the left.</summary>
internal static class WayViews
{
    // A flow under a five-hundredth of the largest would be thinner than a line.
    private const double Thin = 0.002;

    /// <summary>The flows; null where they were not counted.</summary>
    public static ChartView? Of(FutureAnswer answer)
    {
        if (answer.Ways is not { Ways.Count: > 0 } ways) return null;
        bool compares = answer.Scenario is not null;
        string of = compares ? "People who go from step to step in a year with the scenario; in brackets the change, where the runs are sure of it" : "People who go from step to step in a year";
        Source source = new(Origin.Generated, $"Simulated with the place’s model, whose people are generated: {ways.Asked.Runs} runs in which ways are counted, seed {ways.Asked.Seed}");
        return new("ways", compares ? Changed(ways) : ComeBack(ways), $"{of}. Mean over {answer.Asked.Years} years.{FutureWords.Whom(answer)}", Drawing(WayPicture.Of(ways), compares), Table(ways, compares, FutureWords.Whom(answer)), source)
        { HeadingLevel = 3, IsWide = true };
    }

    private static SankeyDrawing Drawing(WayPicture picture, bool compares)
    {
        double thin = Thin * picture.Links.Max(l => Math.Max(l.Way.Baseline, l.Way.With));
        return new(new Unit("people a year"), [.. picture.Nodes.Select(n => new SankeyNode(n.Step.Title, n.Column, Says(n.People, compares)))],
            [.. picture.Links.Where(l => Math.Max(l.Way.Baseline, l.Way.With) >= thin || (l.Way.IsChanged && Math.Abs(l.Way.Change.Mean) >= thin)).SelectMany(l => Parts(l, compares))])
        { Key = compares ? new("Go this way only with the scenario", "No longer go this way") : null };
    }

    // What stays, and beside it what the scenario adds or takes away, where the runs agree that it does.
    private static IEnumerable<SankeyLink> Parts(WayLink link, bool compares)
    {
        FutureWay way = link.Way;
        string says = Says(way, compares);
        SankeyLink Part(double value, string? change) => new(link.From, link.To, Math.Round(value, 2)) { Change = change, Says = says };
        if (!compares || !way.IsChanged) return [Part(compares ? way.With : way.Baseline, null)];
        SankeyLink[] parts = [Part(Math.Min(way.Baseline, way.With), null), Part(Math.Abs(way.Change.Mean), way.Change.Mean > 0 ? "more" : "fewer")];
        return parts.Where(p => p.Value > 0);
    }

    private static string Says(FutureWay way, bool compares) => !compares ? FutureWords.Amount(way.Baseline) : way.IsChanged ? $"{FutureWords.Amount(way.With)} ({Signed(way.Change.Mean)})" : FutureWords.Amount(way.With);

    // The way whose people fall most, or rise most where that is more; with what becomes of them instead, if they came from one step.
    private static string Changed(FutureWays ways)
    {
        FutureWay[] changed = [.. ways.Ways.Where(w => w.IsChanged).OrderByDescending(w => Math.Abs(w.Change.Mean))];
        if (changed.Length == 0) return "No way from one step to the next changes clearly";
        FutureWay most = changed[0];
        string says = $"About {FutureWords.Amount(most.Change.Mean)} {MoreOrFewer(most)} people a year go from {Named(most.From)} to {Named(most.To)}";
        return changed.FirstOrDefault(w => w.From == most.From && w.Change.Mean * most.Change.Mean < 0) is { } other ? $"{says}, {FutureWords.Amount(other.Change.Mean)} {MoreOrFewer(other)} to {Named(other.To)}" : says;
    }

    private static string ComeBack(FutureWays ways)
    {
        double all = ways.Ways.Where(w => w.From.Place == WayPlace.Start).Sum(w => w.Baseline), first = ways.Ways.Where(w => w.From == FutureWayStep.FirstTime).Sum(w => w.Baseline);
        return $"Of about {FutureWords.Amount(all)} people who come in each year, {FutureWords.Amount(all - first)} have come back";
    }

    private static TableView Table(FutureWays ways, bool compares, string whom)
    {
        Column[] columns = [new("From"), new("To"), new("As things are", true), .. compares ? [new("With the scenario", true), new("Change", true), new("Range of the change", true)] : (Column[])[]];
        return new($"People a year from each step to the next.{whom}", columns,
            [.. ways.Ways.Select(w => new Row([w.From.Title, w.To.Title, FutureWords.Cell(w.Baseline), .. compares ? [FutureWords.Cell(w.With), FutureWords.Cell(w.Change.Mean), FutureWords.Range(w.Change.Low, w.Change.High)] : (Cell[])[]]))])
        {
            Notes =
            [
                "Whoever comes back comes in again, so one person may be counted more than once. A step is what something is recorded of; what lies between two steps is passed through. Who is still at a step at the end has not left it: what comes to a step and what leaves it differ by so many.",
                .. compares ? ["A change is coloured in the picture where its range leaves nought out; a flow too thin to see stands in this table alone. The ways are counted in runs of their own, fewer than those of the other figures."] : (string[])[],
            ],
        };
    }

    private static string MoreOrFewer(FutureWay way) => way.Change.Mean > 0 ? "more" : "fewer";

    private static string Named(FutureWayStep step) => $"‘{FutureWords.Lower(step.Title)}’";

    private static string Signed(double change) => (change > 0 ? "+" : "−") + FutureWords.Amount(Math.Abs(change));
}
