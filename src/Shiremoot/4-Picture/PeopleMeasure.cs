using NodaTime;
using Shiremoot.Records;

namespace Shiremoot.Picture;

/// <summary>What a measure of people shows.</summary>
public enum PeopleShows
{
    /// <summary>The number of people in the cohort.</summary>
    People,

    /// <summary>The number of events, and of people with any.</summary>
    Events,

    /// <summary>The number of spells (events with a start and an end), the people with any, and how many days they last.</summary>
    Spells,

    /// <summary>How unevenly demand is spread: the share held by the top few, the Lorenz curve and the Gini coefficient.</summary>
    Concentration,

    /// <summary>The share of the cohort for whom a condition holds.</summary>
    Outcome,

    /// <summary>The share for whom something happens within so many days after their index date.</summary>
    Return,

    /// <summary>The mean and median of a number.</summary>
    Number,

    /// <summary>Proven reoffending by quarter of entry.</summary>
    Reoffending,

    /// <summary>Proven reoffending beside what a score expects of the same entries.</summary>
    Expected,

    /// <summary>The share for whom something has happened by each of several horizons, with what ends the matter.</summary>
    Tracker,

    /// <summary>The share of the cohort for whom each of several things holds; someone may have several.</summary>
    Prevalence,

    /// <summary>The cohort parted into classes: everyone is in the first that holds.</summary>
    Mix,

    /// <summary>The people with an event in each year, parted by the first class that any of their events of that year is in.</summary>
    Yearly,

    /// <summary>Of the people with the most events in one year, the share who are among them again the next.</summary>
    Persistence,

    /// <summary>The places where events happen, the people with any there, and how far it is from home.</summary>
    Where,

    /// <summary>Which of several things go with a return when the others are held alike.</summary>
    Factors,
}

/// <summary>A measure of people: a file of the place's folder 'measures' with kind people.</summary>
public sealed record PeopleMeasure
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The version its author gives it, and the beginning of the SHA-256 of the file.</summary>
    public required string Version { get; init; }

    /// <summary>Who defined it, or where the definition is published.</summary>
    public required string Source { get; init; }

    public required PeopleShows Shows { get; init; }

    /// <summary>Id of a cohort of the place; null for everyone in the records.</summary>
    public string? Cohort { get; init; }

    /// <summary>Kinds of event that are spells.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Events and concentration: how many each person has, such as count(arrest).</summary>
    public CohortText? Count { get; init; }

    /// <summary>Outcome: the condition.</summary>
    public CohortText? Outcome { get; init; }

    /// <summary>Number: the value.</summary>
    public CohortText? Value { get; init; }

    /// <summary>Number: what its unit is, such as days.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Return: the day of the first thing that counts, such as first(arrest, after index).</summary>
    public CohortText? To { get; init; }

    /// <summary>Return: the follow-up in days after the index date; its last day counts.</summary>
    public int WithinDays { get; init; }

    /// <summary>Return: the day up to which a person's events are known; null: the last dated event of all.</summary>
    public CohortText? FollowedTo { get; init; }

    /// <summary>Return: why everyone was followed for long enough, where the source made sure of it.</summary>
    public string? EveryoneFollowedBecause { get; init; }

    /// <summary>Tracker: the day of what ends the matter if it comes first, such as going back to custody; null: nothing does.</summary>
    public CohortText? Unless { get; init; }

    /// <summary>Tracker: the horizons, in days after the index day.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [];

    /// <summary>Reoffending and expected: ways in, what proves an offence, and how long people are followed.</summary>
    public ReoffendingRule? Reoffending { get; init; }

    /// <summary>Expected: the score of the vocabulary that says what is expected, such as ogrs3.</summary>
    public string? Score { get; init; }

    /// <summary>Prevalence, mix and factors: what is asked of each person, in order.</summary>
    public IReadOnlyList<PeopleThing> Each { get; init; } = [];

    /// <summary>Factors: values held alike besides, such as age on index or sex.</summary>
    public IReadOnlyList<CohortText> With { get; init; } = [];

    /// <summary>Factors: of the draw that parts people into the half that chooses and the half that measures.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Yearly: the classes of events, the one that goes before others first.</summary>
    public IReadOnlyList<PeopleThing> Classes { get; init; } = [];

    /// <summary>Yearly, persistence and what is added up: what must hold of an event of <see cref="Kinds"/>.</summary>
    public CohortText? KindsWhere { get; init; }

    /// <summary>Where: what names the place: of events (provider, area or another) or of people.</summary>
    public string At { get; init; } = "";

    /// <summary>Where: what names the home that distances are measured from; null: none are.</summary>
    public string? From { get; init; }

    /// <summary>Yearly and persistence: the month years begin in, 1 to 12.</summary>
    public int YearBegins { get; init; } = 4;

    /// <summary>Events and concentration: what is added up over the events of <see cref="Kinds"/>, in place of <see cref="Count"/>.</summary>
    public EventAmount Adds { get; init; }

    /// <summary>A breakdown by how many of several cohorts a person is in.</summary>
    public NumberOfCohorts? NumberOf { get; init; }

    /// <summary>Concentration: the top shares of people, in per cent.</summary>
    public IReadOnlyList<double> Top { get; init; } = [1, 5, 10, 20];

    /// <summary>Concentration: count people with none among the people.</summary>
    public bool WithNone { get; init; }

    /// <summary>Number and spells: where bands begin, from which mean and median are worked out when exact values may not be shown.</summary>
    public IReadOnlyList<double> Bands { get; init; } = [];

    /// <summary>Groups that others of their breakdown are held against, such as male and w1; where none of a breakdown is named, its largest group.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>Outcome and return: what people are held alike in when groups are held against one another.</summary>
    public IReadOnlyList<CaseMixPart> Adjust { get; init; } = [];

    /// <summary>Breakdowns offered: attributes, or values worked out from them.</summary>
    public IReadOnlyList<CohortText> By { get; init; } = [];

    /// <summary>The time it covers, in words; empty: the months of the cohort's index days, or from the first dated event to the last.</summary>
    public string Period { get; init; } = "";

    /// <summary>How complete the records are, in words.</summary>
    public string Maturity { get; init; } = "";

    /// <summary>What a reader must know to read it rightly.</summary>
    public string Note { get; init; } = "";
}
