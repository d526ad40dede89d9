using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>The mean of a list of values with the interval of Student's t ("Student", 1908, Biometrika 6, 1-25).</summary>
public static class Means
{
    public const string Method = "Student's t";

    /// <summary>The mean and its interval; needs two values or more. The numerator is the sum, the denominator the number of values.</summary>
    public static Outcome<IndicatorValue> Of(IReadOnlyList<double> values, double confidence = Confidence.Usual)
    {
        if (values.Count < 2) return Refusals.TooFewValues("a mean with an interval", values.Count, 2);
        if (values.Any(v => !double.IsFinite(v))) return Refusals.NotKnown("value of every member");
        double half = Quantile(values.Count - 1, confidence) * StandardDeviation(values) / Math.Sqrt(values.Count);
        double sum = values.Sum(), mean = sum / values.Count;
        return new IndicatorValue(mean, new(mean - half, mean + half, confidence, Method), sum, values.Count, 1, "mean");
    }

    /// <summary>The sample standard deviation, with n - 1 below.</summary>
    public static double StandardDeviation(IReadOnlyList<double> values)
    {
        double mean = values.Sum() / values.Count;
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }

    // The library's quantile is good to about eight figures; two steps of Newton's method give the rest.
    private static double Quantile(double freedom, double confidence)
    {
        Confidence.Check(confidence);
        double p = 0.5 + (confidence / 2), t = StudentT.InvCDF(0, 1, freedom, p);
        for (int step = 0; step < 2; step++)
        {
            double above = SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + (t * t))) / 2;
            t -= (1 - above - p) / StudentT.PDF(0, 1, freedom, t);
        }
        return t;
    }
}
