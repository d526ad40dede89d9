using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>What a figure is made of before its interval: value, the count behind it and what that is counted among. NaN is not known.</summary>
readonly record struct FigureParts(double Value, double Numerator, double Denominator, int Missing, bool IsWorkedOut, bool IsCountWorkedBack)
{
    public static readonly FigureParts None = new(double.NaN, double.NaN, double.NaN, 0, false, false);

    public bool IsKnown => !double.IsNaN(Value);
}

/// <summary>The figures of a measure for any area, period and group of its series.</summary>
sealed class FigureSource
{
    private readonly AreaMeasure measure;
    private readonly SummedSeries? value;
    private readonly SummedSeries? numerator;
    private readonly WholesOfParts? denominator;
    private readonly HashSet<(string, int, int)> caught = [];
    private readonly IReadOnlyList<string> denominatorGroups;

    private FigureSource(AreaMeasure measure, Geography geography, SummedSeries? value, SummedSeries? numerator, SummedSeries? denominator)
    {
        (this.measure, this.value, this.numerator) = (measure, value, numerator);
        this.denominator = denominator is null ? null : new WholesOfParts(denominator, geography);
        denominatorGroups = denominator?.Groups ?? [];
        Lead = value ?? numerator!;
        Series = [.. new[] { value, numerator, denominator }.OfType<SummedSeries>()];
        Periods = [.. Lead.Rows.Periods.DistinctBy(p => (p.From, p.Until)).OrderBy(p => p.From).ThenBy(p => p.Until)];
    }

    /// <summary>The series that says which areas, periods and groups there are.</summary>
    public SummedSeries Lead { get; }

    public IReadOnlyList<SummedSeries> Series { get; }

    public IReadOnlyList<SeriesPeriod> Periods { get; }

    /// <summary>Adds up the series a measure needs, broken down; refused where that would add rates.</summary>
    public static Outcome<FigureSource> Of(AreaMeasure measure, IReadOnlyList<string> by, Func<string, SeriesRows> read, Geography geography)
    {
        Outcome<SummedSeries>[] parts = [.. new[] { measure.Value, measure.Numerator, measure.Denominator }.OfType<SeriesChoice>().Select(c => Summed(measure, c, by, read))];
        foreach (Outcome<SummedSeries> part in parts)
            if (part.Refused(out Refusal? why, out _)) return why;
        int at = 0;
        SummedSeries? value = measure.Value is null ? null : parts[at++].Value;
        SummedSeries? numerator = measure.Numerator is null ? null : parts[at++].Value;
        SummedSeries? denominator = measure.Denominator is null ? null : parts[at].Value;
        SummedSeries lead = value ?? numerator!;
        foreach (string dimension in by)
            if (!lead.Rows.Dimensions.Contains(dimension)) return AreaRefusals.NotBy(measure.Id, dimension, lead.Rows.Dimensions);
        if (value is not null && !measure.MayBeAdded && value.MostInACell() is { Rows: > 1, Period: { } period } most)
            return AreaRefusals.WouldAddRates(measure.Id, value.Rows.Name, period.Label, most.Rows, [.. value.Rows.Dimensions.Except(by)]);
        return new FigureSource(measure, geography, value, numerator, denominator);
    }

    /// <summary>Leaves out a published figure that cannot be what it says.</summary>
    public void LeaveOut(string area, SeriesPeriod period) => caught.Add((area, period.From, period.Until));

    public FigureParts At(string area, SeriesPeriod period, string group)
    {
        if (caught.Contains((area, period.From, period.Until))) return FigureParts.None;
        double among = denominator?.At(area, period, denominatorGroups.Contains(group) ? group : "", measure.Denominator!.HoldsFor) ?? double.NaN;
        (double counted, _, int countedMissing) = numerator?.At(area, period, group, measure.Numerator!.HoldsFor) ?? (double.NaN, 0, 0);
        if (value is null) return new(counted / among * measure.Per, counted, among, countedMissing, true, false);

        (double given, _, int missing) = value.At(area, period, group);
        if (measure.MayBeAdded) return new(given, measure.Kind == AreaValueKind.Count ? given : double.NaN, double.NaN, missing, false, false);
        bool isWorkedBack = double.IsNaN(counted) && !double.IsNaN(among);
        if (isWorkedBack) counted = given * among / measure.Per;
        if (double.IsNaN(among) && counted > 0 && given > 0) among = counted / given * measure.Per;
        return new(given, counted, among, missing, false, isWorkedBack);
    }

    private static Outcome<SummedSeries> Summed(AreaMeasure measure, SeriesChoice choice, IReadOnlyList<string> by, Func<string, SeriesRows> read)
    {
        SeriesRows rows = read(choice.Series);
        if (rows.Count == 0) return AreaRefusals.NotTakenIn(measure.Id, choice.Series);
        foreach (SeriesLoad load in rows.Loads)
            if (load.Origin == Origin.Real) return AreaRefusals.CountsOfPeople(measure.Id, load.Feed);
        foreach (string dimension in choice.Where.Keys.Concat(choice.Whole.Keys))
            if (!rows.Dimensions.Contains(dimension)) return AreaRefusals.NotBy(measure.Id, dimension, rows.Dimensions);
        return SummedSeries.Of(rows, choice, by);
    }
}
