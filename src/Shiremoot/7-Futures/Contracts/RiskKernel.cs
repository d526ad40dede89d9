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

    private static double Covariance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        if (one.Length < 2) return 0;
        double meanOne = 0, meanOther = 0, sum = 0;
        for (int n = 0; n < one.Length; n++) (meanOne, meanOther) = (meanOne + (one[n] / one.Length), meanOther + (other[n] / one.Length));
        for (int n = 0; n < one.Length; n++) sum += (one[n] - meanOne) * (other[n] - meanOther);
        return sum / (one.Length - 1);
    }
}
