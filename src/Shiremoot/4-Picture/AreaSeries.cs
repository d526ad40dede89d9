using NodaTime;
using Shiremoot.Picture.Areas;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>A measure of areas as columns: every area of its kinds by every period, for rooms that reckon with whole series. Published statistics, as published.</summary>
public sealed record AreaSeries
{
    public required AreaMeasure Measure { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>The loads the figures come from.</summary>
    public required IReadOnlyList<SeriesLoad> Loads { get; init; }

    /// <summary>Codes, in order.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<AreaSeriesPeriod> Periods { get; init; }

    /// <summary>Area after area, a value a period, in the measure's unit; NaN where none is published, or what is published is incomplete or cannot be.</summary>
    public required double[] Value { get; init; }

    /// <summary>What a reader must know: breaks, and what was left out.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Reads a measure for all areas of the kinds it compares among.</summary>
    /// <param name="measure">What to read.</param>
    /// <param name="group">Dimensions with the value of each that is wanted; none for the whole.</param>
    /// <param name="place">Whose names of areas are used.</param>
    /// <param name="geography">Names and kinds of areas.</param>
    /// <param name="shelf">The store's series.</param>
    public static Outcome<AreaSeries> Of(AreaMeasure measure, IReadOnlyList<(string Dimension, string Value)> group, Place place, Geography geography, SeriesShelf shelf)
    {
        string[] by = [.. group.Select(g => g.Dimension)];
        if (FigureSource.Of(measure, by, shelf.Read, geography).Refused(out Refusal? why, out FigureSource? source)) return why;
        AreasShown named = new(place, geography);
        if (by.Length == 0) Wholes.Catch(measure, source, place, geography, named);
        string key = SummedSeries.KeyOf(group.Select(g => g.Value));
        string[] areas = [.. source.Lead.Rows.Areas.Where(a => measure.Among.Contains(KindNames.OfCode(a)) || measure.Among.Contains(a)).Order(StringComparer.Ordinal)];
        AreaSeriesPeriod[] periods = [.. source.Periods.Select(p => new AreaSeriesPeriod(PeriodLabels.Of(p, measure.Periods), Days.Date(p.From), Days.Date(p.Until)))];
        double[] value = new double[areas.Length * periods.Length];
        for (int a = 0; a < areas.Length; a++)
            for (int p = 0; p < periods.Length; p++)
                value[(a * periods.Length) + p] = IsIncomplete(measure, periods[p].Label, areas[a]) ? double.NaN : source.At(areas[a], source.Periods[p], key).Value;
        SeriesLoad[] loads = [.. source.Series.SelectMany(s => s.Rows.Loads).DistinctBy(l => l.Load)];
        return new AreaSeries
        {
            Measure = measure,
            Origin = loads.Any(l => l.Origin == Origin.Generated) ? Origin.Generated : Origin.Published,
            Loads = loads,
            Areas = areas,
            Names = [.. areas.Select(named.NameOf)],
            Periods = periods,
            Value = value,
            Notes = [.. measure.Breaks.Where(b => b.By is null || by.Contains(b.By)).Select(b => $"Break in the series at {b.At}: {b.Says}"), .. measure.Incomplete.Select(i => $"{i.Period} is incomplete and left out: {i.Says}"), .. measure.Notes.Select(n => n.Says)],
        };
    }

    private static bool IsIncomplete(AreaMeasure measure, string label, string area) => measure.Incomplete.Any(i => i.Period == label && (i.Areas.Count == 0 || i.Areas.Contains(area)));
}

/// <summary>A period of a series.</summary>
/// <param name="Label">As the measure names it.</param>
/// <param name="From">The first day it covers.</param>
/// <param name="Until">The first day after it.</param>
public sealed record AreaSeriesPeriod(string Label, LocalDate From, LocalDate Until);
