using Shiremoot.Picture;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>What a measure says of the place, in a sentence or two that stand on the figures alone.</summary>
internal static class MeasureFinding
{
    /// <summary>The place's areas together in the period of comparison; null where adding up means nothing.</summary>
    public static AreaTotal? TotalOf(AreaPicture picture) =>
        picture.Areas.Count < 2 ? null : picture.Totals.FirstOrDefault(t => t.Period == picture.ComparedIn && t.Group.Count == 0 && t.Figure.Value is not null);

    public static string Of(AreaPicture picture, FigureFormat format)
    {
        AreaStanding[] known = [.. picture.Standings.Where(s => s.Figure.Value is not null).OrderByDescending(s => s.Figure.Value)];
        if (known.Length == 0) return "No figure is published for the areas of this place.";
        if (picture.Areas.Count == 1) return One(picture, known[0], format);
        if (TotalOf(picture) is { } total) return Together(picture, total, format);
        string said = $"In {picture.ComparedIn} it was highest in {known[0].AreaName}, at {format.WithUnit(known[0].Figure.Value)}, and lowest in {known[^1].AreaName}, at {format.Number(known[^1].Figure.Value)}.";
        return $"{said} {BesideAll(picture, known)}".TrimEnd();
    }

    private static string One(AreaPicture picture, AreaStanding area, FigureFormat format)
    {
        string said = $"{area.AreaName}: {format.WithUnit(area.Figure.Value)} in {picture.ComparedIn}.";
        return $"{said} {Since(picture, area.Figure.Value, Firsts(picture), format)} {TrendOf(picture)}".Trim();
    }

    private static string Together(AreaPicture picture, AreaTotal total, FigureFormat format)
    {
        string said = $"{format.WithUnit(total.Figure.Value)} in the {total.AreasWithFigure} areas together in {picture.ComparedIn}.";
        var firsts = picture.Totals.Where(t => t.Group.Count == 0 && t.AreasWithFigure == total.AreasWithFigure).Select(t => (t.Period, t.Figure.Value));
        return $"{said} {Since(picture, total.Figure.Value, firsts, format)}".TrimEnd();
    }

    // Broken down, the rows hold no whole: the change over time is then told by the chart alone.
    private static IEnumerable<(string Period, double? Value)> Firsts(AreaPicture picture) =>
        picture.By.Count > 0 ? [] : picture.Rows.Select(r => (r.Period, r.Figure.Value));

    private static string Since(AreaPicture picture, double? now, IEnumerable<(string Period, double? Value)> series, FigureFormat format)
    {
        (string Period, double? Value)[] whole = [.. series.SkipWhile(s => Wordings.IsBeforeBreak(picture, s.Period)).Where(s => s.Value is not null)];
        if (whole.Length < 2 || whole[0].Period == picture.ComparedIn || now is null) return "";
        string then = format.Number(whole[0].Value), word = now > whole[0].Value ? "Up" : now < whole[0].Value ? "Down" : "As";
        string cash = picture.Measure.Kind == AreaValueKind.Money ? ", in the money of each year" : "";
        return then == format.Number(now) ? $"Much the same as in {whole[0].Period}{cash}." : $"{word} from {then} in {whole[0].Period}{cash}.";
    }

    private static string TrendOf(AreaPicture picture) => picture.Trends is [{ Trend: not null } trend] ? $"The latest five periods show {Shown(trend)}." : "";

    private static string Shown(AreaTrend trend) => trend.Trend!.Direction switch
    {
        TrendDirection.Increasing => "a rise that chance does not explain",
        TrendDirection.Decreasing => "a fall that chance does not explain",
        _ => "no change that chance could not explain",
    };

    private static string BesideAll(AreaPicture picture, AreaStanding[] known)
    {
        (string Name, Standing? Standing)[] beside = [.. known.Select(s => (s.AreaName, MeasureCharts.Benchmark(picture, s)?.Standing))];
        if (beside.All(b => b.Standing is null) || MeasureCharts.Benchmark(picture, known[0]) is not { } benchmark) return "";
        int higher = beside.Count(b => b.Standing >= Standing.Higher), lower = beside.Count(b => b.Standing <= Standing.Lower);
        return $"Beside {benchmark.Name}, {higher} of the {known.Length} areas are higher, {lower} lower, and {known.Length - higher - lower} not statistically different.";
    }
}
