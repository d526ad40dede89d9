using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>How many units of a flow there were in a period.</summary>
/// <param name="Flow">The id of the flow.</param>
/// <param name="Quantity">Units: zero or more.</param>
/// <param name="UnitCost">The code it is priced at.</param>
/// <param name="Period">The label of the period: 2015/16.</param>
public sealed record FlowRow(string Flow, decimal Quantity, string UnitCost, string Period);

/// <summary>What a flow costs one agency in one period.</summary>
/// <param name="Flow">The id of the flow.</param>
/// <param name="Period">The label of the period.</param>
/// <param name="Agency">Who bears it; for economic and social costs <see cref="FlowCosts.Society"/>.</param>
/// <param name="Kind">Fiscal, economic or social.</param>
/// <param name="Quantity">Units of the flow.</param>
/// <param name="UnitCost">The code.</param>
/// <param name="Each">What one unit costs this agency at the prices of the year asked for.</param>
/// <param name="Cost">Quantity × each.</param>
/// <param name="Quality">The quality of the unit cost, carried.</param>
/// <param name="PriceYear">The price year the unit cost was uprated from.</param>
public sealed record FlowCost(
    string Flow, string Period, string Agency, CostKind Kind, decimal Quantity, string UnitCost, Money Each, Money Cost, string Quality, string PriceYear);

/// <summary>A sum of flow costs for one agency and kind.</summary>
public sealed record AgencyCost(string Period, string Agency, CostKind Kind, Money Cost);

/// <summary>What the flows of a place cost, and whom, at the prices of one year. These are average costs: fewer cases do not save them all.</summary>
public sealed class FlowCosts
{
    /// <summary>Who bears economic and social costs.</summary>
    public const string Society = "People and the economy";

    private readonly UnitCosts costs;
    private readonly HashSet<string> notInTotal;

    private FlowCosts(string year, IReadOnlyList<FlowCost> lines, UnitCosts costs, HashSet<string> notInTotal) =>
        (Year, Lines, this.costs, this.notInTotal) = (year, lines, costs, notInTotal);

    /// <summary>The price year.</summary>
    public string Year { get; }

    /// <summary>A line for each flow, period, kind and agency, in the order of the rows.</summary>
    public IReadOnlyList<FlowCost> Lines { get; }

    /// <summary>Prices the rows. A fiscal cost whose entry has parts is shared among their agencies as they share it.</summary>
    /// <param name="rows">Quantities by flow and period.</param>
    /// <param name="costs">The unit costs.</param>
    /// <param name="year">The price year to show.</param>
    /// <param name="flows">The place's flows, if the rows are theirs: unknown ids are refused, and flows within or overlapping another are left out of totals.</param>
    public static Outcome<FlowCosts> Price(IEnumerable<FlowRow> rows, UnitCosts costs, string year, Flows? flows = null)
    {
        List<FlowCost> lines = [];
        HashSet<(string, string)> seen = [];
        foreach (FlowRow row in rows)
        {
            if (Faulty(row, flows, seen) is { } fault) return fault;
            if (costs.Uprate(row.UnitCost, year, DayOf(row, costs)).Refused(out Refusal? why, out UpratedCost? unit) || costs.Payers(row.UnitCost).Refused(out why, out var payers)) return why;
            foreach (UpratedAmount amount in unit.Amounts)
                foreach ((string agency, decimal share) in amount.Kind == CostKind.Fiscal ? payers : [(Society, 1m)])
                {
                    Money each = amount.Cost * share;
                    lines.Add(new(row.Flow, row.Period, agency, amount.Kind, row.Quantity, row.UnitCost, each, each * row.Quantity, unit.Unit.Quality, amount.PriceYear));
                }
        }
        return new FlowCosts(year, lines, costs, [.. flows?.Priced.Where(f => !f.IsInTotal).Select(f => f.Id) ?? []]);
    }

    /// <summary>
    /// The flows added by period, agency and kind. Those not in the total are left out; refused where two that are left overlap, for their unit
    /// costs are one entry's and another's within it.
    /// </summary>
    public Outcome<IReadOnlyList<AgencyCost>> ByAgency()
    {
        FlowCost[] counted = [.. Lines.Where(l => !notInTotal.Contains(l.Flow))];
        (string Flow, string Code)[] priced = [.. counted.Select(l => (l.Flow, l.UnitCost)).Distinct()];
        for (int i = 0; i < priced.Length; i++)
            for (int j = 0; j < i; j++)
                if (priced[i].Code != priced[j].Code && costs.Overlap(priced[i].Code, priced[j].Code))
                    return Refusals.FlowsOverlap(priced[j].Flow, priced[j].Code, priced[i].Flow, priced[i].Code);
        return counted.GroupBy(l => (l.Period, l.Agency, l.Kind))
            .Select(g => new AgencyCost(g.Key.Period, g.Key.Agency, g.Key.Kind, new(g.Sum(l => l.Cost.Pounds)))).ToArray();
    }

    // A unit cost with several figures in time is that of the day the period began.
    private static NodaTime.LocalDate? DayOf(FlowRow row, UnitCosts costs) =>
        !costs.Find(row.UnitCost).Refused(out _, out UnitCost? unit) && (unit.Earlier.Count > 0 || unit.Valid != default) && Period.TryRead(row.Period, out Period period) ? period.From : null;

    private static Refusal? Faulty(FlowRow row, Flows? flows, HashSet<(string, string)> seen)
    {
        if (row.Quantity < 0) return Refusals.QuantityNegative(row.Flow, row.Period);
        if (!seen.Add((row.Flow, row.Period))) return Refusals.FlowTwice(row.Flow, row.Period);
        if (flows is null) return null;
        return flows.Priced.Any(f => f.Id == row.Flow)
            ? null
            : Refusals.NoSuchFlow(row.Flow, flows.Priced.Select(f => f.Id));
    }
}
