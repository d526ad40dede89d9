using Shiremoot.Picture.Areas;
using Shiremoot.Picture.Indicators;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>The trend of an area: of the latest complete periods after any break, never across one.</summary>
static class AreaTrends
{
    private const double DaysInYear = 365.25;

    public static AreaTrend Of(AreaMeasure measure, PlaceArea area, FigureSource figures, IReadOnlyList<SeriesPeriod> periods, Func<SeriesPeriod, string> label)
    {
        if (measure.Interval == AreaIntervalMethod.None) return new(area.Code, area.Name, null, "No interval can be made, so a trend cannot be told from chance.");
        int from = 0;
        for (int i = 0; i < periods.Count; i++)
            if (measure.Breaks.Any(b => b.By is null && b.At == label(periods[i]))) from = i;
        (SeriesPeriod Period, FigureParts Parts)[] known = [.. periods.Skip(from).Select(p => (p, figures.At(area.Code, p, ""))).Where(p => p.Item2.IsKnown)];
        Outcome<Trend> made = measure.Kind == AreaValueKind.Proportion
            ? TrendMarker.OfProportions([.. known.Select(k => new CountPoint(Years(k.Period), k.Parts.Numerator, k.Parts.Denominator))])
            : TrendMarker.OfValues([.. known.Select(k => Point(measure, k.Period, k.Parts))]);
        if (made.Refused(out Refusal? why, out Trend? trend)) return new(area.Code, area.Name, null, why.Says);
        string span = $"{label(known[^TrendMarker.PointsUsed].Period)} to {label(known[^1].Period)}";
        return new(area.Code, area.Name, trend, trend.Direction switch
        {
            TrendDirection.Increasing => $"rising from {span}",
            TrendDirection.Decreasing => $"falling from {span}",
            _ => $"no significant change from {span}",
        });
    }

    private static ValuePoint Point(AreaMeasure measure, SeriesPeriod period, FigureParts parts) =>
        AreaFigures.Interval(measure, parts, Confidence.Usual) is { } around
            ? new(Years(period), parts.Value, around.Lower, around.Upper)
            : new(Years(period), parts.Value, double.NaN, double.NaN);

    private static double Years(SeriesPeriod period) => (period.From + period.Until) / 2.0 / DaysInYear;
}
