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

    /// <summary>Pairs that were compared.</summary>
    public long ComparedPairs => Pairs.Count;

    /// <summary>What each blocking rule brought together.</summary>
    public IReadOnlyList<BlockedBy> Blocking => [.. Enumerable.Range(0, Plan.Order.Length).Select(bit => new BlockedBy(Model.Blocks[Plan.Order[bit]].ToString(), Pairs.PairsOfRule[bit], Plan.Blocks[bit].Largest, Plan.Over[bit].Count))];

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

/// <summary>What a blocking rule brought together.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="NewPairs">Pairs it made that no rule before it did.</param>
/// <param name="LargestBlock">Records in the largest block that was taken pair by pair.</param>
/// <param name="TooLarge">Blocks too large to be taken so.</param>
public sealed record BlockedBy(string Rule, long NewPairs, int LargestBlock, int TooLarge);
