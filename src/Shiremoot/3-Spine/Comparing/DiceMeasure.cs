namespace Shiremoot.Spine.Comparing;

/// <summary>How alike two filters of bits are: the greatest similarity of any filter of the one record to any of the other.</summary>
sealed class DiceMeasure(FieldCells field) : Measure
{
    private readonly FilterBits filters = new(field.Column.Table);

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float most = float.NaN;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b))
            {
                float alike = x == y ? 1 : filters.Dice(x, y);
                if (!(alike <= most)) most = alike;
            }
        return most;
    }
}
