using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>One amount of a unit cost, at the prices of the year its source gives.</summary>
/// <param name="Kind">Fiscal, economic or social.</param>
/// <param name="Cost">Pounds at the prices of <paramref name="PriceYear"/>.</param>
/// <param name="PriceYear">As the source writes it: 2013/14.</param>
public sealed record CostAmount(CostKind Kind, Money Cost, string PriceYear);

/// <summary>What one unit of something costs: an arrest, a prisoner for a year, an hour of a nurse.</summary>
/// <param name="Code">The code it is asked for by, unique in a place: CR3.0.</param>
/// <param name="What">What it is, in the words of its source.</param>
/// <param name="Per">The unit as the source writes it: "Per person per year".</param>
/// <param name="Agency">The agency a fiscal cost falls on, by its one name (see agencies.yaml).</param>
/// <param name="Branch">The part of the agency, or "Not stated".</param>
/// <param name="Amounts">At most one of each kind.</param>
/// <param name="Source">The publication the figure comes from.</param>
/// <param name="Quality">How far it can be relied on, in the words of the mapping: green, amber, red.</param>
/// <param name="Note">The source's comment.</param>
/// <param name="Theme">The chapter it stands under.</param>
/// <param name="File">The file it was read from.</param>
public sealed record UnitCost(
    string Code, string What, string Per, string Agency, string Branch, IReadOnlyList<CostAmount> Amounts,
    string Source, string Quality, string Note, string Theme, string File)
{
    /// <summary>When this figure is the one to use.</summary>
    public Validity Valid { get; init; }

    /// <summary>Figures of the same code that held before this one, oldest first.</summary>
    public IReadOnlyList<UnitCost> Earlier { get; init; } = [];

    public CostAmount? Amount(CostKind kind) => Amounts.FirstOrDefault(a => a.Kind == kind);

    /// <summary>The figure to use on a day; null if none holds then.</summary>
    public UnitCost? On(LocalDate day) => Valid.Holds(day) ? this : Earlier.LastOrDefault(e => e.Valid.Holds(day));
}

/// <summary>An amount brought to the prices of another year: <paramref name="Cost"/> = original × <paramref name="Factor"/>.</summary>
/// <param name="Kind">Fiscal, economic or social.</param>
/// <param name="Original">Pounds at the source's prices.</param>
/// <param name="PriceYear">The source's price year.</param>
/// <param name="Cost">Pounds at the prices asked for.</param>
/// <param name="Year">The price year asked for.</param>
/// <param name="Factor">Index of the year asked for over index of the price year.</param>
/// <param name="IsForecast">True if either index is a forecast.</param>
public sealed record UpratedAmount(CostKind Kind, Money Original, string PriceYear, Money Cost, string Year, decimal Factor, bool IsForecast)
{
    /// <summary>The index that brought it, with each year's change, where the place chose one; null where the deflator did.</summary>
    public PriceFactor? By { get; init; }
}

/// <summary>A unit cost at the prices of one year.</summary>
public sealed record UpratedCost(UnitCost Unit, string Year, IReadOnlyList<UpratedAmount> Amounts)
{
    public UpratedAmount? Amount(CostKind kind) => Amounts.FirstOrDefault(a => a.Kind == kind);
}
