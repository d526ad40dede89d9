namespace Shiremoot.Spine.Comparing;

/// <summary>
/// What it adds to a match weight that the shared value is rare, or takes that it is common: log2 of how often two records share any value, over how often they share this one
/// (the frequency-based weights of Fellegi and Sunter 1969, as Splink applies them).
/// </summary>
sealed class TermBits
{
    private const float Most = 12;
    private readonly FieldCells field;
    private readonly float[] bits;

    public TermBits(FieldCells field, double weight)
    {
        this.field = field;
        RecordColumn column = field.Column;
        bits = new float[column.Table.Count + 1];
        long[] counts = column.Counts;
        double known = Math.Max(1, column.Known), collision = 0;
        foreach (long count in counts) collision += count / known * (count / known);
        for (int v = 1; v < bits.Length; v++) bits[v] = counts[v] == 0 ? 0 : (float)(weight * Math.Clamp(Math.Log2(collision / (counts[v] / known)), -Most, Most));
    }

    /// <summary>Of a list, of the rarest value shared; of two values that are only alike, of the commoner.</summary>
    public float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (!field.Column.IsList)
        {
            int x = a[field.Field], y = b[field.Field];
            return x == 0 || y == 0 ? 0 : Math.Min(bits[x], bits[y]);
        }
        ReadOnlySpan<int> those = field.Of(b);
        float rarest = float.MinValue;
        foreach (int value in field.Of(a))
            if (those.Contains(value)) rarest = Math.Max(rarest, bits[value]);
        return rarest == float.MinValue ? 0 : rarest;
    }
}
