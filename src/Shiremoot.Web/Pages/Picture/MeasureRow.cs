using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>A measure in the list: its latest figure for the place, where it is going, and what a reader must know of it.</summary>
internal sealed record MeasureRow(AreaMeasure Measure, string Value, string Where, string Period, string Trend, IReadOnlyList<string> Flags)
{
    private const int Few = 20;

    /// <summary>A measure that cannot be drawn says why instead of a figure.</summary>
    public static MeasureRow Of(AreaMeasure measure, Outcome<AreaPicture> drawn) =>
        drawn.Refused(out Refusal? why, out AreaPicture? picture) ? new(measure, "no figure", why.Says, "", "", []) : Of(picture);

    private static MeasureRow Of(AreaPicture picture)
    {
        FigureFormat format = FigureFormat.Of(picture);
        (string value, string where) = Latest(picture, format);
        return new(picture.Measure, value, where, picture.ComparedIn ?? "no period", Wordings.Trend(picture), [.. FlagsOf(picture)]);
    }

    private static (string Value, string Where) Latest(AreaPicture picture, FigureFormat format)
    {
        AreaStanding[] known = [.. picture.Standings.Where(s => s.Figure.Value is not null).OrderBy(s => s.Figure.Value)];
        if (known.Length == 0) return ("no figure", "nothing is published for these areas");
        if (picture.Areas.Count == 1) return (format.WithUnit(known[0].Figure.Value), known[0].AreaName);
        if (MeasureFinding.TotalOf(picture) is { } total) return (format.WithUnit(total.Figure.Value), $"{total.AreasWithFigure} areas together");
        string range = $"{format.Number(known[0].Figure.Value)} to {format.WithUnit(known[^1].Figure.Value)}";
        return known.Length > Few ? (range, $"{known.Length:N0} {Wordings.Kind(picture.Map.Kind, known.Length)}") : (range, $"{known[0].AreaName} lowest, {known[^1].AreaName} highest");
    }

    private static IEnumerable<string> FlagsOf(AreaPicture picture)
    {
        if (picture.Areas.All(a => Wordings.IsNation(a.Code))) yield return "not local";
        if (picture.Rows.Where(r => r.Period == picture.ComparedIn).Any(r => r.Figure.Flags.Any(f => f.StartsWith("incomplete", StringComparison.Ordinal)))) yield return "incomplete";
        if (picture.Measure.Breaks.Count > 0) yield return "break in series";
        if (picture.Caught.Count > 0) yield return "figures caught";
        if (picture.Measure.Notes.Any(n => n.Figure is not null)) yield return "does not agree with another source";
    }
}
