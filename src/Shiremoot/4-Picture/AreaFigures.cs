using Shiremoot.Picture.Areas;
using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Puts an interval around the parts of a figure, by the measure's method.</summary>
static class AreaFigures
{
    /// <summary>The figure with its 95% interval and what a reader must know of it.</summary>
    public static AreaFigure Figure(AreaMeasure measure, FigureParts parts, IReadOnlyList<string> flags)
    {
        if (!parts.IsKnown || !double.IsFinite(parts.Value)) return AreaFigure.NotPublished with { Flags = ["not published", .. flags] };
        List<string> all = [.. flags];
        if (parts.Missing > 0 && measure.EmptyMeansNothing is null) all.Add($"{parts.Missing} of its parts not published");
        if (parts.IsWorkedOut) all.Add("worked out from two published figures");
        if (parts.IsCountWorkedBack && measure.Interval != AreaIntervalMethod.None) all.Add("interval approximate: the count is worked back from the rate");
        return new AreaFigure(parts.Value, Interval(measure, parts, Confidence.Usual), Known(parts.Numerator), Known(parts.Denominator), all);
    }

    /// <summary>Null where the measure has no method or the counts behind the figure are not known.</summary>
    public static Interval? Interval(AreaMeasure measure, FigureParts parts, double confidence)
    {
        if (!parts.IsKnown || double.IsNaN(parts.Numerator)) return null;
        if (measure.Interval == AreaIntervalMethod.None) return null;
        if (measure.Kind == AreaValueKind.Count) return Taken(Counts.Interval(parts.Numerator, confidence));
        if (!(parts.Denominator > 0)) return null;
        return measure.Interval == AreaIntervalMethod.Wilson
            ? Taken(Proportions.Of(parts.Numerator, parts.Denominator, measure.Per, confidence).Then(v => Outcome.Of(v.Interval)))
            : Taken(Rates.Crude(parts.Numerator, parts.Denominator, measure.Per, confidence).Then(v => Outcome.Of(v.Interval)));
    }

    /// <summary>Where a figure stands beside a value taken as exact; null without an interval.</summary>
    public static Standing? Standing(AreaMeasure measure, FigureParts parts, double beside) =>
        Interval(measure, parts, Confidence.Usual) is { } usual && Interval(measure, parts, Confidence.Control) is { } control
            ? Comparison.ByInterval(usual, control, beside)
            : null;

    private static Interval? Taken(Outcome<Interval> made) => made.IsRefused ? null : made.Value;

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
