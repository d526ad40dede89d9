using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Areas;

/// <summary>Puts a picture's map on outlines: fifths of all areas of the kind as shades, with the classes in words.</summary>
internal static class AreaMaps
{
    private const int Few = 12;

    /// <summary>A map of the picture's areas, or of some of them; null if there are no outlines for any.</summary>
    /// <param name="picture">What is shown.</param>
    /// <param name="boundaries">Outlines that hold its areas.</param>
    /// <param name="only">Codes to draw; null for all.</param>
    /// <param name="table">The same figures as a table.</param>
    /// <param name="isLabelled">Names and figures on the map: for few areas.</param>
    public static MapView? Of(AreaPicture picture, AreaBoundaries boundaries, IReadOnlySet<string>? only, TableView table, bool isLabelled)
    {
        FigureFormat format = FigureFormat.Of(picture);
        Dictionary<string, AreaShade> shades = picture.Map.Shades.Where(s => only is null || only.Contains(s.Area)).ToDictionary(s => s.Area);
        MapDrawing drawing = MapShapes.Draw(boundaries, MapSheet.Box, MapSheet.Box, shades.Keys.ToHashSet());
        if (drawing.Shapes.Count == 0) return null;
        (double top, double bottom) = MapSheet.Extent(drawing);
        MapArea[] areas = [.. drawing.Shapes.Select(s => Area(s, shades[s.Code], format, isLabelled))];
        return new("map", Headline(picture, [.. shades.Values], format), $"{picture.Measure.Title}, {picture.Map.Period}, {picture.Measure.Unit}", format.Unit, areas, table,
            new Source(picture.Origin, $"{picture.Measure.Source}; outlines: Office for National Statistics, {boundaries.Title}"))
        {
            Width = drawing.Width,
            Top = top,
            Height = bottom - top,
            Classes = Classes(picture.Map, format),
        };
    }

    /// <summary>A table of the map's areas: figure, and the fifth it lies in.</summary>
    public static TableView Table(AreaPicture picture, Func<AreaShade, bool> isShown, Func<AreaShade, string?> href)
    {
        FigureFormat format = FigureFormat.Of(picture);
        return new($"{picture.Measure.Title}, {picture.Map.Period}", [new("Area"), new("Value", true), new("Fifth of all areas of the kind")],
            [.. picture.Map.Shades.Where(isShown).OrderByDescending(s => s.Value).Select(s => Row.Of(new Cell(s.AreaName, href(s)), format.Number(s.Value), Wordings.Fifth(s.Class)))])
        { CaptionHidden = true };
    }

    private static MapArea Area(MapShape shape, AreaShade shade, FigureFormat format, bool isLabelled) =>
        new(shape.Code, shade.AreaName, shape.Path, shade.Value, format.Number(shade.Value))
        {
            Shade = shade.Class == 0 ? null : shade.Class,
            LabelAt = isLabelled ? MapSheet.LabelOf(shape) : null,
        };

    private static MapClass[] Classes(AreaMap map, FigureFormat format)
    {
        if (map.Edges.Count != 4) return [];
        string[] ends = [.. map.Edges.Select(e => format.Number(e))];
        return
        [
            new(1, $"lowest fifth: up to {ends[0]}"), new(2, $"second fifth: to {ends[1]}"), new(3, $"middle fifth: to {ends[2]}"),
            new(4, $"fourth fifth: to {ends[3]}"), new(5, $"highest fifth: above {ends[3]}"),
        ];
    }

    private static string Headline(AreaPicture picture, IReadOnlyList<AreaShade> shades, FigureFormat format)
    {
        AreaShade[] known = [.. shades.Where(s => s.Value is not null).OrderBy(s => s.Value)];
        if (known.Length == 0) return "No figure is published";
        if (picture.Map.Edges.Count != 4) return $"From {format.Number(known[0].Value)} in {known[0].AreaName} to {format.Number(known[^1].Value)} in {known[^1].AreaName}";
        if (known.Length <= Few) return $"In the highest fifth of all such areas: {Names(5)}; in the lowest: {Names(1)}";
        int high = known.Count(s => s.Class == 5), low = known.Count(s => s.Class == 1);
        return $"{high:N0} of {known.Length:N0} areas are in the highest fifth of all such areas, {low:N0} in the lowest";

        string Names(int number) => known.Any(s => s.Class == number) ? string.Join(", ", known.Where(s => s.Class == number).Select(s => s.AreaName)) : "none";
    }
}
