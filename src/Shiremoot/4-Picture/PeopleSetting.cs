using Shiremoot.Picture.Scores;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>What drawing measures of people needs besides the measure.</summary>
/// <param name="Stories">The people and their events.</param>
/// <param name="Cohorts">The place's cohorts.</param>
/// <param name="Rules">How counts of people are protected.</param>
/// <param name="Interval">The interval of so many in so many: Wilson's, at 95 per cent.</param>
public sealed record PeopleSetting(Stories Stories, IReadOnlyList<Cohort> Cohorts, DisclosureRules Rules, Func<long, long, Interval> Interval)
{
    /// <summary>Names that cohorts and measures may use though no record at hand has them.</summary>
    public CohortNames Also { get; init; } = CohortNames.None;

    /// <summary>What people call the groups and agencies that records give as codes.</summary>
    public PeopleNames Names { get; init; } = PeopleNames.None;

    /// <summary>At most so many threads; no figure depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where the places that records name lie; asked for when distances are.</summary>
    public Func<Outcome<PlacesKnown>> Where { get; init; } = () => PlacesKnown.None;

    /// <summary>The severity weight of an offence by its code, in days; null where it has none.</summary>
    public Func<string, double?> Severity { get; init; } = _ => null;

    /// <summary>An offence by its code; null where the vocabulary has none.</summary>
    public Func<string, Offence?> Offence { get; init; } = _ => null;

    /// <summary>A score of the vocabulary by its name, such as ogrs3; refused where there is none.</summary>
    public Func<string, Outcome<ScoreModel>> Score { get; init; } = name => ScoreRefusals.NoSuchScore(name, []);
}

/// <summary>What people call what records give as codes.</summary>
/// <param name="Group">The title of a value of an attribute, such as w1 of ethnicity; the value itself where there is none.</param>
/// <param name="AgencyOfFeed">The title of the agency that sends a feed; empty where none is named.</param>
public sealed record PeopleNames(Func<string, string, string> Group, Func<string, string> AgencyOfFeed)
{
    public static PeopleNames None { get; } = new((_, value) => value, _ => "");
}
