using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>A point of a series of proportions: <paramref name="Count"/> out of <paramref name="Of"/> at a time (a year).</summary>
public readonly record struct CountPoint(double Time, double Count, double Of);

/// <summary>A point of any other series, with its 95% interval.</summary>
public readonly record struct ValuePoint(double Time, double Value, double Lower95, double Upper95);

/// <summary>
/// Whether the latest five points rise or fall. Sources: P. Armitage (1955), Biometrics 11, 375-386 (chi-square for a linear trend in
/// proportions); weighted least squares with the intervals' standard errors for the rest; the marker as in the Public Health Outcomes Framework.
/// </summary>
public static class TrendMarker
{
    public const int PointsUsed = 5;

    /// <summary>The chi-square on one degree of freedom with 0.2% above it: 99.8% confidence, the square of 3.0902.</summary>
    public const double Critical = 9.54953570608324;

    /// <summary>The trend of a proportion, its slope per one. Oldest point first; only the latest five are used.</summary>
    public static Outcome<Trend> OfProportions(IReadOnlyList<CountPoint> points)
    {
        CountPoint[] latest = [.. points.TakeLast(PointsUsed)];
        double count = 0, of = 0;
        foreach (CountPoint point in latest)
        {
            if (Proportions.Of(point.Count, point.Of).Refused(out Refusal? why, out _)) return why;
            (count, of) = (count + point.Count, of + point.Of);
        }
        double variance = count / of * (1 - (count / of));
        return Mark([.. latest.Select(p => new Weighted(p.Time, p.Count / p.Of, p.Of / variance))], "chi-square for linear trend");
    }

    /// <summary>The trend of any other value, weighted by its 95% intervals. Oldest point first; only the latest five are used.</summary>
    public static Outcome<Trend> OfValues(IReadOnlyList<ValuePoint> points) =>
        Mark([.. points.TakeLast(PointsUsed).Select(p => new Weighted(p.Time, p.Value, Precision(p)))], "slope weighted by the intervals");

    private readonly record struct Weighted(double Time, double Value, double Weight);

    private static double Precision(ValuePoint point)
    {
        double standardError = (point.Upper95 - point.Lower95) / 3.92;
        return 1 / (standardError * standardError);
    }

    private static Outcome<Trend> Mark(Weighted[] points, string method)
    {
        if (points.Length < PointsUsed) return Refusals.TooFewValues("a trend marker", points.Length, PointsUsed);
        for (int i = 1; i < points.Length; i++)
            if (!(points[i].Time > points[i - 1].Time)) return Refusals.TimesNotRising(i);
        if (points.Any(p => !double.IsFinite(p.Value))) return Refusals.NotKnown("value of every point");
        if (points.Any(p => !double.IsFinite(p.Weight) || p.Weight <= 0)) return Refusals.NoSpread("The trend");

        (double slope, double chiSquare) = Fit(points);
        bool keeps = points.Select((_, left) => Fit([.. points.Where((_, i) => i != left)]).Slope).All(s => slope != 0 && Math.Sign(s) == Math.Sign(slope));
        TrendDirection direction = chiSquare > Critical && keeps
            ? slope > 0 ? TrendDirection.Increasing : TrendDirection.Decreasing
            : TrendDirection.NoSignificantChange;
        return new Trend(direction, slope, chiSquare, keeps, method);
    }

    // Weighted least squares. With weights n / (p(1-p)) its chi-square is Armitage's.
    private static (double Slope, double ChiSquare) Fit(Weighted[] points)
    {
        double weight = points.Sum(p => p.Weight);
        double time = points.Sum(p => p.Weight * p.Time) / weight, value = points.Sum(p => p.Weight * p.Value) / weight;
        double across = points.Sum(p => p.Weight * (p.Time - time) * (p.Value - value)), spread = points.Sum(p => p.Weight * (p.Time - time) * (p.Time - time));
        double slope = across / spread;
        return (slope, slope * slope * spread);
    }
}
