using Shiremoot.Terms;
using Period = Shiremoot.Terms.Period;

namespace Shiremoot.Economics;

/// <summary>A flow that explains part of a line of spend.</summary>
/// <param name="Flow">The id of a flow.</param>
/// <param name="Agency">Whose share of its cost is spent in the line; null for all of its fiscal cost.</param>
public sealed record SpendCause(string Flow, string? Agency);

/// <summary>One flow × its unit cost within a line of spend.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Period">The period nearest the year of the spend.</param>
/// <param name="Quantity">Units in it.</param>
/// <param name="UnitCost">The code.</param>
/// <param name="Each">Pounds each at the prices of the year of the spend.</param>
/// <param name="Cost">Their product.</param>
public sealed record SpendPart(Flow Flow, string Period, decimal Quantity, string UnitCost, Money Each, Money Cost);

/// <summary>How much of a line of spend the place's flows explain, at the prices of its year.</summary>
/// <param name="Spend">The line.</param>
/// <param name="Parts">What explains it; empty where no flow does.</param>
public sealed record SpendExplained(Spend Spend, IReadOnlyList<SpendPart> Parts)
{
    public Money Explained => new(Parts.Sum(p => p.Cost.Pounds));

    /// <summary>What is left; below zero where the flows come to more than was spent.</summary>
    public Money Unexplained => new(Spend.Cost.Pounds - Explained.Pounds);

    /// <summary>Explained ÷ spent.</summary>
    public decimal Share => Spend.Cost.Pounds == 0 ? 0 : Explained.Pounds / Spend.Cost.Pounds;

    /// <summary>Explains one line by the flows it names.</summary>
    /// <param name="spend">A line with a year.</param>
    /// <param name="costs">The flows priced at the prices of that year.</param>
    /// <param name="flows">The place's flows.</param>
    public static Outcome<SpendExplained> Of(Spend spend, FlowCosts costs, Flows flows)
    {
        List<SpendPart> parts = [];
        foreach (SpendCause cause in spend.ExplainedBy)
        {
            if (flows.Priced.FirstOrDefault(f => f.Id == cause.Flow) is not { } flow) return Prices.Refusals.NoSuchCause(spend.Id, cause.Flow, flows.Priced.Select(f => f.Id));
            if (flow.PartOf is { } whole && spend.ExplainedBy.Any(c => c.Flow == whole)) return Prices.Refusals.CauseWithin(spend.Id, flow.Id, whole);
            FlowCost[] nearest = Nearest([.. costs.Lines.Where(l => l.Flow == flow.Id && l.Kind == CostKind.Fiscal && (cause.Agency is null || l.Agency == cause.Agency))], spend.Year);
            if (nearest.Length == 0) continue;
            parts.Add(new(flow, nearest[0].Period, nearest[0].Quantity, flow.UnitCost, new(nearest.Sum(l => l.Each.Pounds)), new(nearest.Sum(l => l.Cost.Pounds))));
        }
        return new SpendExplained(spend, parts);
    }

    private static FlowCost[] Nearest(FlowCost[] lines, string? year)
    {
        if (lines.Length == 0 || !Period.TryRead(year, out Period spent)) return [];
        string period = lines.MinBy(l => Period.TryRead(l.Period, out Period its) ? Math.Abs(NodaTime.Period.DaysBetween(its.From, spent.From)) : int.MaxValue)!.Period;
        return [.. lines.Where(l => l.Period == period)];
    }
}
