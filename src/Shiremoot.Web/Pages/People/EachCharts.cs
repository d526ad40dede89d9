using Shiremoot.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>The charts of measures that show several things of a group: all of them, by group, and from year to year.</summary>
internal static class EachCharts
{
    /// <summary>The rows of everyone, a thing each.</summary>
    public const string ByEach = "each";

    private const string ByYear = "year";
    private const string ByDistance = "distance from home";
    private const int MostBars = 15;
    private static readonly Unit Percent = new("per cent", Suffix: "%", Decimals: 1);

    /// <summary>True where the rows of a breakdown are of several things.</summary>
    public static bool Has(PeoplePicture picture, string by) => picture.Rows.Any(r => r.By == by && r.Each.Length > 0);

    public static IEnumerable<ChartView> Of(PeoplePicture picture)
    {
        if (picture.Measure.NumberOf is { } number && PeopleCharts.Groups(picture, number.Name, $"number of {number.Name}") is { } numbered) yield return numbered;
        foreach (string by in picture.Rows.Where(r => r.Each.Length > 0 && r.By.Length > 0).Select(r => r.By).Distinct())
        {
            ChartView? chart = by switch
            {
                ByDistance => PeopleCharts.Groups(picture, by, by),
                ByEach => picture.Measure.Shows == PeopleShows.Persistence ? null : PeopleCharts.Groups(picture, by, picture.Measure.Shows == PeopleShows.Where ? "place" : "what was asked"),
                ByYear => OverTime(picture),
                _ => Together(picture, by),
            };
            if (chart is not null) yield return chart;
        }
    }

    private static ChartView? OverTime(PeoplePicture picture)
    {
        PeopleRow[] rows = [.. picture.Rows.Where(r => r.By == ByYear)];
        string[] years = [.. rows.Select(r => r.Group).Distinct()];
        Series[] lines = [.. rows.GroupBy(r => r.Each).Where(g => g.Any(r => r.Share?.Value is not null)).Select(g => new Series(g.Key, [.. years.Select(y => 100 * g.FirstOrDefault(r => r.Group == y)?.Share?.Value)]))];
        if (lines.Length == 0 || years.Length < 2) return null;
        return new ChartView("by-year", Finding(picture, years), $"{picture.Measure.Title}, {years[0]} to {years[^1]}. Share of the people counted in each year", new LineDrawing(Percent, years, lines),
            PeopleTable.Of(picture, "Year", rows, $"{picture.Measure.Title} by year"), PeopleView.SourceOf(picture));
    }

    private static ChartView? Together(PeoplePicture picture, string by)
    {
        PeopleRow[] rows = [.. picture.Rows.Where(r => r.By == by)];
        string[] groups = [.. rows.Where(r => r.Share?.Value is not null).Select(r => r.Title).Distinct()];
        string[] things = [.. rows.Where(r => r.Share?.Value is not null).GroupBy(r => r.Each).OrderByDescending(g => g.Max(r => r.Share!.Value.Value)).Take(MostBars).Select(g => g.Key)];
        if (groups.Length == 0) return null;
        Series Of(string group)
        {
            PeopleRow?[] own = [.. things.Select(t => rows.FirstOrDefault(r => r.Each == t && r.Title == group))];
            return new Series(group, [.. own.Select(r => 100 * r?.Share?.Value)], [.. own.Select(r => 100 * r?.Share?.Interval?.Lower)], [.. own.Select(r => 100 * r?.Share?.Interval?.Upper)]);
        }
        string words = picture.Measure.By.FirstOrDefault(b => b.Written == by)?.InWords ?? by;
        string headline = PeopleFinding.Of(picture) is { } finding && picture.Measure.To is not null ? finding : $"{picture.Measure.Title}, by {words}";
        return new ChartView($"by-{PeopleCharts.Id(by)}", headline, $"{picture.Measure.Title}, {picture.Period}, with 95% intervals", new BarDrawing(Percent, things, [.. groups.Select(Of)]),
            PeopleTable.Of(picture, PeopleCharts.Capital(words), rows, $"{picture.Measure.Title} by {words}"), PeopleView.SourceOf(picture));
    }

    private static string Finding(PeoplePicture picture, string[] years) => PeopleFinding.Of(picture) ?? $"{picture.Measure.Title}, {years[0]} to {years[^1]}";
}
