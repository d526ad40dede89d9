namespace Shiremoot.Evidence;

/// <summary>What is asked of a file of studies.</summary>
public sealed record SynthesisQuestion
{
    /// <summary>What an effect is.</summary>
    public SynthesisMeasure Measure { get; init; }

    /// <summary>The columns effects are read or worked out from.</summary>
    public StudyColumns Columns { get; init; } = new();

    public SynthesisMethod Method { get; init; }

    /// <summary>Errors by J. Hartung and G. Knapp (2001), with Student's t: fair where studies are few.</summary>
    public bool KnappHartung { get; init; }

    /// <summary>The column of what a row is called; none for its number.</summary>
    public string? Study { get; init; }

    /// <summary>The column of what rows belong together in, such as the study of several effects.</summary>
    public string? Cluster { get; init; }

    /// <summary>Columns effects may go with. Text becomes a column for each value but the first by letter.</summary>
    public IReadOnlyList<string> Moderators { get; init; } = [];

    /// <summary>Effects differ within clusters and between them. Needs a cluster and REML.</summary>
    public bool ThreeLevel { get; init; }

    /// <summary>Of the intervals: between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>What is added to each cell of a study that has a nought among them; null to refuse noughts.</summary>
    public double? Continuity { get; init; }
}

/// <summary>The columns effects come from: the effect with its variance or error, or what it is worked out from in two groups.</summary>
public sealed record StudyColumns
{
    public string? Effect { get; init; }

    public string? Variance { get; init; }

    /// <summary>The standard error, where there is no variance.</summary>
    public string? Error { get; init; }

    public string? Events1 { get; init; }

    public string? Events2 { get; init; }

    public string? Total1 { get; init; }

    public string? Total2 { get; init; }

    public string? Mean1 { get; init; }

    public string? Mean2 { get; init; }

    /// <summary>Standard deviation.</summary>
    public string? Spread1 { get; init; }

    public string? Spread2 { get; init; }

    /// <summary>Person-time.</summary>
    public string? Time1 { get; init; }

    public string? Time2 { get; init; }
}
