namespace Shiremoot.Evidence;

/// <summary>How a year is told apart.</summary>
public enum SeriesSeason
{
    None,

    /// <summary>Two pairs of waves over twelve months.</summary>
    Months,

    /// <summary>A level of each quarter.</summary>
    Quarters,
}

/// <summary>How errors are made.</summary>
public enum SeriesErrors
{
    /// <summary>Robust to how periods hang together and spread differs (W. K. Newey and K. D. West, 1987).</summary>
    NeweyWest,

    /// <summary>Of the model: least squares, or quasi-Poisson of counts. Takes what is left over for independent.</summary>
    Model,
}

/// <summary>What is asked of a file with a row a period.</summary>
/// <param name="Outcome">The column of figures.</param>
/// <param name="Time">The column of periods.</param>
/// <param name="From">The first period with the policy.</param>
public sealed record InterruptedQuestion(string Outcome, string Time, string From)
{
    public SeriesSeason Season { get; init; }

    /// <summary>True if figures are counts: the log of their rate is then linear (Poisson).</summary>
    public bool IsCount { get; init; }

    /// <summary>The column of what counts are counted among.</summary>
    public string? Offset { get; init; }

    /// <summary>The column of a series that the policy did not touch.</summary>
    public string? Compare { get; init; }

    /// <summary>The column of what its counts are counted among.</summary>
    public string? CompareOffset { get; init; }

    public SeriesErrors Errors { get; init; }

    /// <summary>How many periods back errors may hang together; null for ⌊4 (n / 100)^(2/9)⌋.</summary>
    public int? Lag { get; init; }

    /// <summary>Of the intervals: between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;
}
