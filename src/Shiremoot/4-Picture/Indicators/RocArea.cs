using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>
/// The area under the ROC curve: how often one with the outcome has the higher score of a pair, ties counting half (the Mann-Whitney
/// statistic). Its interval is that of E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson (1988), Biometrics 44, 837-845.
/// </summary>
public static class RocArea
{
    public const string Method = "DeLong";

    /// <summary>The area and its interval; refused unless there are two with the outcome and two without, which its error needs.</summary>
    /// <param name="scores">A score each, finite; higher means the outcome is thought likelier.</param>
    /// <param name="outcomes">Whether each had the outcome.</param>
    /// <param name="confidence">Of the interval, which is cut at 0 and 1.</param>
    public static Outcome<Discrimination> Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, double confidence = Confidence.Usual)
    {
        int with = outcomes.Count(true), without = outcomes.Length - with;
        if (Math.Min(with, without) < 2) return Refusals.TooFewValues("an area under the curve, among those with the outcome and among those without,", Math.Min(with, without), 2);
        (double area, double error) = Measured(scores, outcomes);
        double reach = Confidence.Z(confidence) * error;
        return new Discrimination(area, error, new Interval(Math.Max(0, area - reach), Math.Min(1, area + reach), confidence, Method), with, without);
    }

    /// <summary>The area and its error, of scores of some with the outcome and some without; no error where one of either is alone.</summary>
    internal static (double Area, double Error) Measured(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        (double[] sorted, bool[] had) = (scores.ToArray(), outcomes.ToArray());
        Array.Sort(sorted, had);
        int with = outcomes.Count(true), without = had.Length - with;

        // In rising order a block of ties at a time: each with the outcome beats those without below it, and half of those in its block.
        double area = 0, squareWith = 0, squareWithout = 0;
        int below = 0, belowWith = 0;
        for (int from = 0, until; from < sorted.Length; from = until)
        {
            int some = 0;
            for (until = from; until < sorted.Length && sorted[until].Equals(sorted[from]); until++) some += had[until] ? 1 : 0;
            int none = until - from - some;
            double beats = (below + (none / 2.0)) / without, beaten = (with - belowWith - (some / 2.0)) / with;
            area += some * beats;
            squareWith += some * beats * beats;
            squareWithout += none * beaten * beaten;
            (below, belowWith) = (below + none, belowWith + some);
        }
        area /= with;
        double variance = (Spread(squareWith, area, with) / with) + (Spread(squareWithout, area, without) / without);
        return (area, Math.Sqrt(variance));
    }

    private static double Spread(double squares, double mean, int n) => n > 1 ? Math.Max(0, (squares - (n * mean * mean)) / (n - 1)) : double.NaN;
}

/// <summary>How well a score tells those with an outcome from those without.</summary>
/// <param name="Area">Under the ROC curve, 0.5 for no better than chance, 1 for always right.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="With">Those with the outcome.</param>
/// <param name="Without">Those without.</param>
public sealed record Discrimination(double Area, double Error, Interval Interval, int With, int Without);
