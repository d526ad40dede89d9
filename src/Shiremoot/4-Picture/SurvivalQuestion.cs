namespace Shiremoot.Picture;

/// <summary>What is asked of a file of follow-ups: its columns by name, each for one thing.</summary>
/// <param name="Time">The column of the end of follow-up: a number in any one unit.</param>
/// <param name="Event">The column that says how it ended: 0 and 1, no and yes, false and true, or any values with <see cref="EventValue"/> or <see cref="Competing"/>.</param>
public sealed record SurvivalQuestion(string Time, string Event)
{
    /// <summary>The value that is the event; null where the column says no and yes. Other values then count as nothing having happened, unless they compete.</summary>
    public string? EventValue { get; init; }

    /// <summary>Every value but 'no' is an event of its own, and each puts an end to the chance of the others.</summary>
    public bool Competing { get; init; }

    /// <summary>The column of groups to be shown beside each other.</summary>
    public string? By { get; init; }

    /// <summary>The column of strata within which groups and covariates are compared.</summary>
    public string? Strata { get; init; }

    /// <summary>The column of the time from which a row is watched.</summary>
    public string? Entry { get; init; }

    /// <summary>The column of what belongs together, such as a person with several rows: errors are then robust to it.</summary>
    public string? Cluster { get; init; }

    /// <summary>Columns the hazard may go with. Text becomes one covariate for each value but the reference, which is the most frequent unless <see cref="References"/> says otherwise.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Covariates that are to be taken as text although they are numbers.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>The value others are held against, by covariate.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();

    /// <summary>How long rows without a time were watched, to whom nothing happened. Null: they are left out and counted.</summary>
    public double? Until { get; init; }

    /// <summary>Times at which shares are told; none for quarters of the longest time.</summary>
    public IReadOnlyList<double> At { get; init; } = [];

    /// <summary>How events at one time are reckoned with.</summary>
    public Ties Ties { get; init; } = Ties.Efron;

    /// <summary>Of the limits.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>At most so many threads; the answer is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
