namespace Shiremoot.Picture;

/// <summary>How events at one time are reckoned with.</summary>
public enum Ties
{
    /// <summary>B. Efron (1977): each of them meets, on average, what the others leave. The nearer to the truth.</summary>
    Efron,

    /// <summary>N. Breslow (1974): each of them meets all. Quicker by hand, and towards nought where many share a time.</summary>
    Breslow,
}

/// <summary>How a proportional hazards model is fitted.</summary>
public sealed record CoxOptions
{
    /// <summary>The usual way.</summary>
    public static CoxOptions Usual { get; } = new();

    /// <summary>How events at one time are reckoned with.</summary>
    public Ties Ties { get; init; } = Ties.Efron;

    /// <summary>Of each row, from 0: each stratum has a baseline of its own. Null for one.</summary>
    public int[]? Stratum { get; init; }

    /// <summary>Of each row, from 0: rows that belong together, such as those of one person. Standard errors are then robust to it. Null for none.</summary>
    public int[]? Cluster { get; init; }

    /// <summary>Of the limits.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>At most so many threads; the answer is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
