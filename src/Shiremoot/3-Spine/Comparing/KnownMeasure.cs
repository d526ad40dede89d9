namespace Shiremoot.Spine.Comparing;

/// <summary>1 if both records have a value of at least one of the fields, the same field in both; 0 if there is none to set one against the other.</summary>
sealed class KnownMeasure(IReadOnlyList<FieldCells> fields) : Measure
{
    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        foreach (FieldCells field in fields)
            if (field.Has(a) && field.Has(b)) return 1;
        return 0;
    }
}
