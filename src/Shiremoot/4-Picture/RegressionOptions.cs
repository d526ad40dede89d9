namespace Shiremoot.Picture;

/// <summary>How a logistic or Poisson regression is fitted.</summary>
public sealed record RegressionOptions
{
    /// <summary>The usual way.</summary>
    public static RegressionOptions Usual { get; } = new();

    /// <summary>How many each row counts for, above 0. Null where each is one.</summary>
    public double[]? Weight { get; init; }

    /// <summary>Of each row, from 0: rows that belong together. Standard errors are then robust to it. Each row its own: robust to the spread being other than the model says.</summary>
    public int[]? Cluster { get; init; }

    /// <summary>D. Firth's (1993) likelihood, which takes off the first part of the bias and always has a finite top (G. Heinze and M. Schemper, 2002). Of logistic regression only.</summary>
    public bool Firth { get; init; }

    /// <summary>Limits by the profile of the likelihood instead of by standard errors.</summary>
    public bool Profile { get; init; }

    /// <summary>Of the limits.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>At most so many threads; the answer is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
