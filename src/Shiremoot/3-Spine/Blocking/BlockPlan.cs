using System.Numerics;
using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Blocking;

/// <summary>
/// The blocks of all rules, and which rules a pair agrees on. A pair that agrees on several is made once, in the block of the first. Rules under which each record has one key stand
/// first, and their keys lie side by side for each record, so that one look tells all rules two records agree on.
/// </summary>
sealed class BlockPlan
{
    private readonly RuleKeys[] keys;
    private readonly uint[] side;
    private readonly int width;
    private readonly int singles;

    private BlockPlan(int[] order, RuleKeys[] keys, RuleBlocks[] blocks, uint[] side, int width, int singles, List<int[]>[] over) =>
        (Order, this.keys, Blocks, this.side, this.width, this.singles, Over) = (order, keys, blocks, side, width, singles, over);

    /// <summary>Which rule of the model each bit of a mask stands for.</summary>
    public int[] Order { get; }

    /// <summary>The blocks of each rule, in the order of the bits.</summary>
    public RuleBlocks[] Blocks { get; }

    /// <summary>The blocks too large to be taken pair by pair, of each rule.</summary>
    public List<int[]>[] Over { get; }

    /// <param name="records">How many records.</param>
    /// <param name="rules">For each rule of the model its fields' columns and the keys of their parts.</param>
    /// <param name="most">Records of a block beyond which it is not taken pair by pair.</param>
    public static BlockPlan Of(int records, IReadOnlyList<IReadOnlyList<(RecordColumn, PartColumn)>> rules, int most)
    {
        RuleKeys[] made = new RuleKeys[rules.Count];
        RuleBlocks[] blocks = new RuleBlocks[rules.Count];
        List<int[]>[] over = new List<int[]>[rules.Count];
        Parallel.For(0, rules.Count, r =>
        {
            made[r] = RuleKeys.Of(records, rules[r]);
            blocks[r] = RuleBlocks.Of(made[r], records, most, over[r] = []);
        });
        int[] order = [.. Enumerable.Range(0, rules.Count).OrderBy(r => made[r].IsSingle ? 0 : 1)];
        int singles = made.Count(k => k.IsSingle), width = (singles + 7) / 8 * 8;
        uint[] side = new uint[(long)records * width];
        for (int bit = 0; bit < singles; bit++)
        {
            uint[] own = made[order[bit]].Keys;
            for (int r = 0, at = bit; r < records; r++, at += width) side[at] = own[r];
        }
        return new BlockPlan(order, [.. order.Select(r => made[r])], [.. order.Select(r => blocks[r])], side, width, singles, [.. order.Select(r => over[r])]);
    }

    /// <summary>The rules a pair agrees on, a bit each.</summary>
    public uint Agreed(int a, int b)
    {
        uint mask = 0;
        ReadOnlySpan<uint> one = side.AsSpan(a * width, width), other = side.AsSpan(b * width, width);
        for (int at = 0; at < width; at += 8)
        {
            Vector256<uint> x = Vector256.Create(one[at..]), y = Vector256.Create(other[at..]);
            mask |= (Vector256.Equals(x, y) & ~Vector256.Equals(x, Vector256<uint>.Zero)).ExtractMostSignificantBits() << at;
        }
        for (int bit = singles; bit < keys.Length; bit++)
            if (Shared(keys[bit].Of(a), keys[bit].Of(b)) != 0) mask |= 1u << bit;
        return mask;
    }

    /// <summary>True if this block is the one in which the pair is made: of the first rule it agrees on, and of the least key it shares there.</summary>
    public bool IsMadeHere(int bit, uint key, int a, int b, uint agreed) =>
        BitOperations.TrailingZeroCount(agreed) == bit && (bit < singles || Shared(keys[bit].Of(a), keys[bit].Of(b)) == key);

    // The least key two records share; 0 if they share none.
    private static uint Shared(ReadOnlySpan<uint> these, ReadOnlySpan<uint> those)
    {
        uint least = 0;
        foreach (uint key in these)
            if (key != 0 && (least == 0 || key < least) && those.Contains(key)) least = key;
        return least;
    }
}
