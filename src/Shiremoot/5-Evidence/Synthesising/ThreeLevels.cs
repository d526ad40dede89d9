using MathNet.Numerics.Distributions;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>Variances between clusters and within them, by restricted maximum likelihood, with intervals from its profile.</summary>
static class ThreeLevels
{
    public static (double Between, double Within) Fit(FitColumns columns)
    {
        double scale = columns.Scale;
        double between = Search.Peak(scale, b => BestWithin(columns, scale, b) is var w && WeightedFit.At(columns, b, w) is var fit ? (fit.Likelihood, fit.SlopeBetween) : default);
        return (between, BestWithin(columns, scale, between));
    }

    public static ((double Lower, double Upper) Between, (double Lower, double Upper) Within) Intervals(FitColumns columns, double between, double within, double confidence)
    {
        double scale = columns.Scale, least = WeightedFit.At(columns, between, within).Likelihood - (ChiSquared.InvCDF(1, confidence) / 2);
        return (Held(between, scale, b => WeightedFit.At(columns, b, BestWithin(columns, scale, b)).Likelihood >= least),
            Held(within, scale, w => WeightedFit.At(columns, BestBetween(columns, scale, w), w).Likelihood >= least));
    }

    private static (double Lower, double Upper) Held(double best, double scale, Func<double, bool> holds) =>
        (holds(0) ? 0 : Search.Halve(0, best, x => !holds(x)), Search.Beyond(best, scale, holds));

    private static double BestWithin(FitColumns columns, double scale, double between) =>
        Search.Peak(scale, w => WeightedFit.At(columns, between, w) is var fit ? (fit.Likelihood, fit.SlopeWithin) : default);

    private static double BestBetween(FitColumns columns, double scale, double within) =>
        Search.Peak(scale, b => WeightedFit.At(columns, b, within) is var fit ? (fit.Likelihood, fit.SlopeBetween) : default);
}
