using Shiremoot.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>The large figures of a measure, each with why it is so.</summary>
internal static class MeasureFigures
{
    private const int Most = 12;

    public static IReadOnlyList<FigureView> Of(AreaPicture picture, FigureFormat format, Source source)
    {
        List<FigureView> figures = [];
        if (MeasureFinding.TotalOf(picture) is { } total)
            figures.Add(new($"{total.AreasWithFigure} areas together", format.Number(total.Figure.Value), Detail(total.Figure, format), Why(picture, total.Figure, source)));
        if (picture.Standings.Count <= Most) figures.AddRange(picture.Standings.Select(s => new FigureView(s.AreaName, format.Number(s.Figure.Value), Detail(s.Figure, format), Why(picture, s.Figure, source))));
        return figures;
    }

    public static Source SourceOf(AreaPicture picture) => new(picture.Origin, picture.Measure.Source);

    public static Why Why(AreaPicture picture, AreaFigure figure, Source source) =>
        new($"{picture.Measure.Definition} Version {picture.Measure.Version}.", [.. Inputs(picture, figure)], picture.ComparedIn ?? "none", source, "picture-of-an-area");

    private static string Detail(AreaFigure figure, FigureFormat format) =>
        figure.Value is null ? string.Join("; ", figure.Flags)
        : figure.Interval is null ? "no interval can be made"
        : $"95% interval {format.Range(figure.Interval)}";

    private static IEnumerable<string> Inputs(AreaPicture picture, AreaFigure figure)
    {
        if (figure.Numerator is { } numerator) yield return $"counted: {Wordings.Count(numerator)}";
        if (figure.Denominator is { } denominator) yield return $"among: {Wordings.Count(denominator)}";
        if (figure.Value is { } value && figure.Numerator is null) yield return $"as published: {Wordings.Count(value)} {picture.Measure.Unit}";
        yield return figure.Interval is { } interval ? $"interval: {interval.Method}" : "interval: none, for the counts behind the figure are not published or chance is not meant";
        foreach (string flag in figure.Flags) yield return flag;
    }
}
