using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>How people move from stage to stage, as flows.</summary>
internal static class FlowChart
{
    /// <summary>The chart; null where no flow may be shown.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="subtitle">Whose pathways, of what period.</param>
    /// <param name="flows">The flows that may be shown.</param>
    /// <param name="source">Where they come from.</param>
    public static ChartView? Of(string id, string subtitle, PeopleFlows flows, Source source)
    {
        if (flows.Flows.Count == 0) return null;
        List<SankeyNode> nodes = [];
        Dictionary<(string, int), int> places = [];
        int Place(string name, int step)
        {
            if (places.TryGetValue((name, step), out int there)) return there;
            nodes.Add(new SankeyNode(name, step));
            return places[(name, step)] = nodes.Count - 1;
        }
        SankeyLink[] links = [.. flows.Flows.Select(f => new SankeyLink(Place(f.From, f.Step - 1), Place(f.To, f.Step), f.People.Shown ?? 0))];
        return new ChartView(id, Reading(flows), subtitle, new SankeyDrawing(new Unit("people"), nodes, links), Table(flows, subtitle), source);
    }

    /// <summary>"Most people go from arrest to charge (620 of 1,000)": the largest flow of the first step; "most often" where it is not of more than half.</summary>
    public static string Reading(PeopleFlows flows)
    {
        int step = flows.Flows.Min(f => f.Step);
        PeopleFlow largest = flows.Flows.Where(f => f.Step == step).MaxBy(f => f.People.Shown ?? 0)!;
        bool isMost = flows.People.Shown is { } all && largest.People.Shown * 2 > all;
        string goes = largest.Becomes switch
        {
            PathwayFlowKind.Ends => $"have {largest.From} and nothing after it",
            PathwayFlowKind.GoesOn => $"go on after {largest.From}",
            _ => $"go from {largest.From} to {largest.To}",
        };
        return $"{(isMost ? "Most people" : "Most often people")} {goes} ({largest.People} of {flows.People})";
    }

    private static TableView Table(PeopleFlows flows, string caption) => new(caption, [new("From"), new("At step", true), new("To"), new("People", true)],
        [.. flows.Flows.Select(f => Row.Of(f.From, f.Step.ToString(CultureInfo.InvariantCulture), f.To, f.People.ToString()))])
    { Notes = ["A flow of few people is not listed, nor is one beside it that would give it away; so what leaves a stage may be less than what reaches it.", .. PeopleTable.Marks(flows.Rules)] };
}
