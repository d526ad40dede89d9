using Shiremoot.Storage;

namespace Shiremoot.Picture.Areas;

/// <summary>From the map of a measure file to a measure of areas, with every fault of meaning reported at its line.</summary>
static class MeasureReading
{
    public static AreaMeasure Read(MapNode map, string version)
    {
        map.Text("kind");
        AreaValueKind kind = map.Choice("value", ("count", AreaValueKind.Count), ("money", AreaValueKind.Money), ("proportion", AreaValueKind.Proportion), ("rate", AreaValueKind.Rate), ("score", AreaValueKind.Score));
        IReadOnlyList<string> areas = map.Texts("areas");
        AreaMeasure measure = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Definition = map.Text("definition"),
            Questions = map.Texts("questions"),
            Value = Choice(map, "series"),
            Numerator = Choice(map, "numerator"),
            Denominator = Choice(map, "denominator"),
            Kind = kind,
            Per = map.NumberOr("per") ?? 1,
            Unit = map.Text("unit"),
            Interval = map.Choice("interval", ("none", AreaIntervalMethod.None), ("wilson", AreaIntervalMethod.Wilson), ("byar", AreaIntervalMethod.Byar)),
            Polarity = map.Choice("polarity", ("neither", Polarity.Neither), ("low-is-good", Polarity.LowIsGood), ("high-is-good", Polarity.HighIsGood)),
            Periods = map.Choice(
                "periods", ("as-published", PeriodStyle.AsPublished), ("calendar-year", PeriodStyle.CalendarYear), ("financial-year", PeriodStyle.FinancialYear),
                ("academic-year", PeriodStyle.AcademicYear), ("year-ending", PeriodStyle.YearEnding), ("on-last-day", PeriodStyle.OnLastDay), ("quarter", PeriodStyle.Quarter), ("month", PeriodStyle.Month)),
            Areas = areas,
            Among = map.Has("among") ? map.Texts("among") : areas,
            By = map.Texts("by"),
            AddsUp = map.Flag("adds_up", otherwise: kind is AreaValueKind.Count or AreaValueKind.Money),
            EmptyMeansNothing = map.TextOr("empty_means_nothing"),
            Breaks = [.. map.Maps("breaks").Select(b => new SeriesBreak(b.Text("at"), b.Text("says"), b.TextOr("by")))],
            Incomplete = [.. map.Maps("incomplete").Select(i => new IncompletePeriod(i.Text("period"), i.Texts("areas"), i.Text("says")))],
            Notes = [.. map.Maps("notes").Select(n => new MeasureNote(n.Text("says"), n.TextOr("figure"), n.TextOr("source")))],
            Source = map.Text("source"),
            Examples = [.. map.Maps("example").Select(Example)],
            Version = version,
        };
        Check(map, measure);
        return measure;
    }

    // The short form is the name of the series alone.
    private static SeriesChoice? Choice(MapNode map, string key)
    {
        if (!map.Has(key)) return null;
        if (map.IsScalar(key)) return new(map.Text(key), Where(map, "where", key == "series"), Whole(map, key == "series"), PeriodMatch.Same);
        if (map.MapOr(key) is not { } choice) return null;
        return new(choice.Text("series"), Where(choice, "where", true), Whole(choice, true), choice.Choice("period", ("same", PeriodMatch.Same), ("nearest", PeriodMatch.Nearest)));
    }

    private static Dictionary<string, IReadOnlyList<string>> Where(MapNode map, string key, bool applies) =>
        applies && map.MapOr(key) is { } where ? where.Keys.ToDictionary(k => k, where.Texts, StringComparer.Ordinal) : [];

    private static Dictionary<string, string> Whole(MapNode map, bool applies) =>
        applies ? map.Pairs("whole").ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal) : [];

    private static MeasureExample Example(MapNode map) =>
        new(map.Text("period"), map.TextOr("area"), map.Pairs("where"), map.Number("gives"), map.NumberOr("within") ?? 0);

    private static void Check(MapNode map, AreaMeasure measure)
    {
        if (measure.Areas.Count == 0) map.Fault("areas", "is missing; give the kind of the place's areas it is for (local-authority, police-force, lsoa), or codes.");
        if (measure.Questions.Count == 0) map.Fault("questions", "is missing; give the ids of the questions it helps to answer, for example [Q21].");
        if (measure.Examples.Count == 0) map.Fault("example", "is missing; give a figure known from outside: { area: E23000014, period: 2015/16, gives: 37170 }.");
        if (measure.Value is null && (measure.Numerator is null || measure.Denominator is null))
            map.Fault("series", "is missing; name a series, or both a 'numerator' and a 'denominator'.");
        if (measure.Value is null && measure.MayBeAdded) map.Fault("value", "must be a proportion or a rate when it is worked out from a numerator and a denominator.");
        if (measure.AddsUp && !measure.MayBeAdded) map.Fault("adds_up", "cannot be true: rates, proportions and scores are never added.");
        if (measure.Per <= 0) map.Fault("per", "must be above 0.");
        if (measure.Interval == AreaIntervalMethod.Wilson && measure.Kind != AreaValueKind.Proportion) map.Fault("interval", "wilson is for proportions; counts and rates of events take byar.");
        if (measure.Interval == AreaIntervalMethod.Byar && measure.Kind is AreaValueKind.Money or AreaValueKind.Score) map.Fault("interval", "cannot be made for money or scores; leave it out.");
        bool hasCounts = measure.Kind == AreaValueKind.Count || measure.Numerator is not null || measure.Denominator is not null;
        if (measure.Interval != AreaIntervalMethod.None && !hasCounts) map.Fault("interval", "needs the counts behind the rate: give a 'numerator' or a 'denominator'.");
    }
}
