namespace Shiremoot.Futures.Contracts;

/// <summary>Standard deviation, and what part of a variance a part of a sum is.</summary>
internal static class RiskKernel
{
    public static double Deviation(ReadOnlySpan<double> values) => Math.Sqrt(Covariance(values, values));

    /// <summary>Covariance of a part with the whole, over the variance of the whole; nought if the whole does not vary. The parts of a sum add up to one.</summary>
    public static double ShareOfVariance(ReadOnlySpan<double> part, ReadOnlySpan<double> whole)
    {
        double variance = Covariance(whole, whole);
        return variance < 1e-9 ? 0 : Covariance(part, whole) / variance;
    }

    /// <summary>
    /// The share of the variance of an outcome that goes with an input: between groups of runs alike in it, less what groups would differ by luck
    /// (epsilon squared: Kelley, "An unbiased correlation ratio measure", 1935). The input's places in order, the smallest first.
    /// </summary>
    public static double ShareOf(ReadOnlySpan<int> byInput, ReadOnlySpan<double> outcome)
    {
        int runs = outcome.Length, groups = Math.Min(50, runs / 4);
        double mean = 0, total = 0, between = 0;
        foreach (double value in outcome) mean += value / runs;
        foreach (double value in outcome) total += (value - mean) * (value - mean);
        if (total < 1e-9) return 0;
        for (int group = 0; group < groups; group++)
        {
            int from = (int)((long)group * runs / groups), until = (int)((long)(group + 1) * runs / groups);
            double own = 0;
            for (int at = from; at < until; at++) own += outcome[byInput[at]] / (until - from);
            between += (until - from) * (own - mean) * (own - mean);
        }
        double within = (total - between) / (runs - groups);
        return Math.Clamp((between - ((groups - 1) * within)) / total, 0, 1);
    }

    private static double Covariance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        if (one.Length < 2) return 0;
        double meanOne = 0, meanOther = 0, sum = 0;
        for (int n = 0; n < one.Length; n++) (meanOne, meanOther) = (meanOne + (one[n] / one.Length), meanOther + (other[n] / one.Length));
        for (int n = 0; n < one.Length; n++) sum += (one[n] - meanOne) * (other[n] - meanOther);
        return sum / (one.Length - 1);
    }
}
