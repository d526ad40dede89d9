using Shiremoot.Economics.Costing;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics;

/// <summary>What spells or cases of one kind cost.</summary>
/// <param name="Id">The id of the price of a spell; else case, case-open, no-case or other.</param>
/// <param name="Title">As shown.</param>
/// <param name="Price">The price of a spell; null for cases and events.</param>
/// <param name="Cost">What they cost together.</param>
/// <param name="Number">How many there are, of how many people.</param>
/// <param name="Length">Nights or days of spells that are priced; days of cases from the arrest to the last disposal. Null where there is no length.</param>
public sealed record SpellLine(string Id, string Title, EventPrice? Price, ProtectedAmount Cost, ProtectedAmount Number, ProtectedAmount? Length)
{
    /// <summary>What one costs on average, from what is shown of both.</summary>
    public Protected<decimal> MeanCost => Each(Cost);

    /// <summary>How long one is on average, in nights or days; withheld also where there is no length.</summary>
    public Protected<decimal> MeanLength => Length is { } length ? Each(length) : default;

    private Protected<decimal> Each(ProtectedAmount of) => Number.Amount.Shown is > 0 and { } number ? of.Amount.Then(a => a / number) : default;
}

/// <summary>
/// Costs by spell and by case, protected; with what is in neither they add up to all cost. A spell is a time at one price without a break (spells that overlap or touch are one). A case runs from an
/// arrest to the last disposal before the next arrest, and holds what is priced of police and court. Method: docs/methods/costing-stories.md.
/// </summary>
/// <param name="Question">What was asked.</param>
/// <param name="Cohort">Whose: the title of the cohort; empty for everyone.</param>
/// <param name="Lines">Spells, then cases, then what is in neither.</param>
/// <param name="Total">All their cost.</param>
/// <param name="Period">The days covered.</param>
/// <param name="Notes">What a reader must know.</param>
/// <param name="Origin">Generated if any record is.</param>
/// <param name="Rules">How people are protected.</param>
public sealed record SpellCosts(CostQuestion Question, string Cohort, IReadOnlyList<SpellLine> Lines, ProtectedAmount Total, string Period, IReadOnlyList<string> Notes, Origin Origin, DisclosureRules Rules)
{
    /// <summary>Adds up the cost of each spell and case of the first cohort asked for, or of everyone. Refused as <see cref="StoryCosts.Of"/>.</summary>
    public static Outcome<SpellCosts> Of(CostSetting setting, CostQuestion question) => SpellSums.Of(setting, question);
}
