using Shiremoot.Terms;

namespace Shiremoot.Spine.Comparing;

/// <summary>Days between the earliest dates of two lists, or between the latest, whichever are closer: agencies write the day of the hearing or that of the warrant for one sentence.</summary>
sealed class EndsApartMeasure : Measure
{
    private readonly FieldCells field;
    private readonly int[] days;

    public EndsApartMeasure(FieldCells field)
    {
        this.field = field;
        ValueTable table = field.Column.Table;
        days = new int[table.Count + 1];
        for (int v = 1; v <= table.Count; v++) days[v] = DaysApartMeasure.Day(table[v]);
    }

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b) =>
        Ends(a) is var (firstA, lastA) && Ends(b) is var (firstB, lastB) ? Math.Min(Math.Abs(firstA - firstB), Math.Abs(lastA - lastB)) : float.NaN;

    private (int First, int Last)? Ends(ReadOnlySpan<int> row)
    {
        (int first, int last) = (int.MaxValue, int.MinValue);
        foreach (int value in field.Of(row))
        {
            if (days[value] == Days.Unknown) continue;
            (first, last) = (Math.Min(first, days[value]), Math.Max(last, days[value]));
        }
        return first > last ? null : (first, last);
    }
}
