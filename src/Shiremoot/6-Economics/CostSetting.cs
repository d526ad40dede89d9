using NodaTime;
using Shiremoot.Records;
using Shiremoot.Trust;

namespace Shiremoot.Economics;

/// <summary>What costing stories needs besides the question.</summary>
/// <param name="Stories">The people and their events.</param>
/// <param name="Prices">What each kind of event costs.</param>
/// <param name="UnitCosts">The unit costs.</param>
/// <param name="Rules">How what is shown of people is protected.</param>
public sealed record CostSetting(Stories Stories, EventPrices Prices, UnitCosts UnitCosts, DisclosureRules Rules)
{
    /// <summary>An offence by its code; null where the vocabulary has none.</summary>
    public Func<string, Offence?> Offence { get; init; } = _ => null;

    /// <summary>The severity weight of an offence by its code, in days; null where it has none.</summary>
    public Func<string, double?> Severity { get; init; } = _ => null;

    /// <summary>Kinds of event that prove an offence, whose weights make the harm shown beside money.</summary>
    public IReadOnlyList<string> Proven { get; init; } = ["conviction", "caution", "conditional-caution", "youth-caution", "youth-conditional-caution"];

    /// <summary>The last day of all records, where the stories are only some of them; null: that of the stories.</summary>
    public LocalDate? RecordsUntil { get; init; }

    /// <summary>Kinds of event that are stays in custody.</summary>
    public IReadOnlyList<string> Stays { get; init; } = ["custody-spell"];

    /// <summary>Kinds of event that open a case.</summary>
    public IReadOnlyList<string> CaseOpens { get; init; } = ["arrest"];

    /// <summary>Kinds of event that dispose of a case.</summary>
    public IReadOnlyList<string> CaseCloses { get; init; } = ["no-further-action", "community-resolution", "conditional-caution", "caution", "youth-caution", "youth-conditional-caution", "sentence"];

    /// <summary>Stages whose events are of a case.</summary>
    public IReadOnlyList<string> CaseStages { get; init; } = ["police", "court"];

    /// <summary>Names that conditions may use though no record at hand has them.</summary>
    public CohortNames Also { get; init; } = CohortNames.None;
}
