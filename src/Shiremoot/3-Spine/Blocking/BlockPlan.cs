using System.Numerics;

namespace Shiremoot.Spine.Blocking;

/// <summary>The blocks of all rules. A pair that agrees on several is made once: in the block of the first, and of the least key it shares there.</summary>
sealed class BlockPlan
{
    private readonly BlockKeys keys;

    /// <param name="rows">The records.</param>
    /// <param name="rules">The rules of the model.</param>
    /// <param name="most">Records of a block beyond which it is not taken pair by pair.</param>
    /// <param name="threads">Threads at once.</param>
    public BlockPlan(RecordRows rows, IReadOnlyList<RuleParts> rules, int most, int threads)
    {
        keys = new BlockKeys(rows, rules);
        Blocks = new RuleBlocks[rules.Count];
        Over = new List<int[]>[rules.Count];
        Parallel.For(0, rules.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, bit => Blocks[bit] = RuleBlocks.Of(keys, bit, rules[keys.Order[bit]].IsEveryPair ? int.MaxValue : most, Over[bit] = []));
    }

    /// <summary>Which rule of the model each bit of a mask stands for.</summary>
    public int[] Order => keys.Order;

    /// <summary>The blocks of each rule, in the order of the bits.</summary>
    public RuleBlocks[] Blocks { get; }

    /// <summary>The blocks too large to be taken pair by pair, of each rule.</summary>
    public List<int[]>[] Over { get; }

    /// <summary>The rules a pair agrees on, a bit each.</summary>
    public uint Agreed(int a, int b) => keys.Agreed(a, b);

    /// <summary>True if this block is the one in which the pair is made.</summary>
    public bool IsMadeHere(int bit, uint key, int a, int b, uint agreed) =>
        BitOperations.TrailingZeroCount(agreed) == bit && (bit < keys.Singles || keys.Least(a, b, bit) == key);
}
