using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Clustering;

namespace Shiremoot.Spine;

/// <summary>Records in clusters, each cluster one person.</summary>
/// <param name="Table">The records.</param>
/// <param name="Model">The model with all that was learned.</param>
/// <param name="Clusters">For each record the number of the first record of its cluster.</param>
public sealed record Linked(RecordTable Table, LinkModel Model, int[] Clusters)
{
    public LinkLearned? Learned { get; init; }

    /// <summary>What each stage took, in seconds.</summary>
    public IReadOnlyList<(string Stage, double Seconds)> Times { get; init; } = [];

    /// <summary>The bits from which a pair could join.</summary>
    public double Threshold { get; init; }

    internal ComparedPairs Pairs { get; init; } = null!;

    internal BlockPlan Plan { get; init; } = null!;

    internal PairScore Score { get; init; } = null!;

    /// <summary>How good the clusters are thought to be, without knowing who is who.</summary>
    public required LinkEstimate Estimate { get; init; }

    /// <summary>Pairs sure enough to join that were kept apart.</summary>
    public IReadOnlyList<KeptApart> KeptApart { get; init; } = [];

    /// <summary>The bits of each pattern, without those of shared values.</summary>
    internal float[] Bits { get; init; } = [];
}
