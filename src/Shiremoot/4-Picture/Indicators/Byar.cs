namespace Shiremoot.Picture.Indicators;

/// <summary>
/// Byar's approximation to the exact Poisson limits of a count.
/// Source: N. E. Breslow and N. E. Day (1987), Statistical Methods in Cancer Research II, IARC, p. 69.
/// </summary>
public static class Byar
{
    public const string Method = "Byar";

    /// <summary>
    /// Limits of a count of events above zero. The lower limit is NaN where the approximation falls below zero (one event at 99.8%):
    /// it does not hold there, and <see cref="Counts"/> uses the exact limits.
    /// </summary>
    public static (double Lower, double Upper) Limits(double events, double confidence)
    {
        double z = Confidence.Z(confidence);
        double lower = events * Cube(1 - (1 / (9 * events)) - (z / (3 * Math.Sqrt(events))));
        double next = events + 1;
        double upper = next * Cube(1 - (1 / (9 * next)) + (z / (3 * Math.Sqrt(next))));
        return (lower < 0 ? double.NaN : lower, upper);
    }

    private static double Cube(double x) => x * x * x;
}
