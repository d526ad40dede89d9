using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Costs;

/// <summary>What a flow cost one agency in the latest period it has a figure for.</summary>
internal sealed record FlowBill(Flow Flow, FlowCost Cost)
{
    /// <summary>The latest period of each flow. Series end in different years, so this is the newest that is known and not one year's bill.</summary>
    public static IReadOnlyList<FlowBill> Latest(PlaceCosts priced) =>
        [.. priced.Flows.Priced.SelectMany(flow => LastOf([.. priced.Costs.Lines.Where(l => l.Flow == flow.Id)]).Select(l => new FlowBill(flow, l)))];

    /// <summary>By agency and kind, the flows that may be added and no others.</summary>
    public static Outcome<IReadOnlyList<AgencyCost>> ByAgency(PlaceCosts priced)
    {
        // Asked for first, because it refuses flows whose unit costs overlap.
        if (priced.Costs.ByAgency().Refused(out Refusal? why, out _)) return why;
        return Outcome.Of<IReadOnlyList<AgencyCost>>([.. Latest(priced).Where(b => b.Flow.IsInTotal).GroupBy(b => (b.Cost.Agency, b.Cost.Kind))
            .Select(g => new AgencyCost("", g.Key.Agency, g.Key.Kind, new(g.Sum(b => b.Cost.Cost.Pounds)))).OrderByDescending(a => a.Cost.Pounds)]);
    }

    // Lines stand in the order of their periods.
    private static IEnumerable<FlowCost> LastOf(FlowCost[] lines) => lines.Length == 0 ? [] : lines.Where(l => l.Period == lines[^1].Period);
}
