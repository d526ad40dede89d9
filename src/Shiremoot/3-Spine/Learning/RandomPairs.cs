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

    /// <summary>About so many pairs of records that share their first value of a field, evenly over all such pairs.</summary>
    /// <param name="first">The first value of each record, 0 for none.</param>
    /// <param name="values">How many values there are.</param>
    /// <param name="wanted">How many pairs to pick.</param>
    public static IEnumerable<(int A, int B)> PickSharing(int[] first, int values, int wanted)
    {
        int[] starts = new int[values + 2], order = new int[first.Length];
        foreach (int value in first) starts[value + 1]++;
        for (int v = 0; v <= values; v++) starts[v + 1] += starts[v];
        int[] next = (int[])starts.Clone();
        for (int r = 0; r < first.Length; r++) order[next[first[r]]++] = r;
        long all = 0, upcoming = 0, before = 0;
        for (int v = 1; v <= values; v++) all += PairsOf(starts[v + 1] - starts[v]);
        long stride = Math.Max(1, all / wanted);
        for (int v = 1; v <= values; v++)
        {
            int size = starts[v + 1] - starts[v];
            long pairs = PairsOf(size);
            for (; upcoming < before + pairs; upcoming += stride)
            {
                // The pairs of a value in the order (0,1), (0,2), (1,2), (0,3) ...
                long at = upcoming - before;
                int other = (int)((1 + Math.Sqrt(1 + (8.0 * at))) / 2);
                while (PairsOf(other) > at) other--;
                while (PairsOf(other + 1) <= at) other++;
                yield return (order[starts[v] + (int)(at - PairsOf(other))], order[starts[v] + other]);
            }
            before += pairs;
        }
    }

    private static long PairsOf(int size) => (long)size * (size - 1) / 2;
}
