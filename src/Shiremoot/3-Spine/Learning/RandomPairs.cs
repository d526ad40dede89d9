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
}
