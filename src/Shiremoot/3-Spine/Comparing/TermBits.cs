namespace Shiremoot.Spine.Comparing;

/// <summary>
/// What it adds to a match weight that the shared value is rare, or takes that it is common: log2 of how often two records share any value, over how often they share this one
/// (the frequency-based weights of Fellegi and Sunter 1969, as Splink applies them). Of a part of values, how often the part is shared.
/// </summary>
sealed class TermBits
{
    private const float Most = 12;
    private readonly FieldCells field;
    private readonly float[] bits;
    private readonly int[]? groups;
    private readonly bool isList;
    private readonly int cell;

    public TermBits(FieldCells field, PartColumn? part, double weight)
    {
        this.field = field;
        RecordColumn column = field.Column;
        (isList, cell) = (column.IsList, field.Field);
        TermCounts all = column.Terms(part);
        long[] counts = column.Counts;
        if (part is not null) (groups, counts) = Grouped(column, part, all);
        bits = new float[counts.Length];
        for (int v = 1; v < bits.Length; v++) bits[v] = counts[v] == 0 ? 0 : (float)(weight * Math.Clamp(Math.Log2(all.Collision / (counts[v] / all.Known)), -Most, Most));
    }

    /// <summary>Of a list, of the rarest value shared; of two values that are only alike, of the commoner.</summary>
    public float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        // A cell below 0 is a list of several.
        if (a[cell] is >= 0 and var x && b[cell] is >= 0 and var y && !isList)
        {
            if (x == 0 || y == 0) return 0;
            return groups is null ? Math.Min(bits[x], bits[y]) : Math.Min(bits[groups[x]], bits[groups[y]]);
        }
        ReadOnlySpan<int> these = field.Of(a), those = field.Of(b);
        float rarest = float.MinValue;
        foreach (int one in these)
            foreach (int other in those)
                if (groups is null ? one == other : groups[one] == groups[other] && groups[one] != 0) rarest = Math.Max(rarest, bits[groups is null ? one : groups[one]]);
        return rarest == float.MinValue ? 0 : rarest;
    }

    // Values whose part is the same under one number, and how many records hold each.
    private static (int[] Groups, long[] Counts) Grouped(RecordColumn column, PartColumn part, TermCounts all)
    {
        Dictionary<uint, int> numbers = [];
        int[] groups = new int[column.Table.Count + 1];
        List<long> counts = [0];
        for (int v = 1; v < groups.Length; v++)
        {
            if (part.Of(v) is not [var key, ..]) continue;
            if (!numbers.TryGetValue(key, out int number))
            {
                numbers[key] = number = counts.Count;
                counts.Add(Math.Max(1, all.OfKey.GetValueOrDefault(key)));
            }
            groups[v] = number;
        }
        return (groups, [.. counts]);
    }
}
