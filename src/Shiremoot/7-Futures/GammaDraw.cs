using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Draws from the gamma distribution: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM Transactions on Mathematical Software 26 (2000).</summary>
internal static class GammaDraw
{
    /// <summary>A draw with scale 1; it takes two numbers from the stream or more.</summary>
    /// <param name="shape">The shape, above 0; below 1 by one of a shape above it.</param>
    /// <param name="chance">The stream.</param>
    public static double Of(double shape, ref Chance chance)
    {
        if (shape < 1) return Of(shape + 1, ref chance) * Math.Pow(chance.Share(), 1 / shape);
        double d = shape - (1 / 3.0), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = chance.Normal(), v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(chance.Share()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }
}
