namespace Shiremoot.Picture;

/// <summary>How effects are held small.</summary>
public sealed record ElasticNetOptions
{
    /// <summary>1 for the lasso, which leaves effects out; 0 for the ridge, which shrinks them all; between, some of each.</summary>
    public double Mix { get; init; } = 1;

    /// <summary>Penalties tried, from the least that leaves all out downwards.</summary>
    public int Penalties { get; init; } = 100;

    /// <summary>Parts the rows are split into, each foretold by a model of the others: 2 or more.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>Of the draw that splits them.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Of each row, from 0: rows that are never split, such as those of one person. Null where each stands alone.</summary>
    public int[]? Cluster { get; init; }

    /// <summary>Fit what the simplest penalty keeps again without one; false where only the choice is wanted.</summary>
    public bool Refits { get; init; } = true;

    /// <summary>At most so many threads; the answer is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
