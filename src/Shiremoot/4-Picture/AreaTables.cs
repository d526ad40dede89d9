using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>The tables of a picture of areas, fit for a page, a terminal or a file.</summary>
public static class AreaTables
{
    private const string Disclosure = "Published statistics: no counts of our people, so nothing is withheld or rounded here";

    /// <summary>Every figure: a row for each period, area and group, and for each total.</summary>
    public static ReleaseTable ToTable(this AreaPicture picture) => Table(picture, picture.Measure.Title, Columns(picture), Rows(picture));

    /// <summary>Each area beside the others in the period of comparison.</summary>
    public static ReleaseTable ToComparisonTable(this AreaPicture picture) => Table(
        picture,
        $"{picture.Measure.Title}: areas compared, {picture.ComparedIn}",
        [new("Area", ReleaseKind.Text), Number(picture, "Value"), Number(picture, "Lower"), Number(picture, "Upper"), new("Rank", ReleaseKind.Text), new("Compared with", ReleaseKind.Text), Number(picture, "Its value"), new("Finding", ReleaseKind.Text)],
        picture.Standings.SelectMany(s => s.Comparisons.Select(c => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(s.AreaName), Cell(s.Figure.Value), Cell(s.Figure.Interval?.Lower), Cell(s.Figure.Interval?.Upper),
            ReleaseCell.Of(s.Rank?.Says), ReleaseCell.Of(c.Name), Cell(c.Value), ReleaseCell.Of(c.Says),
        ])));

    private static ReleaseTable Table(AreaPicture picture, string title, IReadOnlyList<ReleaseColumn> columns, IEnumerable<IReadOnlyList<ReleaseCell>> rows) => new(
        title,
        $"{picture.Measure.Definition} (measure {picture.Measure.Id}, version {picture.Measure.Version})",
        picture.Periods.Count == 0 ? "" : picture.Periods.Count == 1 ? picture.Periods[0] : $"{picture.Periods[0]} to {picture.Periods[^1]}",
        picture.Measure.Source, picture.Origin, Disclosure, columns, rows)
    {
        Notes = [.. NotesOf(picture)],
    };

    /// <summary>Notes, breaks and caught figures in words, in the order a reader needs them.</summary>
    public static IEnumerable<string> NotesOf(AreaPicture picture) =>
    [
        .. picture.Measure.Notes.Select(n => n.Figure is null ? n.Says : $"{n.Figure} ({n.Source}): {n.Says}"),
        .. picture.Measure.Breaks.Select(b => $"Break at {b.At}: {b.Says}"),
        .. picture.Measure.EmptyMeansNothing is { } empty ? new[] { empty } : [],
        .. picture.Caught.GroupBy(c => c.Area).Select(g => $"Not shown: {g.First().AreaName}, {string.Join(", ", g.Select(c => c.Period))}. {g.Last().Says}"),
    ];

    private static ReleaseColumn[] Columns(AreaPicture picture) =>
    [
        new("Period", ReleaseKind.Text), new("Area code", ReleaseKind.Text), new("Area", ReleaseKind.Text),
        .. picture.By.Select(d => new ReleaseColumn(d, ReleaseKind.Text)),
        Number(picture, "Value"), Number(picture, "Lower"), Number(picture, "Upper"), new("Method", ReleaseKind.Text),
        new("Numerator", ReleaseKind.Rate), new("Denominator", ReleaseKind.Rate), new("Flags", ReleaseKind.Text),
    ];

    private static IEnumerable<IReadOnlyList<ReleaseCell>> Rows(AreaPicture picture)
    {
        foreach (AreaRow row in picture.Rows) yield return Cells(picture, row.Period, row.Area, row.AreaName, row.Group, row.Figure);
        foreach (AreaTotal total in picture.Totals.Where(t => picture.Areas.Count > 1 || t.Group.Count < picture.By.Count))
            yield return Cells(picture, total.Period, "", picture.Areas.Count > 1 ? "all areas together" : picture.Areas[0].Name, total.Group, total.Figure);
    }

    private static ReleaseCell[] Cells(AreaPicture picture, string period, string code, string area, IReadOnlyList<string> group, AreaFigure figure) =>
    [
        ReleaseCell.Of(period), ReleaseCell.Of(code.Length == 0 ? null : code), ReleaseCell.Of(area),
        .. picture.By.Select((_, i) => ReleaseCell.Of(i < group.Count ? group[i] : "all")),
        Cell(figure.Value), Cell(figure.Interval?.Lower), Cell(figure.Interval?.Upper), ReleaseCell.Of(figure.Interval?.Method),
        Cell(figure.Numerator), Cell(figure.Denominator), ReleaseCell.Of(figure.Flags.Count == 0 ? null : string.Join("; ", figure.Flags)),
    ];

    private static ReleaseColumn Number(AreaPicture picture, string name) => new(
        name,
        picture.Measure.Kind switch { AreaValueKind.Count => ReleaseKind.Count, AreaValueKind.Money => ReleaseKind.Money, _ => ReleaseKind.Rate },
        picture.Measure.Unit);

    private static ReleaseCell Cell(double? value) => ReleaseCell.NotOfPeople(value);
}
