using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>One area for a funnel.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Numerator">Those counted, events, or observed events.</param>
/// <param name="Denominator">The group, the population (person-years), or the expected events.</param>
public sealed record FunnelArea(string Name, double Numerator, double Denominator);

/// <summary>Draws a funnel plot. Source: D. Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202.</summary>
public static class Funnel
{
    private const int PointsOnALine = 100;

    /// <summary>Draws the chart, or refuses naming the area at fault.</summary>
    /// <param name="kind">What the areas are measured by.</param>
    /// <param name="areas">The areas; those with nobody must be left out.</param>
    /// <param name="per">The multiplier of the values and limits.</param>
    /// <param name="benchmark">Per one; by default that of all the areas together, and 1 for a ratio.</param>
    /// <param name="convention">We draw the inversion: an area is outside the line exactly when its own interval leaves the benchmark out.</param>
    public static Outcome<FunnelChart> Draw(
        FunnelKind kind, IReadOnlyList<FunnelArea> areas, double per, double? benchmark = null, FunnelConvention convention = FunnelConvention.IntervalInversion)
    {
        if (areas.Count == 0) return Refusals.TooFewValues("a funnel", 0, 1);
        double average = benchmark ?? (kind == FunnelKind.Ratio ? 1 : areas.Sum(a => a.Numerator) / areas.Sum(a => a.Denominator));
        FunnelPoint[] points = new FunnelPoint[areas.Count];
        for (int i = 0; i < points.Length; i++)
        {
            FunnelArea area = areas[i];
            if (StandingOf(kind, area, average, convention).Refused(out Refusal? why, out Standing standing))
                return why with { Says = $"{area.Name}: {why.Says}" };
            points[i] = new(area.Name, area.Denominator, area.Numerator / area.Denominator * per, standing);
        }
        return new FunnelChart(kind, convention, average * per, per, Lines(kind, areas, per, average, convention), points);
    }

    /// <summary>
    /// The population that makes a directly standardised rate of so many events: events ÷ rate. It stands for the denominator in a funnel
    /// of such rates. NaN below ten events, where there is no such rate: leave those areas out.
    /// </summary>
    public static double EffectivePopulation(double events, double rate, double per) =>
        events < DirectStandardisation.EventsNeeded || !(rate > 0) ? double.NaN : events / rate * per;

    private static Outcome<Standing> StandingOf(FunnelKind kind, FunnelArea area, double benchmark, FunnelConvention convention) =>
        kind == FunnelKind.Proportion
            ? Comparison.Proportion(area.Numerator, area.Denominator, benchmark, convention)
            : Given.IsBadSize(area.Denominator, "denominator", out Refusal? why) ? why : Comparison.Count(area.Numerator, area.Denominator * benchmark, convention);

    private static FunnelLine[] Lines(FunnelKind kind, IReadOnlyList<FunnelArea> areas, double per, double benchmark, FunnelConvention convention)
    {
        double most = areas.Max(a => a.Denominator) * 1.1, least = Math.Min(areas.Min(a => a.Denominator), most / PointsOnALine);
        List<FunnelLine> lines = [];
        foreach (double confidence in (ReadOnlySpan<double>)[Confidence.Usual, Confidence.Control])
            foreach (bool isUpper in (ReadOnlySpan<bool>)[false, true])
                lines.Add(kind != FunnelKind.Proportion && convention == FunnelConvention.IntervalInversion
                    ? ByEvents(confidence, isUpper, most, per, benchmark)
                    : BySize(kind, confidence, isUpper, (least, most), per, benchmark, convention));
        return [.. lines];
    }

    private static FunnelLine BySize(
        FunnelKind kind, double confidence, bool isUpper, (double Least, double Most) size, double per, double benchmark, FunnelConvention convention)
    {
        double[] sizes = new double[PointsOnALine], limits = new double[PointsOnALine];
        for (int i = 0; i < PointsOnALine; i++)
        {
            double n = size.Least * Math.Pow(size.Most / size.Least, i / (PointsOnALine - 1.0));
            (double lower, double upper) = kind == FunnelKind.Proportion
                ? FunnelLimits.Proportion(benchmark, n, confidence, convention)
                : Divided(FunnelLimits.Control(benchmark * n, confidence), n);
            (sizes[i], limits[i]) = (n, (isUpper ? upper : lower) * per);
        }
        return new(confidence, isUpper, sizes, limits);
    }

    // Each number of events gives one point of the line: the size at which it lies just on it. The lower line begins at no events.
    private static FunnelLine ByEvents(double confidence, bool isUpper, double most, double per, double benchmark)
    {
        List<double> sizes = [], limits = [];
        for (double events = isUpper ? 1 : 0; sizes.Count == 0 || sizes[^1] < most; events = Math.Max(events + 1, Math.Floor(events * 1.06)))
        {
            (double onLower, double onUpper) = FunnelLimits.ExpectedFor(events, confidence);
            double size = (isUpper ? onUpper : onLower) / benchmark;
            sizes.Add(size);
            limits.Add(events / size * per);
        }
        return new(confidence, isUpper, sizes, limits);
    }

    private static (double Lower, double Upper) Divided((double Lower, double Upper) limits, double by) => (limits.Lower / by, limits.Upper / by);
}
