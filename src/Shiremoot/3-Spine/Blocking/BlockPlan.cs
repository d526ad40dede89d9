using System.Numerics;
using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Blocking;

/// <summary>
/// The blocks of all rules, and which rules a pair agrees on. A pair that agrees on several is made once, in the block of the first. Rules under which each record has one key stand
/// first, and their keys lie side by side for each record, so that one look tells all rules two records agree on.
/// </summary>
sealed class BlockPlan
{
    private readonly KeyRuns several;
    private readonly uint[] side;
    private readonly int width;
    private readonly int singles;

    private BlockPlan(int[] order, KeyRuns several, RuleBlocks[] blocks, uint[] side, int width, int singles, List<int[]>[] over) =>
        (Order, this.several, Blocks, this.side, this.width, this.singles, Over) = (order, several, blocks, side, width, singles, over);

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
            made[r] = RuleKeys.Of(r, records, rules[r]);
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
        RuleKeys[] ordered = [.. order.Select(r => made[r])];
        return new BlockPlan(order, new KeyRuns(records, ordered.AsSpan(singles), singles), [.. order.Select(r => blocks[r])], side, width, singles, [.. order.Select(r => over[r])]);
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
        return singles < Blocks.Length ? mask | several.Shared(a, b) : mask;
    }

    /// <summary>True if this block is the one in which the pair is made: of the first rule it agrees on, and of the least key it shares there.</summary>
    public bool IsMadeHere(int bit, uint key, int a, int b, uint agreed) =>
        BitOperations.TrailingZeroCount(agreed) == bit && (bit < singles || several.Least(a, b, bit) == key);
}
