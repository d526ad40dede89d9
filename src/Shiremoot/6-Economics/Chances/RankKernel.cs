namespace Shiremoot.Economics.Chances;

/// <summary>Spearman's rank correlation of two columns.</summary>
internal static class RankKernel
{
    public static double Correlation(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        (double[] a, double[] b) = (Ranks(one), Ranks(other));
        double mean = (one.Length - 1) / 2.0, product = 0, first = 0, second = 0;
        for (int n = 0; n < a.Length; n++)
        {
            product += (a[n] - mean) * (b[n] - mean);
            first += (a[n] - mean) * (a[n] - mean);
            second += (b[n] - mean) * (b[n] - mean);
        }
        return product / Math.Sqrt(first * second);
    }

    // From nought; equal values share the middle of their ranks.
    private static double[] Ranks(ReadOnlySpan<float> values)
    {
        (float[] sorted, int[] order) = (values.ToArray(), [.. Enumerable.Range(0, values.Length)]);
        Array.Sort(sorted, order);
        double[] ranks = new double[sorted.Length];
        for (int from = 0, until; from < sorted.Length; from = until)
        {
            for (until = from + 1; until < sorted.Length && sorted[until] == sorted[from];) until++;
            for (int n = from; n < until; n++) ranks[order[n]] = (from + until - 1) / 2.0;
        }
        return ranks;
    }
}
