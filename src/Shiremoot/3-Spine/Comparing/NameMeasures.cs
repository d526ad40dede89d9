namespace Shiremoot.Spine.Comparing;

/// <summary>1 if one value begins with the other and is longer: J and JOHN, ALEX and ALEXANDER. 0 if not.</summary>
sealed class StartsMeasure(FieldCells field) : Measure
{
    private readonly ValueTable table = field.Column.Table;

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ReadOnlySpan<int> these = field.Of(a), those = field.Of(b);
        if (these.IsEmpty || those.IsEmpty) return float.NaN;
        foreach (int x in these)
            foreach (int y in those)
            {
                if (x == y) continue;
                ReadOnlySpan<byte> one = table[x], other = table[y];
                if (one.Length > other.Length ? one.StartsWith(other) : other.StartsWith(one)) return 1;
            }
        return 0;
    }
}

/// <summary>1 if the values are forms of one name: William and Bill. 0 if not.</summary>
sealed class NicknameMeasure : Measure
{
    private readonly FieldCells field;
    private readonly int[] first, others;

    public NicknameMeasure(FieldCells field, Nicknames nicknames)
    {
        this.field = field;
        (first, others) = nicknames.In(field.Column.Table);
    }

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ReadOnlySpan<int> these = field.Of(a), those = field.Of(b);
        if (these.IsEmpty || those.IsEmpty) return float.NaN;
        foreach (int x in these)
            foreach (int form in others.AsSpan(first[x], first[x + 1] - first[x]))
                if (those.Contains(form)) return 1;
        return 0;
    }
}
