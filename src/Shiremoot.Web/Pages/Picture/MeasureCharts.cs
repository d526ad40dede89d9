using Shiremoot.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>The charts of a measure over time and between areas.</summary>
internal static class MeasureCharts
{
    private const int MostLines = 7;
    private const int MostBands = 2;
    private const int MostBars = 30;

    /// <summary>What areas are measured against: a country with a figure, otherwise all areas of the kind together, otherwise a region. None for totals.</summary>
    public static AreaComparison? Benchmark(AreaPicture picture, AreaStanding area) => picture.Measure.MayBeAdded ? null
        : area.Comparisons.FirstOrDefault(c => c is { With: ComparedWith.Chosen, Value: not null } && Wordings.IsNation(c.Code))
        ?? area.Comparisons.FirstOrDefault(c => c is { With: ComparedWith.All, Value: not null })
        ?? area.Comparisons.FirstOrDefault(c => c is { With: ComparedWith.Chosen, Value: not null } && c.Code.StartsWith("E12", StringComparison.Ordinal));

    /// <summary>Each area over the periods; null where there is one period only, or too many areas to draw.</summary>
    public static ChartView? OverTime(AreaPicture picture, FigureFormat format, Source source)
    {
        if (picture.Periods.Count < 2 || picture.Areas.Count > MostLines || picture.By.Count > 0) return null;
        Line[] lines = [.. picture.Areas.Select(a => new Line(a.Name, picture.Rows.Where(r => r.Area == a.Code).ToDictionary(r => r.Period, r => r.Figure)))];
        return new("over-time", Wordings.Since(picture, format), Subtitle(picture), Drawn(picture, format, lines), MeasureTables.OverTime(picture, format, lines), source)
        {
            Downloads = MeasureTables.Downloads(picture, "figures"),
        };
    }

    /// <summary>Each group over the periods, or beside one another where there is one period; the largest groups only, all in the table.</summary>
    public static ChartView? Broken(AreaPicture picture, FigureFormat format, Source source)
    {
        if (picture.By.Count == 0) return null;
        Line[] lines = Groups(picture);
        if (lines.Length == 0) return null;
        string by = string.Join(" and ", picture.By.Select(Wordings.Dimension));
        Line[] shown = [.. Wordings.WithoutSharedStart(lines).Take(MostLines)];
        string more = lines.Length > MostLines ? $". The {MostLines} largest of {lines.Length} groups are drawn; all are in the table" : "";
        Drawing drawing = picture.Periods.Count > 1
            ? Drawn(picture, format, shown)
            : new BarDrawing(format.Unit, [.. shown.Select(l => l.Name)], [Series(format, "Value", [.. shown.Select(l => l.By.Values.LastOrDefault())])]);
        string headline = shown[0].By.GetValueOrDefault(picture.ComparedIn ?? "")?.Value is { } most ? $"Largest in {picture.ComparedIn}: {shown[0].Name}, {format.WithUnit(most)}" : $"{picture.Measure.Title} by {by}";
        return new("broken-down", headline, $"{Subtitle(picture)}, by {by}{more}", drawing, MeasureTables.OverTime(picture, format, lines), source)
        {
            Downloads = MeasureTables.Downloads(picture, "figures"),
        };
    }

    /// <summary>The place's areas in the period of comparison, or its one area beside those it is compared with.</summary>
    public static ChartView? Compared(AreaPicture picture, FigureFormat format, Source source)
    {
        Bar[] bars = [.. Bars(picture)];
        if (bars.Length < 2) return null;
        AreaComparison? benchmark = picture.Standings.Select(s => Benchmark(picture, s)).FirstOrDefault(b => b is not null);
        BarDrawing drawing = new(format.Unit, [.. bars.Select(b => b.Name)], [Series(format, "Value", [.. bars.Select(b => b.Figure)])])
        {
            Highlight = picture.Areas.Count == 1 ? picture.Areas[0].Name : null,
            Reference = benchmark is null ? null : new(Capital(benchmark.Name), format.Scaled(benchmark.Value)!.Value),
        };
        string headline = $"{bars[0].Name} is highest of the {bars.Length} shown, {bars[^1].Name} lowest";
        return new("compared", headline, $"{picture.Measure.Title}, {picture.ComparedIn}, {format.Unit.Label}{(bars.Any(b => b.Figure.Interval is not null) ? ", with 95% intervals where they can be made" : "")}", drawing, MeasureTables.Compared(picture, format), source)
        {
            Downloads = MeasureTables.Downloads(picture, "comparison"),
        };
    }

    /// <summary>Many areas by fifth of all such areas; null for few, and where nothing is published.</summary>
    public static ChartView? Fifths(AreaPicture picture, Source source)
    {
        if (picture.Areas.Count <= MostBars || picture.Map.Edges.Count != 4) return null;
        double?[] counts = [.. Enumerable.Range(1, 5).Select(f => (double?)picture.Map.Shades.Count(s => s.Class == f))];
        int known = picture.Map.Shades.Count(s => s.Class > 0);
        Unit areas = new("areas of the place");
        return new("fifths", $"{counts[4]:N0} of {known:N0} areas, {100 * counts[4] / known:0}%, are in the highest fifth of all such areas", $"{picture.Measure.Title}, {picture.Map.Period}: areas of the place by fifth of all areas of the kind",
            new BarDrawing(areas, [.. Enumerable.Range(1, 5).Select(Wordings.Fifth)], [new("Areas", counts)]), MeasureTables.Fifths(picture), source)
        { Downloads = MeasureTables.Downloads(picture, "figures") };
    }

    private static IEnumerable<Bar> Bars(AreaPicture picture)
    {
        IEnumerable<Bar> mine = picture.Standings.Count > MostBars ? [] : picture.Standings.Where(s => s.Figure.Value is not null).Select(s => new Bar(s.AreaName, s.Figure));
        IEnumerable<Bar> others = picture.Areas.Count > 1 ? [] : picture.Standings.SelectMany(s => s.Comparisons)
            .Where(c => c.Value is not null && c.Code.Length > 0 && !(picture.Measure.MayBeAdded && Wordings.IsNation(c.Code))).DistinctBy(c => c.Code)
            .Select(c => new Bar(c.Name, new AreaFigure(c.Value, null, null, null, [])));
        return mine.Concat(others).OrderByDescending(b => b.Figure.Value);
    }

    private static Line[] Groups(AreaPicture picture)
    {
        bool byTotals = picture.Areas.Count > 1;
        var figures = byTotals
            ? picture.Totals.Where(t => t.Group.Count == picture.By.Count).Select(t => (t.Period, t.Group, t.Figure))
            : picture.Rows.Select(r => (r.Period, r.Group, r.Figure));
        return [.. figures.GroupBy(f => string.Join(", ", f.Group)).Select(g => new Line(g.Key, g.ToDictionary(f => f.Period, f => f.Figure)))
            .OrderByDescending(l => l.By.GetValueOrDefault(picture.ComparedIn ?? "")?.Value ?? double.MinValue)];
    }

    private static LineDrawing Drawn(AreaPicture picture, FigureFormat format, IReadOnlyList<Line> lines) =>
        new(format.Unit, [.. picture.Periods.Select(Wordings.Short)], [.. lines.Select(l => Series(format, l.Name, [.. picture.Periods.Select(p => l.By.GetValueOrDefault(p))], lines.Count <= MostBands))])
        {
            Breaks = [.. picture.Measure.Breaks.Where(b => picture.Periods.Contains(b.At) && (b.By is null || picture.By.Contains(b.By))).Select(b => new Marker(Wordings.Short(b.At), "break"))],
            IncompleteFrom = IncompleteFrom(picture, lines),
        };

    // Only periods at the end can be shaded as not yet complete; others are marked in the table.
    private static string? IncompleteFrom(AreaPicture picture, IReadOnlyList<Line> lines)
    {
        string[] last = [.. picture.Periods.Reverse().TakeWhile(p => lines.Any(l => l.By.GetValueOrDefault(p)?.Flags.Any(f => f.StartsWith("incomplete", StringComparison.Ordinal)) == true))];
        return last.Length == 0 ? null : Wordings.Short(last[^1]);
    }

    private static Series Series(FigureFormat format, string name, AreaFigure?[] figures, bool withIntervals = true) =>
        withIntervals && figures.Any(f => f?.Interval is not null)
            ? new(name, [.. figures.Select(f => format.Scaled(f?.Value))], [.. figures.Select(f => format.Scaled(f?.Interval?.Lower))], [.. figures.Select(f => format.Scaled(f?.Interval?.Upper))])
            : new(name, [.. figures.Select(f => format.Scaled(f?.Value))]);

    private static string Subtitle(AreaPicture picture) => $"{picture.Measure.Title}, {picture.Periods[0]} to {picture.Periods[^1]}, {picture.Measure.Unit}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record Bar(string Name, AreaFigure Figure);
}

/// <summary>One line of a chart: an area or a group with its figure in each period.</summary>
internal sealed record Line(string Name, IReadOnlyDictionary<string, AreaFigure> By);
