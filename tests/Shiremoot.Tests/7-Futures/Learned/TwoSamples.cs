using MathNet.Numerics;

namespace Shiremoot.Tests.Futures.Learned;

/// <summary>Tests of two samples of people for a difference. Events of one person belong together.</summary>
static class TwoSamples
{
    /// <summary>So many of so many, for each person: a test of two shares by the error of a ratio of sums over people (W. G. Cochran, 1977), which is the test of two shares where each has one.</summary>
    public static double Shares(IReadOnlyList<(double Part, double Whole)> a, IReadOnlyList<(double Part, double Whole)> b)
    {
        ((double one, double oneVariance), (double other, double otherVariance)) = (Ratio(a), Ratio(b));
        return TwoSided((one - other) / Math.Sqrt(oneVariance + otherVariance));
    }

    /// <summary>Two means of one number a person, without taking their spreads for alike (B. L. Welch, 1947); so many people that t is normal.</summary>
    public static double Means(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        static double Error(IReadOnlyList<double> x)
        {
            double mean = x.Average();
            return x.Sum(v => (v - mean) * (v - mean)) / (x.Count - 1) / x.Count;
        }
        return TwoSided((a.Average() - b.Average()) / Math.Sqrt(Error(a) + Error(b)));
    }

    /// <summary>Mood's test of two medians (A. M. Mood, 1954): above the middle of both together or not, in the one or the other.</summary>
    public static double Medians(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double middle = Median([.. a, .. b]);
        return Shares([.. a.Select(x => (x > middle ? 1.0 : 0, 1.0))], [.. b.Select(x => (x > middle ? 1.0 : 0, 1.0))]);
    }

    /// <summary>P values held up so that of all of them the chance that any falls below a level by chance is no more than the level (S. Holm, 1979).</summary>
    public static double[] Holm(IReadOnlyList<double> p)
    {
        double[] adjusted = new double[p.Count];
        double most = 0;
        foreach ((int rank, int at) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Index()) adjusted[at] = most = Math.Max(most, Math.Min(1, (p.Count - rank) * p[at]));
        return adjusted;
    }

    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static (double Value, double Variance) Ratio(IReadOnlyList<(double Part, double Whole)> each)
    {
        double whole = each.Sum(e => e.Whole), value = each.Sum(e => e.Part) / whole;
        return (value, each.Sum(e => Math.Pow(e.Part - (value * e.Whole), 2)) / (whole * whole));
    }

    private static double TwoSided(double z) => double.IsNaN(z) ? 1 : SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));
}
