using NodaTime;
using Shiremoot.Picture.Areas;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Draws the picture of a measure for the areas of a place. Methods: docs/methods/picture-of-an-area.md.</summary>
public sealed class AreaDrawing
{
    private readonly AreaMeasure measure;
    private readonly Place place;
    private readonly FigureSource whole;
    private readonly FigureSource broken;
    private readonly IReadOnlyList<PlaceArea> shown;
    private readonly AreasShown areas;
    private readonly IReadOnlyList<string> by;

    private AreaDrawing(AreaMeasure measure, Place place, FigureSource whole, FigureSource broken, IReadOnlyList<PlaceArea> shown, AreasShown areas, IReadOnlyList<string> by) =>
        (this.measure, this.place, this.whole, this.broken, this.shown, this.areas, this.by) = (measure, place, whole, broken, shown, areas, by);

    /// <summary>Draws one measure.</summary>
    /// <param name="measure">What to draw.</param>
    /// <param name="question">Broken down by what, compared in which period.</param>
    /// <param name="place">Whose areas.</param>
    /// <param name="geography">Names of areas and how they lie in one another.</param>
    /// <param name="similar">Which areas are alike; null: none are compared.</param>
    /// <param name="shelf">The store's series.</param>
    public static Outcome<AreaPicture> Draw(AreaMeasure measure, AreaQuestion question, Place place, Geography geography, SimilarAreas? similar, SeriesShelf shelf)
    {
        foreach (string dimension in question.By)
            if (!measure.By.Contains(dimension)) return AreaRefusals.NotBy(measure.Id, dimension, measure.By);
        AreasShown areas = new(place, geography);
        if (areas.Of(measure, place).Refused(out Refusal? none, out IReadOnlyList<PlaceArea>? shown)) return none;
        if (FigureSource.Of(measure, [], shelf.Read, geography).Refused(out Refusal? why, out FigureSource? whole)) return why;
        FigureSource? broken = whole;
        if (question.By.Count > 0 && FigureSource.Of(measure, question.By, shelf.Read, geography).Refused(out why, out broken)) return why;
        return new AreaDrawing(measure, place, whole, broken, shown, areas, question.By).Draw(question, geography, similar);
    }

    private Outcome<AreaPicture> Draw(AreaQuestion question, Geography geography, SimilarAreas? similar)
    {
        IReadOnlyList<CaughtFigure> caught = Wholes.Catch(measure, whole, place, geography, areas);
        SeriesPeriod[] periods = [.. whole.Periods.Where(p => shown.Any(a => whole.At(a.Code, p, "").IsKnown))];
        SeriesPeriod? compared = question.Period is null ? periods.LastOrDefault(p => !IsIncomplete(p)) ?? periods.LastOrDefault() : Array.Find(periods, p => Label(p) == question.Period);
        if (question.Period is not null && compared is null) return AreaRefusals.NoSuchPeriod(measure.Id, question.Period, [.. periods.Select(Label)]);
        AreaBeside beside = new(measure, whole, place, similar);
        SeriesLoad[] loads = [.. whole.Series.SelectMany(s => s.Rows.Loads).DistinctBy(l => l.Load)];
        (FunnelChart? funnel, string? noFunnel) = compared is null ? (null, "No figure is published.") : beside.Funnel(compared);
        return new AreaPicture
        {
            Measure = measure,
            Origin = loads.Any(l => l.Origin == Origin.Generated) ? Origin.Generated : Origin.Published,
            Loads = loads,
            Areas = shown,
            By = by,
            MayBeBy = measure.By,
            Periods = [.. periods.Select(Label)],
            Rows = Rows(periods),
            Totals = Totals(periods),
            ComparedIn = compared is null ? null : Label(compared),
            Standings = compared is null ? [] : [.. shown.Select(a => beside.StandingOf(a, compared, Figure(whole, a.Code, compared, "")))],
            Trends = [.. shown.Select(a => AreaTrends.Of(measure, a, whole, [.. periods.Where(p => !IsIncomplete(p, a.Code))], Label))],
            Funnel = funnel,
            NoFunnel = noFunnel,
            Map = compared is null ? new AreaMap(shown[0].Kind, "", [], []) : beside.Map(shown, compared, Label(compared)),
            Caught = caught,
        };
    }

    private AreaRow[] Rows(SeriesPeriod[] periods)
    {
        List<AreaRow> rows = [];
        string[] groups = [.. broken.Lead.Groups.Order(StringComparer.Ordinal)];
        foreach (SeriesPeriod period in periods)
            foreach (PlaceArea area in shown)
                foreach (string group in groups)
                {
                    // A group that never occurs in a period (an offence group of another classification) makes no row.
                    if (by.Count > 0 && !IsThere(area.Code, period, group)) continue;
                    rows.Add(new AreaRow(Label(period), Days.Date(period.From), area.Code, area.Name, SummedSeries.ValuesOf(group), Figure(broken, area.Code, period, group)));
                }
        return [.. rows];
    }

    private AreaTotal[] Totals(SeriesPeriod[] periods)
    {
        if (!measure.AddsUp) return [];
        List<AreaTotal> totals = [];
        string[] groups = by.Count > 0 && shown.Count > 1 ? [.. broken.Lead.Groups.Order(StringComparer.Ordinal)] : [];
        foreach (SeriesPeriod period in periods)
        {
            totals.Add(Total(whole, period, ""));
            foreach (string group in groups)
                if (Total(broken, period, group) is { AreasWithFigure: > 0 } total) totals.Add(total);
        }
        return [.. totals];
    }

    private AreaTotal Total(FigureSource source, SeriesPeriod period, string group)
    {
        FigureParts sum = new(0, 0, double.NaN, 0, false, false);
        List<string> lacking = [];
        foreach (PlaceArea area in shown)
        {
            FigureParts one = source.At(area.Code, period, group);
            if (!one.IsKnown) lacking.Add(area.Name);
            else sum = sum with { Value = sum.Value + one.Value, Numerator = sum.Numerator + one.Numerator, Missing = sum.Missing + one.Missing };
        }
        int found = shown.Count - lacking.Count;
        string[] flags = [.. shown.SelectMany(a => Flags(period, a.Code)).Distinct(), .. lacking.Count == 0 ? [] : new[] { $"without {string.Join(", ", lacking.Take(5))}{(lacking.Count > 5 ? " and others" : "")}" }];
        return new AreaTotal(Label(period), SummedSeries.ValuesOf(group), found == 0 ? AreaFigure.NotPublished : AreaFigures.Figure(measure, sum, flags), found);
    }

    private bool IsThere(string area, SeriesPeriod period, string group) =>
        broken.Lead.At(area, period, group) is { Published: > 0 } or { Missing: > 0 } && (broken.At(area, period, group).Value is not 0 || !IsOtherClassification(period, group));

    // Sources fill every combination with noughts, so that a group of another classification is there and nought for every area.
    private bool IsOtherClassification(SeriesPeriod period, string group) =>
        measure.Breaks.Any(b => b.By is { } dimension && by.Contains(dimension)) && broken.Lead.Rows.Areas.All(a => broken.At(a, period, group).Value is 0 or double.NaN);

    private AreaFigure Figure(FigureSource source, string area, SeriesPeriod period, string group) => AreaFigures.Figure(measure, source.At(area, period, group), Flags(period, area));

    private List<string> Flags(SeriesPeriod period, string area)
    {
        string label = Label(period);
        List<string> flags = [.. measure.Incomplete.Where(i => IsOf(i, label, area)).Select(i => $"incomplete: {i.Says}")];
        flags.AddRange(measure.Breaks.Where(b => b.At == label && (b.By is null || by.Contains(b.By))).Select(b => $"break in the series: {b.Says}"));
        return flags;
    }

    private bool IsIncomplete(SeriesPeriod period, string? area = null) => measure.Incomplete.Any(i => IsOf(i, Label(period), area));

    private static bool IsOf(IncompletePeriod incomplete, string label, string? area) => incomplete.Period == label && (incomplete.Areas.Count == 0 || (area is not null && incomplete.Areas.Contains(area)));

    private string Label(SeriesPeriod period) => PeriodLabels.Of(period, measure.Periods);
}
