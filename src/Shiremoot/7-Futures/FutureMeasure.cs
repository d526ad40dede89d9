using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What a measure of the future adds up.</summary>
public enum FutureCounts
{
    /// <summary>How often something happens in a year.</summary>
    Entries,

    /// <summary>How many people are in it at once, on average over the year.</summary>
    People,

    /// <summary>Days, or nights, spent in it by all people.</summary>
    Days,

    /// <summary>How many people are in it at the end of the year.</summary>
    AtEnd,

    /// <summary>Mean days in line of those who began to be served in the year.</summary>
    Wait,

    /// <summary>People served by a service.</summary>
    Served,

    /// <summary>Mean days of a stay, line included: people in it at once for each who enters in a day.</summary>
    Stay,
}

/// <summary>Something followed over the years: arrests, people in custody, a court's line. Read from vocabulary/futures/measures.yaml.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">As shown.</param>
/// <param name="Unit">What one is: people, nights, days.</param>
/// <param name="Counts">What is added up.</param>
/// <param name="Source">Where the definition comes from.</param>
public sealed record FutureMeasure(string Id, string Title, string Unit, FutureCounts Counts, string Source)
{
    /// <summary>Kinds of event: stages that record one of them are meant, each by the share of times it does.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Disposals the record must have; empty for any.</summary>
    public IReadOnlyList<string> Disposals { get; init; } = [];

    /// <summary>Ids of stages, resources or services, besides or in place of kinds.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Groups of people (by sex and age when the case began); empty for everyone.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>People to one: a caseload, so that the measure says how many practitioners are needed. 1 for the people themselves.</summary>
    public double Per { get; init; } = 1;

    /// <summary>Only stages where a case is proven.</summary>
    public bool Proven { get; init; }

    /// <summary>Reads a file of measures.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="shownAs">Its name in messages.</param>
    public static Outcome<IReadOnlyList<FutureMeasure>> Read(string text, string shownAs) => PlaceFile.ReadText<IReadOnlyList<FutureMeasure>>(text, shownAs, map =>
    {
        map.TextOr("title");
        string source = map.Text("source");
        return [.. map.Maps("measures").Select(m => Read(m, source))];
    });

    private static FutureMeasure Read(MapNode map, string source)
    {
        FutureMeasure read = new(map.Text("id"), map.Text("title"), map.Text("unit"), map.Choice("counts",
            ("entries", FutureCounts.Entries), ("people", FutureCounts.People), ("days", FutureCounts.Days), ("at-end", FutureCounts.AtEnd), ("wait", FutureCounts.Wait), ("served", FutureCounts.Served), ("stay", FutureCounts.Stay)), map.TextOr("source", source))
        {
            Kinds = map.Texts("kinds"),
            Disposals = map.Texts("disposals"),
            Of = map.Texts("of"),
            Groups = map.Texts("groups"),
            Proven = map.Flag("proven"),
            Per = map.NumberOr("per") ?? 1,
        };
        if (read.Per <= 0) map.Fault("per", "must be above 0: how many people there are to one.");
        if (read.Kinds.Count == 0 && read.Of.Count == 0 && !read.Proven && read.Counts is not (FutureCounts.Wait or FutureCounts.Served)) map.Fault("kinds", "is missing; say which kinds of event, or with 'of' which stages, are meant.");
        return read;
    }
}
