using System.Collections.Frozen;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>A chosen part of a series added up into cells of area, period and group.</summary>
sealed class SummedSeries
{
    private readonly double[] sum;
    private readonly int[] published;
    private readonly int[] missing;
    private readonly Dictionary<string, int> areaNumber;
    private readonly Dictionary<string, int> groupNumber;
    private readonly int[] byStart;

    private SummedSeries(SeriesRows rows, IReadOnlyList<string> groups, double[] sum, int[] published, int[] missing)
    {
        (Rows, Groups, this.sum, this.published, this.missing) = (rows, groups, sum, published, missing);
        areaNumber = Numbered(rows.Areas);
        groupNumber = Numbered(groups);
        byStart = [.. Enumerable.Range(0, rows.Periods.Count).OrderBy(p => rows.Periods[p].From).ThenBy(p => rows.Periods[p].Until)];
    }

    public SeriesRows Rows { get; }

    /// <summary>Each combination of the dimensions broken down by, its values joined; one empty one for the whole.</summary>
    public IReadOnlyList<string> Groups { get; }

    public static string KeyOf(IEnumerable<string> values) => string.Join('\u001f', values);

    public static string[] ValuesOf(string key) => key.Length == 0 ? [] : key.Split('\u001f');

    /// <summary>Adds the series up. A dimension the series lacks is not broken down by, so that one population serves every group.</summary>
    public static SummedSeries Of(SeriesRows rows, SeriesChoice choice, IReadOnlyList<string> by)
    {
        string[] mine = [.. by.Where(d => rows.Dimensions.Contains(d))];
        int[] groupOfSet = new int[rows.DimensionSets.Count];
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        for (int s = 0; s < groupOfSet.Length; s++)
        {
            FrozenDictionary<string, string> set = rows.DimensionSets[s];
            if (!IsKept(set, choice, mine))
            {
                groupOfSet[s] = -1;
                continue;
            }
            string key = KeyOf(mine.Select(d => set.GetValueOrDefault(d, "")));
            if (!groups.TryGetValue(key, out groupOfSet[s])) groups[key] = groupOfSet[s] = groups.Count;
        }
        int cells = checked(rows.Areas.Count * rows.Periods.Count * Math.Max(1, groups.Count));
        double[] sum = new double[cells];
        int[] published = new int[cells];
        int[] missing = new int[cells];
        if (groups.Count > 0)
            SumKernel.Add(rows.Area, rows.Period, rows.DimensionSet, rows.Value, groupOfSet, rows.Periods.Count, groups.Count, sum, published, missing);
        return new(rows, [.. groups.OrderBy(g => g.Value).Select(g => g.Key)], sum, published, missing);
    }

    /// <summary>The cell of an area, period and group; NaN with no rows if there is none.</summary>
    public (double Value, int Published, int Missing) At(string area, SeriesPeriod period, string group, PeriodMatch match = PeriodMatch.Same)
    {
        if (!areaNumber.TryGetValue(area, out int a) || !groupNumber.TryGetValue(group, out int g)) return (double.NaN, 0, 0);
        return match == PeriodMatch.Same ? Same(a, period, g) : Nearest(a, period, g);
    }

    /// <summary>The most rows that share a cell of these periods and areas: more than one means that a rate would be added up.</summary>
    public (int Rows, SeriesPeriod? Period) MostInACell()
    {
        int most = 0, at = 0;
        for (int i = 0; i < published.Length; i++)
            if (published[i] > most) (most, at) = (published[i], i);
        return most == 0 ? (0, null) : (most, Rows.Periods[at / Groups.Count % Rows.Periods.Count]);
    }

    // Two forms of one period (2016-17 and 2016/17) are the same days.
    private (double, int, int) Same(int a, SeriesPeriod period, int g)
    {
        for (int p = 0; p < Rows.Periods.Count; p++)
            if (Rows.Periods[p].From == period.From && Rows.Periods[p].Until == period.Until && Cell(a, p, g) is var cell && cell.Item2 + cell.Item3 > 0) return cell;
        return (double.NaN, 0, 0);
    }

    private (double, int, int) Nearest(int a, SeriesPeriod period, int g)
    {
        (double, int, int) nearest = (double.NaN, 0, 0);
        int least = int.MaxValue;
        foreach (int p in byStart)
        {
            (double, int, int) cell = Cell(a, p, g);
            int apart = Math.Abs((Rows.Periods[p].From + Rows.Periods[p].Until - period.From - period.Until) / 2);
            if (cell.Item2 > 0 && apart < least) (nearest, least) = (cell, apart);
        }
        return nearest;
    }

    private (double, int, int) Cell(int a, int p, int g)
    {
        int cell = (((a * Rows.Periods.Count) + p) * Groups.Count) + g;
        return (published[cell] == 0 ? double.NaN : sum[cell], published[cell], missing[cell]);
    }

    private static bool IsKept(FrozenDictionary<string, string> set, SeriesChoice choice, string[] by)
    {
        foreach ((string dimension, IReadOnlyList<string> values) in choice.Where)
            if (!set.TryGetValue(dimension, out string? value) || !values.Contains(value)) return false;
        foreach ((string dimension, string whole) in choice.Whole)
            if ((set.GetValueOrDefault(dimension) == whole) == by.Contains(dimension)) return false;
        return true;
    }

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> texts)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int i = 0; i < texts.Count; i++) numbers[texts[i]] = i;
        return numbers;
    }
}
