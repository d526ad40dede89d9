namespace Shiremoot.Spine;

/// <summary>
/// A field of all records: the number of each record's value in a table of distinct values. A list field holds several values a record, each once.
/// </summary>
/// <param name="Name">The field's name in the model.</param>
/// <param name="Kind">The standard its values are written in: name, date, postcode.</param>
/// <param name="Table">The distinct values.</param>
/// <param name="Values">One value a record; of a list, all values one record after another.</param>
/// <param name="First">Of a list: where each record's values begin, and at the end their number. Null if each record has one value.</param>
public sealed record RecordColumn(string Name, string Kind, ValueTable Table, int[] Values, int[]? First)
{
    private long[]? counts;

    public bool IsList => First is not null;

    /// <summary>The values of a record: none, one or several. A missing value is none.</summary>
    public ReadOnlySpan<int> Of(int record)
    {
        if (First is not null) return Values.AsSpan(First[record], First[record + 1] - First[record]);
        return Values[record] == 0 ? default : Values.AsSpan(record, 1);
    }

    public bool Has(int record) => First is null ? Values[record] != 0 : First[record + 1] > First[record];

    /// <summary>How many records hold each value, by its number.</summary>
    internal long[] Counts => counts ??= Counted();

    /// <summary>The records that hold any value.</summary>
    internal long Known { get; private set; }

    private long[] Counted()
    {
        long[] counted = new long[Table.Count + 1];
        foreach (int value in Values) counted[value]++;
        counted[0] = 0;
        if (First is null) foreach (int value in Values) Known += value == 0 ? 0 : 1;
        else for (int r = 0; r + 1 < First.Length; r++) Known += First[r + 1] > First[r] ? 1 : 0;
        return counted;
    }

    /// <summary>The same records in another order: the record that stands first is order[0].</summary>
    internal RecordColumn InOrder(int[] order)
    {
        if (First is null)
        {
            int[] moved = new int[order.Length];
            for (int r = 0; r < order.Length; r++) moved[r] = Values[order[r]];
            return this with { Values = moved, counts = null };
        }

        int[] first = new int[order.Length + 1], values = new int[Values.Length];
        for (int r = 0; r < order.Length; r++)
        {
            ReadOnlySpan<int> own = Of(order[r]);
            own.CopyTo(values.AsSpan(first[r]));
            first[r + 1] = first[r] + own.Length;
        }
        return this with { Values = values, First = first, counts = null };
    }
}
