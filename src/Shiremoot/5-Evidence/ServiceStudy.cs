using Shiremoot.Records;

namespace Shiremoot.Evidence;

/// <summary>A service that is to be judged by what happened to the people it served beside people like them: a file of the folder 'services'. Method: docs/methods/service-studies.md.</summary>
public sealed record ServiceStudy
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Who defined it, and from which records.</summary>
    public required string Source { get; init; }

    /// <summary>Id of the cohort whose people are compared, each from their index day on.</summary>
    public required string Cohort { get; init; }

    /// <summary>Who of them had the service.</summary>
    public required CohortText? Had { get; init; }

    /// <summary>Who is in neither kind, such as those who had it before; null: nobody is left out.</summary>
    public CohortText? LeaveOut { get; init; }

    /// <summary>What people are made alike in: known by the index day.</summary>
    public required IReadOnlyList<ServiceCovariate> Alike { get; init; }

    /// <summary>What came of it.</summary>
    public required IReadOnlyList<ServiceOutcome> Outcomes { get; init; }

    public EvaluationMethod Method { get; init; }

    public Estimand Estimand { get; init; }

    /// <summary>The furthest match, in standard deviations of the score; null for none.</summary>
    public double? Caliper { get; init; }

    /// <summary>The steps by which people come to it and stay; null where the file names none.</summary>
    public ServiceEngagement? Engagement { get; init; }

    /// <summary>What a reader must know to read it rightly.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Something people are made alike in.</summary>
/// <param name="Name">In words.</param>
/// <param name="Value">A value in the cohort language: a number, or a text that makes groups.</param>
public sealed record ServiceCovariate(string Name, CohortText Value);

/// <summary>What came of a service, within so many days after the index day. Its last day counts. One of the four ways to tell it is given.</summary>
/// <param name="Name">In words.</param>
/// <param name="To">The day it first happened: whether it did is the outcome; null where it is told otherwise.</param>
/// <param name="Count">How many times it happened; null where it is told otherwise.</param>
/// <param name="WithinDays">The follow-up: people not followed for so long are left out.</param>
public sealed record ServiceOutcome(string Name, CohortText? To, CohortText? Count, int WithinDays)
{
    /// <summary>The day it first happened: how soon is the outcome; null where it is told otherwise.</summary>
    public CohortText? Time { get; init; }

    /// <summary>Kinds of event whose offences are weighed by the severity score of the Office for National Statistics, in days of custody, and added up for each person; empty where it is told otherwise.</summary>
    public IReadOnlyList<string> Severity { get; init; } = [];

    /// <summary>What kind of outcome it is.</summary>
    public OutcomeKind Kind => Time is not null ? OutcomeKind.Time : Severity.Count > 0 ? OutcomeKind.Number : Count is not null ? OutcomeKind.Count : OutcomeKind.Binary;
}
