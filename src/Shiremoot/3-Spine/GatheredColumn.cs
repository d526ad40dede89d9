namespace Shiremoot.Spine;

/// <summary>A field as it was gathered, record by record in the order of the files.</summary>
/// <param name="Name">The field's name in the model.</param>
/// <param name="Kind">The standard its values are written in.</param>
/// <param name="Table">The distinct values.</param>
/// <param name="Values">One value a record; of a list, all values one record after another. It may be longer than there are values.</param>
/// <param name="First">Of a list: where each record's values begin, and at the end of the last their number. Null if each record has one value.</param>
sealed record GatheredColumn(string Name, string Kind, ValueTable Table, int[] Values, int[]? First)
{
    public ReadOnlySpan<int> Of(int record)
    {
        if (First is not null) return Values.AsSpan(First[record], First[record + 1] - First[record]);
        return Values[record] == 0 ? default : Values.AsSpan(record, 1);
    }
}
