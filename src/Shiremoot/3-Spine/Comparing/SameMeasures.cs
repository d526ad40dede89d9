namespace Shiremoot.Spine.Comparing;

/// <summary>1 if the two records have a value, or a part of one, in common; 0 if not.</summary>
static class SameMeasure
{
    public static Measure Of(MeasureNeeds needs)
    {
        FieldCells field = needs.Fields[0];
        if (needs.Parts[0] is { } part) return new SamePart(field, part);
        return field.Column.IsList ? new SharesMeasure(field, one: true) : new SameValue(field.Field);
    }
}

/// <summary>1 if the values are the same.</summary>
sealed class SameValue(int field) : Measure
{
    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int x = a[field], y = b[field];
        return x == 0 || y == 0 ? float.NaN : x == y ? 1 : 0;
    }
}

/// <summary>1 if a part of the values is the same: their outcode, their sound.</summary>
sealed class SamePart(FieldCells field, PartColumn parts) : Measure
{
    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (parts.IsSingle && a[field.Field] is >= 0 and var p && b[field.Field] is >= 0 and var q)
        {
            uint key = parts.Keys[p], to = parts.Keys[q];
            return key == 0 || to == 0 ? float.NaN : key == to ? 1 : 0;
        }
        bool isTold = false;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b))
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
sealed class DiffersMeasure(FieldCells field) : Measure
{
    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ReadOnlySpan<int> one = field.Of(a), other = field.Of(b);
        return !one.IsEmpty && !other.IsEmpty && !one.ContainsAny(other) ? 1 : 0;
    }
}

/// <summary>1 if a record lacks the value, or the part of it; 0 if both have one.</summary>
sealed class MissingMeasure : Measure
{
    private readonly FieldCells field;
    private readonly bool[]? hasPart; // by value

    public MissingMeasure(FieldCells field, PartColumn? part)
    {
        this.field = field;
        if (part is null) return;
        hasPart = new bool[field.Column.Table.Count + 1];
        for (int v = 1; v < hasPart.Length; v++) hasPart[v] = !part.Of(v).IsEmpty;
    }

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => Has(a) && Has(b) ? 0 : 1;

    private bool Has(ReadOnlySpan<int> row)
    {
        if (hasPart is null) return field.Has(row);
        if (row[field.Field] is >= 0 and var only) return hasPart[only];
        foreach (int value in field.Of(row))
            if (hasPart[value]) return true;
        return false;
    }
}

/// <summary>How many values two lists have in common.</summary>
sealed class SharesMeasure(FieldCells field, bool one = false) : Measure
{
    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ReadOnlySpan<int> these = field.Of(a), those = field.Of(b);
        if (these.IsEmpty || those.IsEmpty) return float.NaN;
        int shared = 0;
        foreach (int value in these)
            if (those.Contains(value)) shared++;
        return one ? Math.Min(shared, 1) : shared;
    }
}

/// <summary>How many pairs of values two lists make, of several fields together: sharing one of many says less.</summary>
sealed class PairsMeasure(IReadOnlyList<FieldCells> fields) : Measure
{
    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float all = 0;
        foreach (FieldCells field in fields)
        {
            float pairs = (float)field.Of(a).Length * field.Of(b).Length;
            if (pairs == 0) return float.NaN;
            all += pairs;
        }
        return all;
    }
}

/// <summary>The product of the shares of records that hold each value the two have in common; 1 if they have none.</summary>
sealed class CommonnessMeasure(FieldCells field) : Measure
{
    private readonly long[] counts = field.Column.Counts;

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ReadOnlySpan<int> these = field.Of(a), those = field.Of(b);
        if (these.IsEmpty || those.IsEmpty) return float.NaN;
        double product = 1;
        foreach (int value in these)
            if (those.Contains(value)) product *= (double)counts[value] / field.Column.Known;
        return (float)product;
    }
}

/// <summary>1 if each record has as its one name what the other has as its other name.</summary>
sealed class SwappedMeasure : Measure
{
    private readonly FieldCells first, second;
    private readonly int[] inSecond;

    public SwappedMeasure(FieldCells first, FieldCells second)
    {
        (this.first, this.second) = (first, second);
        ValueTable these = first.Column.Table, those = second.Column.Table;
        inSecond = new int[these.Count + 1];
        for (int v = 1; v <= these.Count; v++) inSecond[v] = those.Find(these[v]);
    }

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int fa = One(first, a), fb = One(first, b), sa = One(second, a), sb = One(second, b);
        if (fa == 0 || fb == 0 || sa == 0 || sb == 0) return float.NaN;
        return inSecond[fa] == sb && inSecond[fb] == sa && fa != fb ? 1 : 0;
    }

    private static int One(FieldCells field, ReadOnlySpan<int> row) => field.Of(row) is [var value, ..] ? value : 0;
}
