using Shiremoot.Economics;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>What a place's flows cost at the prices of one year, and what is not priced and why.</summary>
/// <param name="Costs">Costs by flow, period, agency and kind.</param>
/// <param name="Flows">The flows, and what might have been priced and is not.</param>
/// <param name="Unpriced">Flows whose measure could not be drawn or has no figure, with the reason.</param>
public sealed record PlaceCosts(FlowCosts Costs, Flows Flows, IReadOnlyList<FlowLeftOut> Unpriced);

public sealed partial class Shire
{
    private readonly Lazy<Outcome<UnitCosts>> unitCosts;

    /// <summary>The unit costs: the country's, with the place's own over them.</summary>
    public Outcome<UnitCosts> UnitCosts => unitCosts.Value;

    /// <summary>What the place says it spends; empty where it says nothing.</summary>
    public Outcome<IReadOnlyList<Spend>> Spending()
    {
        string path = Path.Combine(Place.FolderPath, "costs", "spend.yaml");
        return File.Exists(path) ? Spend.Read(path, "costs/spend.yaml") : Outcome.Of<IReadOnlyList<Spend>>([]);
    }

    /// <summary>What the place's flows cost at the prices of a year: the figures of its measures times the unit costs that fit them.</summary>
    public Outcome<PlaceCosts> PriceFlows(string year)
    {
        if (UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || Measures.Refused(out why, out PlaceMeasures? known)) return why;
        string? path = PlaceFolders.Of(Place).Select(f => Path.Combine(f, "costs", "flows.yaml")).LastOrDefault(File.Exists);
        if (path is null) return FlowCosts.Price([], costs, year).Then<PlaceCosts>(none => new PlaceCosts(none, new Flows([], []), []));
        if (Flows.Read(path, "costs/flows.yaml", costs).Refused(out why, out Flows? flows)) return why;
        List<FlowRow> rows = [];
        List<FlowLeftOut> unpriced = [];
        foreach (Flow flow in flows.Priced)
        {
            AreaMeasure? measure = known.OfAreas.FirstOrDefault(m => m.Id == flow.Measure);
            if (measure is null) return Refusals.NoSuchMeasure(flow.Measure, known.Ids);
            if (DrawAreas(measure, AreaQuestion.Plain with { By = [.. flow.Where.Select(w => w.Dimension)] }).Refused(out why, out AreaPicture? picture)) unpriced.Add(new FlowLeftOut(flow.Title, why.Says));
            else rows.AddRange(RowsOf(flow, picture));
        }
        return FlowCosts.Price(rows, costs, year, flows).Then<PlaceCosts>(priced => new PlaceCosts(priced, flows, unpriced));
    }

    /// <summary>How much of each line of spend the flows explain, at the prices of its year: the lines that name flows or say why none can.</summary>
    public Outcome<IReadOnlyList<SpendExplained>> ExplainSpending()
    {
        if (Spending().Refused(out Refusal? why, out IReadOnlyList<Spend>? spend)) return why;
        List<SpendExplained> explained = [];
        foreach (var year in spend.Where(s => s.Year is not null && (s.ExplainedBy.Count > 0 || s.NotExplained.Length > 0)).GroupBy(s => s.Year!))
        {
            if (PriceFlows(year.Key).Refused(out why, out PlaceCosts? priced)) return why;
            foreach (Spend line in year)
                if (SpendExplained.Of(line, priced.Costs, priced.Flows).Refused(out why, out SpendExplained? one)) return why;
                else explained.Add(one);
        }
        return explained;
    }

    // The place's areas together: their total where adding up means something, and otherwise the counts behind their rates.
    private static IEnumerable<FlowRow> RowsOf(Flow flow, AreaPicture picture)
    {
        string[] wanted = [.. flow.Where.Select(w => w.Value)];
        foreach (string period in picture.Periods)
        {
            double? quantity = flow.Quantity == FlowQuantity.Value
                ? picture.Totals.FirstOrDefault(t => t.Period == period && t.Group.SequenceEqual(wanted))?.Figure.Value
                : SumOf([.. picture.Rows.Where(r => r.Period == period && r.Group.SequenceEqual(wanted)).Select(r => r.Figure.Numerator)]);
            if (quantity is { } units) yield return new FlowRow(flow.Id, (decimal)units, flow.UnitCost, period);
        }
    }

    // A sum over some of the areas is no figure of the place.
    private static double? SumOf(double?[] parts) => parts.Length > 0 && parts.All(p => p is not null) ? parts.Sum() : null;
}
