using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>The charts of a measure of people: how its groups compare, and how unevenly demand is spread.</summary>
internal static class PeopleCharts
{
    private const int MostBars = 15;
    private const int LeastPoints = 5;

    /// <summary>Groups beside one another; null where no group has a figure that may be shown.</summary>
    public static ChartView? Groups(PeoplePicture picture, CohortText by) => Groups(picture, by.Written, by.InWords);

    /// <summary>As above, of a breakdown that is no text of the cohort language: by each thing asked, by a number of cohorts.</summary>
    public static ChartView? Groups(PeoplePicture picture, string by, string words)
    {
        PeopleRow[] rows = [.. picture.Rows.Where(r => r.By == by)];
        PeopleRow[] drawn = rows.Length <= MostBars ? rows : [.. Fewer(rows, by == "quarter")];
        if (drawn.All(r => Value(r, picture.Measure.Shows) is null)) return null;
        Unit unit = UnitOf(picture.Measure);
        bool hasIntervals = drawn.Any(r => Ends(r, picture.Measure.Shows) is not null);
        Series series = new(unit.Label, [.. drawn.Select(r => Value(r, picture.Measure.Shows))],
            hasIntervals ? [.. drawn.Select(r => 100 * Ends(r, picture.Measure.Shows)?.Lower)] : null, hasIntervals ? [.. drawn.Select(r => 100 * Ends(r, picture.Measure.Shows)?.Upper)] : null);
        bool isCount = picture.Measure.Shows is PeopleShows.People or PeopleShows.Events or PeopleShows.Spells;
        BarDrawing drawing = new(unit, [.. drawn.Select(r => r.Title)], [series])
        {
            Reference = !isCount && Value(picture.All, picture.Measure.Shows) is { } all ? new("Everyone", all) : null,
        };
        string subtitle = $"{picture.Measure.Title}, {picture.Period}{(hasIntervals ? ", with 95% intervals" : "")}{(drawn.Length < rows.Length ? $". The {MostBars} {(by == "quarter" ? "latest" : "largest")} of {rows.Length} groups are drawn; all are in the table" : "")}";
        return new ChartView($"by-{Id(by)}", Headline(drawn, picture.Measure.Shows, unit, words), subtitle, drawing,
            PeopleTable.Of(picture, Capital(words), rows, $"{picture.Measure.Title} by {words}"), PeopleView.SourceOf(picture));
    }

    // The largest groups, or the latest quarters with a figure, in the order they stand in.
    private static IEnumerable<PeopleRow> Fewer(PeopleRow[] rows, bool latest)
    {
        if (latest) return rows.Where(r => r.Share?.Value is not null).TakeLast(MostBars);
        HashSet<PeopleRow> largest = [.. rows.OrderByDescending(r => r.People.Shown ?? 0).Take(MostBars)];
        return rows.Where(largest.Contains);
    }

    /// <summary>The curve of Lorenz; null where too few of its points may be shown.</summary>
    public static ChartView? Lorenz(PeoplePicture picture)
    {
        double[][] points = [.. (picture.All.Concentration?.Lorenz ?? []).Where(p => p.DemandShare.Shown is { } s && double.IsFinite(s)).Select(p => (double[])[100 * p.PeopleShare, 100 * p.DemandShare.Shown!.Value])];
        if (points.Length < LeastPoints) return null;
        PeopleHeadline says = PeopleHeadline.Of(picture);
        TableView table = new("Share of the total held by the people with the least", [new("Share of people, those with the least first"), new("Share of the total", true)],
            [.. points.Select(p => Row.Of(string.Create(CultureInfo.InvariantCulture, $"{p[0]:0}%"), string.Create(CultureInfo.InvariantCulture, $"{p[1]:0.0}%")))])
        { Notes = PeopleTable.Marks(picture.Rules) };
        return new ChartView("spread", $"{says.Value} {says.Meaning}", $"{picture.Measure.Title}, {picture.Period}. Gini coefficient {PeopleHeadline.Number(picture.All.Concentration!.Gini, "N2")}, where 0 is all alike",
            new LorenzDrawing("Share of people, those with the least first", "Share of the total", points), table, PeopleView.SourceOf(picture));
    }

    public static string First(CohortText by) => Capital(by.InWords);

    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The figure of a row as it is written on a chart or a map.</summary>
    public static string Shown(PeopleRow row, PeopleShows shows) => Value(row, shows) is { } value ? Parts.Written.As(value, UnitOf(shows, "")) : ProtectedCount.Mark;

    /// <summary>What a chart of a measure shows of a group; null where it is withheld.</summary>
    public static double? Value(PeopleRow row, PeopleShows shows) => shows switch
    {
        PeopleShows.People => row.People.Shown,
        PeopleShows.Events or PeopleShows.Spells => row.Events?.Shown,
        PeopleShows.Concentration => 100 * PeopleHeadline.Top(row)?.Share.Value,
        PeopleShows.Number => row.Median?.Shown,
        _ => 100 * row.Share?.Value,
    };

    private static Interval? Ends(PeopleRow row, PeopleShows shows) => shows is PeopleShows.Outcome or PeopleShows.Return or PeopleShows.Reoffending or PeopleShows.Tracker or PeopleShows.Prevalence or PeopleShows.Mix or PeopleShows.Yearly or PeopleShows.Persistence or PeopleShows.Where ? row.Share?.Interval : null;

    public static Unit UnitOf(PeopleMeasure measure) => UnitOf(measure.Shows, measure.Unit);

    private static Unit UnitOf(PeopleShows shows, string unit) => shows switch
    {
        PeopleShows.People => new("people"),
        PeopleShows.Events => new("events"),
        PeopleShows.Spells => new("spells"),
        PeopleShows.Concentration => new("per cent of the total held by the top few", Suffix: "%", Decimals: 1),
        PeopleShows.Number => new($"{unit}, middle value".TrimStart(',', ' '), Decimals: 1),
        _ => new("per cent", Suffix: "%", Decimals: 1),
    };

    private static string Headline(PeopleRow[] rows, PeopleShows shows, Unit unit, string by)
    {
        PeopleRow[] shown = [.. rows.Where(r => Value(r, shows) is not null).OrderBy(r => Value(r, shows))];
        if (shown.Length == 1) return $"By {by}: one group may be shown";
        // Those of whom it is not known are in the chart; as the least or the most they would say nothing.
        if (shown.Where(r => r.Title is not ("Not known" or "Not stated")).ToArray() is { Length: > 1 } known) shown = known;
        (PeopleRow low, PeopleRow high) = (shown[0], shown[^1]);
        string range = $"By {by}, from {Written.As(Value(low, shows), unit)} ({low.Title}) to {Written.As(Value(high, shows), unit)} ({high.Title})";
        return Ends(low, shows) is { } l && Ends(high, shows) is { } h && l.Upper >= h.Lower ? $"{range}; their intervals overlap" : range;
    }

    internal static string Id(string written) => string.Concat(written.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
