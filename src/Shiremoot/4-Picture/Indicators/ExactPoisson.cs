using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Shiremoot.Picture.Indicators;

/// <summary>
/// The exact limits of a Poisson count: half the chi-square quantiles on 2x and 2x + 2 degrees of freedom, which are gamma quantiles.
/// Source: F. Garwood (1936), Biometrika 28, 437-442.
/// </summary>
public static class ExactPoisson
{
    public const string Method = "exact Poisson";

    /// <summary>Limits of a count of zero or more events. The lower limit of no events is zero. The count need not be whole.</summary>
    public static (double Lower, double Upper) Limits(double events, double confidence)
    {
        Confidence.Check(confidence);
        double tail = (1 - confidence) / 2;
        return (events == 0 ? 0 : GammaQuantile(events, tail), GammaQuantile(events + 1, 1 - tail));
    }

    // The library's quantile is good to about eight figures; two steps of Newton's method give the rest.
    private static double GammaQuantile(double shape, double p)
    {
        double x = Gamma.InvCDF(shape, 1, p);
        for (int step = 0; step < 2; step++)
        {
            double density = Math.Exp(((shape - 1) * Math.Log(x)) - x - SpecialFunctions.GammaLn(shape));
            double miss = SpecialFunctions.GammaLowerRegularized(shape, x) - p;
            if (density > 0 && double.IsFinite(miss / density)) x -= miss / density;
        }
        return x;
    }
}
