using MathNet.Numerics;
using Shiremoot.Picture.Indicators;

namespace Shiremoot.Picture;

/// <summary>The tails of the normal and chi-squared distributions, right in the far tail too, where 1 minus the distribution is not.</summary>
static class Tails
{
    /// <summary>The two-sided normal quantile of a confidence: 1.959964 at 0.95.</summary>
    public static double Z(double confidence) => Confidence.Z(confidence);

    /// <summary>The chance of a standard normal at least so far from 0, either way.</summary>
    public static double TwoSided(double z) => double.IsNaN(z) ? double.NaN : SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>The chance of a chi-squared of so many degrees of freedom at least so large; 1 where there are none.</summary>
    public static double ChiSquared(double value, int degrees) =>
        double.IsNaN(value) ? double.NaN : degrees == 0 || value <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, value / 2);
}

/// <summary>A test by a statistic that is chi-squared where there is nothing to find.</summary>
/// <param name="Statistic">At least 0.</param>
/// <param name="Degrees">Degrees of freedom.</param>
public readonly record struct ChiSquaredTest(double Statistic, int Degrees)
{
    /// <summary>The chance of so large a statistic where there is nothing to find.</summary>
    public double P => Tails.ChiSquared(Statistic, Degrees);
}
