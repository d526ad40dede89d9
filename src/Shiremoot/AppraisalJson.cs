using Shiremoot.Economics;

namespace Shiremoot;

/// <summary>An appraisal as a JSON document, the same at both doors. A figure without a meaning is null.</summary>
public static class AppraisalJson
{
    /// <summary>The document, to be written with names in snake case; the draws are null where there are none.</summary>
    public static object Of(Appraisal a, AppraisalRuns? runs) => new
    {
        option = a.Option.Id,
        a.Option.Title,
        a.Option.Source,
        a.Option.Perspective,
        priceYear = a.Option.PriceYear,
        discounting = a.Option.Discounting.Id,
        discountingOfHealth = a.Option.HealthDiscounting?.Id,
        summary = a.Summary(),
        figures = a.Figures.ToDictionary(f => f.Name, f => f.Value),
        equivalentAnnual = a.EquivalentAnnual,
        perspectives = a.Perspectives,
        ledger = a.Ledger,
        years = a.Years,
        outcomes = a.Outcomes,
        internalReturns = a.Returns,
        breakEvens = a.BreakEvens,
        claims = a.Option.Claims,
        inputs = a.Option.Inputs.Select(i => new { i.Name, i.Value, distribution = i.Spread.Kind, shown = $"{i.Spread.InWords}", i.Source, assumption = i.IsAssumption, i.Note }),
        correlations = a.Option.Correlations,
        runs = runs is null ? null : AppraisalRunsJson.Of(runs),
        notes = a.Option.Notes,
    };
}
