using MathNet.Numerics;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Flowing;

/// <summary>What share of a length of time lies below a bound, and its first two moments there: all that a table of stays needs, exactly.</summary>
internal static class PartialMoments
{
    /// <summary>Probability below x, E[X; X below x], E[X²; X below x].</summary>
    public static (double Below, double First, double Second) Of(Lasting lasting, double x)
    {
        double mean = lasting.Mean, spread = lasting.Spread;
        if (x <= 0) return (0, 0, 0);
        switch (lasting.Shape)
        {
            case LastingShape.Fixed:
                return x > mean ? (1, mean, mean * mean) : (0, 0, 0);
            case LastingShape.Exponential:
                return OfWeibull(mean, 1, x);
            case LastingShape.Weibull:
                return OfWeibull(mean / SpecialFunctions.Gamma(1 + (1 / spread)), spread, x);
            case LastingShape.Gamma:
                double Part(int n) => SpecialFunctions.GammaLowerRegularized(spread + n, x * spread / mean);
                return (Part(0), mean * Part(1), mean * mean * (spread + 1) / spread * Part(2));
            case LastingShape.Empirical:
                double[] below = [.. lasting.Seen.Where(d => d < x)];
                return ((double)below.Length / lasting.Seen.Count, below.Sum() / lasting.Seen.Count, below.Sum(d => d * d) / lasting.Seen.Count);
            case LastingShape.LogNormal when spread > 0:
                double log = Math.Log(mean) - (spread * spread / 2), at = (Math.Log(x) - log) / spread;
                return (Below(at), mean * Below(at - spread), mean * mean * Math.Exp(spread * spread) * Below(at - (2 * spread)));
            case LastingShape.LogNormal:
                return x > mean ? (1, mean, mean * mean) : (0, 0, 0);
            default:
                return OfUniform(mean - spread, mean + spread, x);
        }
    }

    // With scale a and shape k: E[X^n; X < x] = a^n Γ(1 + n/k) P(1 + n/k, (x/a)^k).
    private static (double, double, double) OfWeibull(double scale, double shape, double x)
    {
        double at = Math.Pow(x / scale, shape);
        double Moment(int n) => Math.Pow(scale, n) * SpecialFunctions.Gamma(1 + (n / shape)) * SpecialFunctions.GammaLowerRegularized(1 + (n / shape), at);
        return (-Math.Exp(-at) + 1, Moment(1), Moment(2));
    }

    private static (double, double, double) OfUniform(double from, double until, double x)
    {
        double width = until - from, upto = Math.Clamp(x, from, until);
        if (width <= 0) return x > from ? (1, from, from * from) : (0, 0, 0);
        return ((upto - from) / width, ((upto * upto) - (from * from)) / (2 * width), ((upto * upto * upto) - (from * from * from)) / (3 * width));
    }

    private static double Below(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));
}
