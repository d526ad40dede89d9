using Shiremoot.Economics.Costing;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>What one event of a person's story cost.</summary>
/// <param name="Price">The price it was given.</param>
/// <param name="Pounds">What it cost.</param>
/// <param name="BorneBy">Who bore it.</param>
/// <param name="Sum">Quantity times price, in words.</param>
public sealed record PersonEventCost(EventPrice Price, decimal Pounds, IReadOnlyList<(string Agency, decimal Pounds)> BorneBy, string Sum);

/// <summary>What one agency bore of one person's cost in a financial year.</summary>
public sealed record PersonAgencyCost(string Agency, string Year, decimal Pounds);

/// <summary>
/// What the events of one person's story cost, whose read was asked for and audited. Exact, for it is of that person alone: it must never leave the page or the answer that the read was for.
/// </summary>
/// <param name="PriceYear">The year whose prices it is in.</param>
/// <param name="ByEvent">In the order of the story's events; null where an event has no price, or was counted with another.</param>
/// <param name="ByAgency">By agency and year, what is not nought.</param>
/// <param name="Total">All of it.</param>
/// <param name="Notes">What a reader must know.</param>
public sealed record PersonCosts(string PriceYear, IReadOnlyList<PersonEventCost?> ByEvent, IReadOnlyList<PersonAgencyCost> ByAgency, decimal Total, IReadOnlyList<string> Notes)
{
    /// <summary>Who bore any of it, the one that bore most first.</summary>
    public IReadOnlyList<string> Agencies => [.. ByAgency.GroupBy(a => a.Agency).OrderByDescending(g => g.Sum(a => a.Pounds)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    /// <summary>The financial years with any cost, oldest first.</summary>
    public IReadOnlyList<string> Years => [.. ByAgency.Select(a => a.Year).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What an agency bore, in a year or in all.</summary>
    public decimal Of(string? agency, string? year = null) => ByAgency.Where(a => (agency is null || a.Agency == agency) && (year is null || a.Year == year)).Sum(a => a.Pounds);

    /// <summary>Prices the events of the person of this place among the stories. Refused as <see cref="StoryCosts.Of"/>.</summary>
    internal static Outcome<PersonCosts> Of(CostSetting setting, int person, string priceYear) => PersonSums.Of(setting, person, priceYear);
}
