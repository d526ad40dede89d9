using MathNet.Numerics.Distributions;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Intervals and tests of what a fit gives: by the normal, or by Student's t where there are degrees.</summary>
static class Inference
{
    public static SynthesisCoefficient Of(string name, double value, double variance, int? degrees, double confidence, string method)
    {
        double error = Math.Sqrt(variance), statistic = value / error, reach = Critical(degrees, confidence) * error;
        return new(name, value, error, new Interval(value - reach, value + reach, confidence, method), statistic, degrees, TwoSided(statistic, degrees));
    }

    public static double Critical(int? degrees, double confidence) => degrees is { } df ? StudentT.InvCDF(0, 1, df, 0.5 + (confidence / 2)) : Tails.Z(confidence);

    public static double TwoSided(double statistic, int? degrees) =>
        double.IsNaN(statistic) ? double.NaN : degrees is { } df ? Math.Min(1, 2 * StudentT.CDF(0, 1, df, -Math.Abs(statistic))) : Tails.TwoSided(statistic);

    /// <summary>All coefficients but the first at once; with degrees it is an F.</summary>
    public static SynthesisTest Together(double[] coefficients, double[] covariance, int? degrees)
    {
        int p = coefficients.Length, m = p - 1;
        double[] part = new double[m * m];
        for (int a = 0; a < m; a++)
            for (int b = 0; b < m; b++) part[(a * m) + b] = covariance[((a + 1) * p) + b + 1];
        return Jointly(coefficients[1..], part, degrees);
    }

    /// <summary>All values at once, given their covariance by rows; not a number where one follows from the others.</summary>
    public static SynthesisTest Jointly(double[] values, double[] covariance, int? degrees)
    {
        int m = values.Length;
        if (!Cholesky.Try(covariance, m, out Cholesky? factor, out _, 1e-14)) return new(double.NaN, m, degrees, double.NaN);
        double squares = factor.Quadratic(values);
        return degrees is { } df
            ? new(squares / m, m, df, OfF(squares / m, m, df))
            : new(squares, m, null, Tails.ChiSquared(squares, m));
    }

    /// <summary>The upper tail of an F, by the beta function, right in the far tail too.</summary>
    public static double OfF(double f, int m, int df) => f <= 0 ? 1 : MathNet.Numerics.SpecialFunctions.BetaRegularized(df / 2.0, m / 2.0, df / (df + (m * f)));
}
