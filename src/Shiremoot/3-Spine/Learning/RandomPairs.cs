namespace Shiremoot.Spine.Learning;

/// <summary>
/// Pairs picked without regard to any rule: nearly all are of two people, and show how often those agree by chance. Records stand in an order that has nothing to do with
/// what they say, so record n and the one some way on are such a pair.
/// </summary>
static class RandomPairs
{
    /// <summary>About so many pairs, all different; every pair, if there are not more.</summary>
    /// <param name="records">How many records there are.</param>
    /// <param name="wanted">How many pairs to pick.</param>
    public static IEnumerable<(int A, int B)> Pick(int records, int wanted)
    {
        long all = (long)records * (records - 1) / 2;
        int furthest = records / 2;
        if (all <= wanted)
        {
            for (int a = 0; a < records; a++)
                for (int b = a + 1; b < records; b++) yield return (a, b);
            yield break;
        }

        int steps = (int)Math.Max(1, (wanted + (long)records - 1) / records);
        int stride = (int)Math.Max(1, (long)records * steps / wanted);
        for (int step = 0; step < steps; step++)
        {
            int apart = 1 + (int)((long)(furthest - 1) * (step + 1) / (steps + 1));
            for (int a = 0; a < records; a += stride) yield return a + apart < records ? (a, a + apart) : (a + apart - records, a);
        }
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
