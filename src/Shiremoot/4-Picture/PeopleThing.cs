using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Picture;

/// <summary>One thing asked of every person, or of every event: a condition written in the measure, or being in a cohort of the place.</summary>
/// <param name="Name">In words.</param>
/// <param name="Where">The condition; null where a cohort is named.</param>
/// <param name="Cohort">The id of a cohort; null where a condition is written.</param>
public sealed record PeopleThing(string Name, CohortText? Where, string? Cohort)
{
    internal static IReadOnlyList<PeopleThing> ReadAll(MapNode map, string key, bool mayBeCohort) => [.. map.Maps(key).Select(m => Read(m, mayBeCohort))];

    private static PeopleThing Read(MapNode map, bool mayBeCohort)
    {
        PeopleThing thing = new(map.Text("name"), CohortFile.TextOr(map, "where"), mayBeCohort ? map.TextOr("cohort") : null);
        if (map.Has("where") == (thing.Cohort is not null)) map.Fault("where", mayBeCohort ? "must be given, or a 'cohort'; one of the two." : "is missing; say what must hold of an event of the class.");
        return thing;
    }
}

/// <summary>A breakdown by how many of several cohorts a person is in, such as adverse experiences each of which is a cohort.</summary>
/// <param name="Name">What is counted, in words.</param>
/// <param name="Cohorts">Ids of cohorts of the place.</param>
/// <param name="Most">So many and more are one group.</param>
public sealed record NumberOfCohorts(string Name, IReadOnlyList<string> Cohorts, int Most)
{
    internal static NumberOfCohorts? Read(MapNode map)
    {
        if (map.MapOr("number_of") is not { } own) return null;
        NumberOfCohorts number = new(own.Text("name"), own.Texts("cohorts"), own.WholeOr("most") ?? 4);
        if (number.Cohorts.Count == 0) own.Fault("cohorts", "is missing: name the cohorts that are counted.");
        if (number.Most is < 1 or > 20) own.Fault("most", "must be from 1 to 20.");
        return number;
    }
}

/// <summary>What is added up over a person's events.</summary>
public enum EventAmount
{
    /// <summary>Nothing: the measure counts.</summary>
    None,

    /// <summary>Days from start to end: the nights of a stay.</summary>
    Days,

    /// <summary>The severity weight of the offence (Office for National Statistics): days of custody that such an offence gets on average.</summary>
    Severity,
}
