using MathNet.Numerics;

namespace Shiremoot.Tests.Picture.Indicators;

/// <summary>
/// The exact Poisson limits as the funnel files print them: J. C. Pezzullo's public bisection of v in (0, 1) with limit (1 + x) v / (1 - v),
/// stopped when the step falls to 1e-7. Its figures are true to about six digits though ten are printed. The library's limits are the
/// equation's own; a test holds the two within one step of each other.
/// </summary>
static class StoppedBisection
{
    public static (double OnLower, double OnUpper) ExpectedFor(double events, double confidence)
    {
        double tail = (1 - confidence) / 2;
        return (At(events, Find(v => 1 - SpecialFunctions.GammaLowerRegularized(events + 1, At(events, v)) < tail)),
            At(events, Find(v => SpecialFunctions.GammaLowerRegularized(events, At(events, v)) > tail)));
    }

    /// <summary>How far v of one limit is from v of another.</summary>
    public static double Steps(double events, double limit, double other) => Math.Abs(V(events, limit) - V(events, other)) / 1e-7;

    private static double Find(Func<double, bool> isTooHigh)
    {
        double v = 0.5, step = 0.5;
        while (step > 1e-7)
        {
            step /= 2;
            v += isTooHigh(v) ? -step : step;
        }
        return v;
    }

    private static double At(double events, double v) => (1 + events) * v / (1 - v);

    private static double V(double events, double limit) => limit / (1 + events + limit);
}
