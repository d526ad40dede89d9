using System.Collections.Frozen;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>A load that rows of a series come from.</summary>
/// <param name="Load">Its number.</param>
/// <param name="Feed">The id of its feed.</param>
/// <param name="FileName">The file it was read from.</param>
/// <param name="TakenInAt">When, UTC, ISO 8601.</param>
/// <param name="Origin">Published, or generated to look like it.</param>
public sealed record SeriesLoad(long Load, string Feed, string FileName, string TakenInAt, Origin Origin);

/// <summary>A period as its source writes it, with the days it covers: from the first up to but not including the second.</summary>
public sealed record SeriesPeriod(string Label, int From, int Until);

/// <summary>
/// The rows of one published series, of active loads only, as columns in the order they were taken in. Areas, periods and sets of dimensions are
/// numbered; a value the source does not publish is NaN.
/// </summary>
public sealed class SeriesRows
{
    internal SeriesRows(string name, SeriesRowsBuilder built)
    {
        Name = name;
        (Areas, Periods, DimensionSets) = ([.. built.Areas], [.. built.Periods], [.. built.Sets]);
        (Area, Period, DimensionSet) = ([.. built.Area], [.. built.Period], [.. built.Set]);
        (Value, Numerator, Denominator, Id) = ([.. built.Value], [.. built.Numerator], [.. built.Denominator], [.. built.Id]);
        (Unit, Loads) = (built.Unit, [.. built.Loads]);
        Dimensions = [.. DimensionSets.SelectMany(s => s.Keys).Distinct().Order(StringComparer.Ordinal)];
    }

    public string Name { get; }

    /// <summary>The unit its feed gives, or null.</summary>
    public string? Unit { get; }

    public int Count => Value.Length;

    /// <summary>Codes where the feed knows them, otherwise as the source writes them.</summary>
    public IReadOnlyList<string> Areas { get; }

    public IReadOnlyList<SeriesPeriod> Periods { get; }

    /// <summary>The names of its dimensions, in order.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>Each combination of dimension values that occurs.</summary>
    public IReadOnlyList<FrozenDictionary<string, string>> DimensionSets { get; }

    public IReadOnlyList<SeriesLoad> Loads { get; }

    internal int[] Area { get; }

    internal int[] Period { get; }

    internal int[] DimensionSet { get; }

    internal double[] Value { get; }

    internal double[] Numerator { get; }

    internal double[] Denominator { get; }

    /// <summary>The stored id of each row: leads back to the load and the row of its file.</summary>
    internal long[] Id { get; }

    /// <summary>The values a dimension takes, in order.</summary>
    public IReadOnlyList<string> ValuesOf(string dimension) =>
        [.. DimensionSets.Select(s => s.GetValueOrDefault(dimension)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>Gathers the rows of a series while they are read.</summary>
sealed class SeriesRowsBuilder
{
    private readonly Dictionary<string, int> areas = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, int, int), int> periods = [];
    private readonly Dictionary<string, int> sets = new(StringComparer.Ordinal);

    public List<string> Areas { get; } = [];

    public List<SeriesPeriod> Periods { get; } = [];

    public List<FrozenDictionary<string, string>> Sets { get; } = [];

    public List<SeriesLoad> Loads { get; } = [];

    public List<int> Area { get; } = [];

    public List<int> Period { get; } = [];

    public List<int> Set { get; } = [];

    public List<double> Value { get; } = [];

    public List<double> Numerator { get; } = [];

    public List<double> Denominator { get; } = [];

    public List<long> Id { get; } = [];

    public string? Unit { get; set; }

    public int AreaNumber(string area)
    {
        if (areas.TryGetValue(area, out int number)) return number;
        Areas.Add(area);
        return areas[area] = Areas.Count - 1;
    }

    public int PeriodNumber(string label, int from, int until)
    {
        if (periods.TryGetValue((label, from, until), out int number)) return number;
        Periods.Add(new SeriesPeriod(label, from, until));
        return periods[(label, from, until)] = Periods.Count - 1;
    }

    /// <summary>The number of a set of dimensions by its JSON, which is parsed once for each form it takes.</summary>
    public int SetNumber(string json, Func<string, FrozenDictionary<string, string>> parse)
    {
        if (sets.TryGetValue(json, out int number)) return number;
        Sets.Add(parse(json));
        return sets[json] = Sets.Count - 1;
    }
}
