using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Web.Pages.Areas;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>Maps of measures of people: groups and places that are areas, where there are outlines of them.</summary>
internal static class PeopleMaps
{
    private const int Few = 40;

    /// <summary>A map for each breakdown whose values are codes of areas.</summary>
    public static IEnumerable<MapView> Of(PeoplePicture picture, Shire shire)
    {
        foreach (IGrouping<string, PeopleRow> breakdown in picture.Rows.Where(r => r.By.Length > 0 && CodeOf(r).Length > 0).GroupBy(r => r.By))
        {
            PeopleRow[] rows = [.. breakdown];
            if (rows.Length < 2 || shire.Geography.Refused(out _, out Geography? known) || rows.Count(r => known.TryFind(CodeOf(r), out _)) < 2) continue;
            if (MapChoices.OutlinesOf(shire, rows.Select(CodeOf).ToHashSet()).Refused(out _, out AreaBoundaries? outlines)) continue;
            if (Map(picture, breakdown.Key, rows, outlines) is { } map) yield return map;
        }
    }

    private static string CodeOf(PeopleRow row) => row.Code.Length > 0 ? row.Code : row.Each.Length == 0 ? row.Group : "";

    private static MapView? Map(PeoplePicture picture, string by, PeopleRow[] rows, AreaBoundaries outlines)
    {
        Dictionary<string, PeopleRow> ofArea = rows.ToDictionary(CodeOf, StringComparer.Ordinal);
        MapDrawing drawing = MapShapes.Draw(outlines, MapSheet.Box, MapSheet.Box, ofArea.Keys.ToHashSet());
        if (drawing.Shapes.Count < 2) return null;
        (double top, double bottom) = MapSheet.Extent(drawing);
        MapArea[] areas = [.. drawing.Shapes.Select(s => Area(s, ofArea[s.Code], picture.Measure.Shows, drawing.Shapes.Count <= Few))];
        PeopleRow[] shown = [.. areas.Where(a => a.Value is not null).OrderByDescending(a => a.Value).Select(a => ofArea[a.Code])];
        string headline = shown.Length == 0 ? $"{picture.Measure.Title}: no area may be shown" : $"{picture.Measure.Title}: most in {Title(shown[0])}, fewest in {Title(shown[^1])}";
        return new MapView($"map-{PeopleCharts.Id(by)}", headline, $"{picture.Measure.Title}, {picture.Period}", PeopleCharts.UnitOf(picture.Measure), areas,
            PeopleTable.Of(picture, "Area", rows, picture.Measure.Title), PeopleView.SourceOf(picture))
        { Width = drawing.Width, Top = top, Height = bottom - top };
    }

    private static string Title(PeopleRow row) => row.Each.Length > 0 ? row.Each : row.Title;

    private static MapArea Area(MapShape shape, PeopleRow row, PeopleShows shows, bool isLabelled) =>
        new(shape.Code, Title(row), shape.Path, PeopleCharts.Value(row, shows), PeopleCharts.Shown(row, shows)) { LabelAt = isLabelled ? MapSheet.LabelOf(shape) : null };
}
