namespace Shiremoot.Spine.Comparing;

/// <summary>1 if the two records have a value, or a part of one, in common; 0 if not.</summary>
static class SameMeasure
{
    public static Measure Of(MeasureNeeds needs)
    {
        RecordColumn column = needs.Columns[0];
        if (needs.Parts[0] is { } part) return new SamePart(column, part);
        return column.IsList ? new SharesMeasure(column, one: true) : new SameValue(column);
    }
}

/// <summary>1 if the values are the same.</summary>
sealed class SameValue(RecordColumn column) : Measure
{
    private readonly int[] values = column.Values;

    public override float Of(int a, int b)
    {
        int x = values[a], y = values[b];
        return x == 0 || y == 0 ? float.NaN : x == y ? 1 : 0;
    }
}

/// <summary>1 if a part of the values is the same: their outcode, their sound.</summary>
sealed class SamePart(RecordColumn column, PartColumn parts) : Measure
{
    public override float Of(int a, int b)
    {
        bool isTold = false;
        foreach (int x in column.Of(a))
            foreach (int y in column.Of(b))
            {
                ReadOnlySpan<uint> one = parts.Of(x), other = parts.Of(y);
                if (one.IsEmpty || other.IsEmpty) continue;
                isTold = true;
                if (one.ContainsAny(other)) return 1;
            }
        return isTold ? 0 : float.NaN;
    }
}

/// <summary>1 if both records have a value and none in common; 0 otherwise, also where one is missing.</summary>
sealed class DiffersMeasure(RecordColumn column) : Measure
{
    public override float Of(int a, int b)
    {
        ReadOnlySpan<int> one = column.Of(a), other = column.Of(b);
        return !one.IsEmpty && !other.IsEmpty && !one.ContainsAny(other) ? 1 : 0;
    }
}

/// <summary>1 if a record lacks the value; 0 if both have one.</summary>
sealed class MissingMeasure(RecordColumn column) : Measure
{
    public override float Of(int a, int b) => column.Has(a) && column.Has(b) ? 0 : 1;
}

/// <summary>How many values two lists have in common.</summary>
sealed class SharesMeasure(RecordColumn column, bool one = false) : Measure
{
    public override float Of(int a, int b)
    {
        ReadOnlySpan<int> these = column.Of(a), those = column.Of(b);
        if (these.IsEmpty || those.IsEmpty) return float.NaN;
        int shared = 0;
        foreach (int value in these)
            if (those.Contains(value)) shared++;
        return one ? Math.Min(shared, 1) : shared;
    }
}

/// <summary>How many pairs of values two lists make: sharing one of many says less.</summary>
sealed class PairsMeasure(RecordColumn column) : Measure
{
    public override float Of(int a, int b)
    {
        float pairs = (float)column.Of(a).Length * column.Of(b).Length;
        return pairs == 0 ? float.NaN : pairs;
    }
}

/// <summary>The product of the shares of records that hold each value the two have in common; 1 if they have none.</summary>
sealed class CommonnessMeasure(RecordColumn column) : Measure
{
    private readonly long[] counts = column.Counts;

    public override float Of(int a, int b)
    {
        ReadOnlySpan<int> these = column.Of(a), those = column.Of(b);
        if (these.IsEmpty || those.IsEmpty) return float.NaN;
        double product = 1;
        foreach (int value in these)
            if (those.Contains(value)) product *= (double)counts[value] / column.Known;
        return (float)product;
    }
}

/// <summary>1 if each record has as its one name what the other has as its other name.</summary>
sealed class SwappedMeasure : Measure
{
    private readonly RecordColumn first, second;
    private readonly int[] inSecond;

    public SwappedMeasure(RecordColumn first, RecordColumn second)
    {
        (this.first, this.second) = (first, second);
        inSecond = new int[first.Table.Count + 1];
        for (int v = 1; v <= first.Table.Count; v++) inSecond[v] = second.Table.Find(first.Table[v]);
    }

    public override float Of(int a, int b)
    {
        int fa = One(first, a), fb = One(first, b), sa = One(second, a), sb = One(second, b);
        if (fa == 0 || fb == 0 || sa == 0 || sb == 0) return float.NaN;
        return inSecond[fa] == sb && inSecond[fb] == sa && fa != fb ? 1 : 0;
    }

    private static int One(RecordColumn column, int record) => column.Of(record) is [var value, ..] ? value : 0;
}
