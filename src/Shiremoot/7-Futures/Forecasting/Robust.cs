namespace Shiremoot.Futures.Forecasting;

/// <summary>Measures of spread that one wild quarter does not move.</summary>
static class Robust
{
    /// <summary>The median absolute value, times what makes it a standard deviation where values are normal (Hampel, 1974); 0 of none.</summary>
    public static double Spread(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Select(Math.Abs).Order()];
        return sorted.Length == 0 ? 0 : 1.4826 * Median(sorted);
    }

    public static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
