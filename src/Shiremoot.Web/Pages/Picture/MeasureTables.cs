using Shiremoot.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>The tables behind a measure's charts, and the files of all its figures.</summary>
internal static class MeasureTables
{
    /// <summary>A row a period, a column a line; flags stand in the last column so that no figure is read without them.</summary>
    public static TableView OverTime(AreaPicture picture, FigureFormat format, IReadOnlyList<Line> lines)
    {
        bool withIntervals = lines.Count == 1;
        List<Column> columns = [new("Period"), .. lines.Select(l => new Column(l.Name, true))];
        if (withIntervals) columns.Add(new("95% interval", true));
        columns.Add(new("To know"));
        return new($"{picture.Measure.Title}, {picture.Measure.Unit}", columns, [.. picture.Periods.Reverse().Select(Row)]) { CaptionHidden = true };

        Row Row(string period)
        {
            AreaFigure?[] figures = [.. lines.Select(l => l.By.GetValueOrDefault(period))];
            List<Cell> cells = [period, .. figures.Select(f => (Cell)format.Number(f?.Value))];
            if (withIntervals) cells.Add(format.Range(figures[0]?.Interval));
            cells.Add(string.Join("; ", figures.SelectMany(f => f?.Flags ?? []).Where(f => f != "not published").Distinct()));
            return new Row(cells);
        }
    }

    /// <summary>Each area with its interval, rank and how it stands beside others; for one area, each it is compared with.</summary>
    public static TableView Compared(AreaPicture picture, FigureFormat format) => picture.Areas.Count == 1 ? Others(picture, format) : Areas(picture, format);

    /// <summary>Each area's groups in the period of comparison, where nothing may be added over areas; null where a chart shows them.</summary>
    public static TableView? Broken(AreaPicture picture, FigureFormat format)
    {
        if (picture.By.Count == 0 || picture.Areas.Count < 2 || picture.Totals.Count > 0) return null;
        return new($"{picture.Measure.Title} by {string.Join(" and ", picture.By.Select(Wordings.Dimension))}, {picture.ComparedIn}",
            [new("Area"), .. picture.By.Select(d => new Column(Wordings.Dimension(d))), new("Value", true), new("95% interval", true)],
            [.. picture.Rows.Where(r => r.Period == picture.ComparedIn).Select(r => new Row([r.AreaName, .. r.Group.Select(g => (Cell)g), format.Number(r.Figure.Value), format.Range(r.Figure.Interval)]))]);
    }

    /// <summary>How many of many areas lie in each fifth of all areas of their kind.</summary>
    public static TableView Fifths(AreaPicture picture) => new(
        $"{picture.Measure.Title}, {picture.Map.Period}: areas of the place by fifth of all such areas", [new("Fifth of all areas of the kind"), new("Areas of the place", true)],
        [.. Enumerable.Range(1, 5).Select(f => Row.Of(Wordings.Fifth(f), $"{picture.Map.Shades.Count(s => s.Class == f):N0}"))])
    { CaptionHidden = true };

    public static IReadOnlyList<Download> Downloads(AreaPicture picture, string table)
    {
        string query = QueryString.Create(new Dictionary<string, string?> { ["by"] = picture.By.Count == 0 ? null : string.Join(',', picture.By), ["period"] = picture.ComparedIn, ["table"] = table }.Where(q => q.Value is not null)).ToString();
        string at = $"/api/v1/measures/{picture.Measure.Id}/table", of = $"{picture.Measure.Title}, {(table == "comparison" ? "areas compared" : "all figures")}";
        return [new($"{at}.xlsx{query}", "Excel", of), new($"{at}.csv{query}", "CSV", of)];
    }

    private static TableView Areas(AreaPicture picture, FigureFormat format)
    {
        Polarity polarity = picture.Measure.Polarity;
        AreaComparison? benchmark = picture.Standings.Select(s => MeasureCharts.Benchmark(picture, s)).FirstOrDefault(b => b is not null);
        List<Column> columns = [new("Area"), new("Value", true), new("95% interval", true)];
        if (!picture.Measure.MayBeAdded) columns.AddRange([new("Rank"), new($"Beside {benchmark?.Name ?? "all areas together"}"), new("Beside similar areas together")]);
        return new($"{picture.Measure.Title}: areas compared, {picture.ComparedIn}", columns, [.. picture.Standings.OrderByDescending(s => s.Figure.Value).Select(Row)])
        {
            CaptionHidden = true,
            Notes = picture.Measure.MayBeAdded ? ["Totals follow the size of the area: they are set side by side, not ranked."] : picture.Standings.All(s => s.Figure.Interval is null) ? [Wordings.NotTested] : [],
        };

        Row Row(AreaStanding s)
        {
            List<Cell> cells = [new(s.AreaName, $"/areas/{s.Area}"), format.Number(s.Figure.Value), format.Range(s.Figure.Interval)];
            if (!picture.Measure.MayBeAdded)
                cells.AddRange([s.Rank?.Says ?? "no rank", Wordings.Beside(MeasureCharts.Benchmark(picture, s), format, polarity), Wordings.Beside(s.Comparisons.FirstOrDefault(c => c.With == ComparedWith.SimilarTogether), format, polarity)]);
            return new Row(cells);
        }
    }

    private static TableView Others(AreaPicture picture, FigureFormat format)
    {
        AreaStanding mine = picture.Standings[0];
        Row[] rows = [Row.TotalOf(mine.AreaName, format.Number(mine.Figure.Value), "", format.Range(mine.Figure.Interval)),
            .. mine.Comparisons.Select(c => Row.Of(c.Name, format.Number(c.Value), c.With switch { ComparedWith.Chosen => "chosen by the place", ComparedWith.Similar => "similar area", _ => "together" }, c.Says))];
        return new($"{picture.Measure.Title}: {mine.AreaName} compared, {picture.ComparedIn}", [new("Area"), new("Value", true), new("Why compared"), new("95% interval, or finding")], rows)
        {
            CaptionHidden = true,
            Notes = mine.Rank is { } rank ? [$"Rank of {mine.AreaName}: {rank.Says}."] : [],
        };
    }
}
