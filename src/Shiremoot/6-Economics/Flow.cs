using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>What part of a measure's figure is the number of units that are priced.</summary>
public enum FlowQuantity
{
    /// <summary>Its value: a measure that is a count.</summary>
    Value,

    /// <summary>The number behind it: a measure that is a rate or a proportion.</summary>
    Numerator,
}

/// <summary>A flow of the place that is priced: a series, and the unit cost that fits it.</summary>
/// <param name="Id">Unique in the place: arrests.</param>
/// <param name="Title">As shown.</param>
/// <param name="Measure">The id of the measure its numbers come from.</param>
/// <param name="Where">Which part of the measure: sex: Female. Empty for all of it.</param>
/// <param name="Quantity">Which figure of the measure is the number of units.</param>
/// <param name="UnitCost">The code it is priced at.</param>
/// <param name="Per">The unit counted, as the unit cost writes it; a unit cost of another unit is refused.</param>
/// <param name="PartOf">The flow it is within ("of which"), so that a total leaves it out. Null if it stands by itself.</param>
/// <param name="IsInTotal">False if it is within another flow, or overlaps one so that adding both would count something twice.</param>
/// <param name="Note">How well the unit cost fits, and what it leaves out.</param>
public sealed record Flow(
    string Id, string Title, string Measure, IReadOnlyList<(string Dimension, string Value)> Where, FlowQuantity Quantity,
    string UnitCost, string Per, string? PartOf, bool IsInTotal, string Note);

/// <summary>What a place might have priced and does not, with the reason.</summary>
public sealed record FlowLeftOut(string What, string Why);

/// <summary>The flows a place prices: costs/flows.yaml.</summary>
public sealed record Flows(IReadOnlyList<Flow> Priced, IReadOnlyList<FlowLeftOut> LeftOut)
{
    /// <summary>Reads the flows of a place and checks each against the unit costs.</summary>
    public static Outcome<Flows> Read(string path, string shownAs, UnitCosts costs) => PlaceFile.Read(path, shownAs, map =>
    {
        IReadOnlyList<MapNode> nodes = map.Maps("flows");
        Flow[] flows = [.. nodes.Select(m => ReadOne(m, costs))];
        HashSet<string> ids = [];
        foreach ((Flow flow, MapNode node) in flows.Zip(nodes))
        {
            if (!ids.Add(flow.Id)) node.Fault("id", $"'{flow.Id}' is there twice; rename one.");
            if (flow.PartOf is { } whole && (whole == flow.Id || flows.All(f => f.Id != whole))) node.Fault("part_of", $"'{whole}' is not another flow of this file.");
        }
        return new Flows(flows, [.. map.Maps("left_out").Select(m => new FlowLeftOut(m.Text("what"), m.Text("why")))]);
    });

    private static Flow ReadOne(MapNode map, UnitCosts costs)
    {
        string? whole = map.TextOr("part_of");
        Flow flow = new(
            map.Text("id"), map.Text("title"), map.Text("measure"), map.Pairs("where"),
            map.Choice("quantity", ("value", FlowQuantity.Value), ("numerator", FlowQuantity.Numerator)),
            map.Text("unit_cost"), map.Text("per"), whole, map.Flag("in_total", otherwise: true) && whole is null, map.Text("note"));
        if (costs.Find(flow.UnitCost).Refused(out Refusal? why, out UnitCost? unit)) map.Fault("unit_cost", $"names no unit cost: {why.Says}");
        else if (unit.Per != flow.Per) map.Fault("per", $"is '{flow.Per}', but {flow.UnitCost} is '{unit.Per}'; price it at a unit cost of its own unit.");
        return flow;
    }
}
