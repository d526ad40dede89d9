using Shiremoot.Terms;

namespace Shiremoot.Spine.Learning;

/// <summary>
/// Pairs picked without regard to any rule: nearly all are of two people, and show how often those agree by chance. Records that are alike stand near one another, so both records of a pair
/// are drawn: pairs a fixed way apart would never be of one block.
/// </summary>
static class RandomPairs
{
    private const ulong Seed = 20_240_517;
    private const uint Purpose = 1;

    /// <summary>So many pairs, the first record before the second, drawn with putting back; every pair once, if there are not more.</summary>
    /// <param name="records">How many records there are.</param>
    /// <param name="wanted">How many pairs to pick.</param>
    public static IEnumerable<(int A, int B)> Pick(int records, int wanted) => (long)records * (records - 1) / 2 <= wanted ? Every(records) : Drawn(records, wanted);

    private static IEnumerable<(int, int)> Every(int records)
    {
        for (int a = 0; a < records; a++)
            for (int b = a + 1; b < records; b++) yield return (a, b);
    }

    private static (int, int)[] Drawn(int records, int wanted)
    {
        Chance chance = new(Seed, 0, Purpose);
        (int, int)[] pairs = new (int, int)[wanted];
        for (int p = 0; p < pairs.Length; p++)
        {
            int one = chance.Below(records), other = chance.Below(records - 1);
            if (other >= one) other++;
            pairs[p] = one < other ? (one, other) : (other, one);
        }
        return pairs;
    }
}
