namespace Shiremoot.Spine;

/// <summary>
/// The values of each record side by side, so that a pair is two short runs of memory and not two places in every column. A cell holds the number of the field's value, 0 for none, or
/// below 0 where a list of several values stands. The last cell tells which are not 0.
/// </summary>
sealed class RecordRows
{
    private const int Chunk = 512, Several = int.MinValue;
    private readonly int[] cells;
    private readonly List<int> lists = [0];
    private readonly int fields, width;

    /// <param name="columns">The fields as gathered.</param>
    /// <param name="order">Which gathered record stands in each row.</param>
    public RecordRows(IReadOnlyList<GatheredColumn> columns, int[] order)
    {
        fields = columns.Count;
        width = fields + 1;
        cells = new int[(long)order.Length * width];
        int[] to = new int[order.Length];
        for (int r = 0; r < order.Length; r++) to[order[r]] = r;
        // Some rows at a time are put together in the order they came, and each then moved as a whole: memory is jumped about in once a row, not once a cell.
        int[] some = new int[Chunk * width];
        for (int from = 0; from < order.Length; from += Chunk)
        {
            int count = Math.Min(Chunk, order.Length - from);
            for (int f = 0; f < fields; f++) Gather(columns[f], from, some.AsSpan(0, count * width), f);
            for (int r = 0; r < count; r++)
            {
                Span<int> row = some.AsSpan(r * width, width);
                row[fields] = KnownOf(row[..fields]);
                row.CopyTo(cells.AsSpan(to[from + r] * width, width));
            }
        }
        for (int f = 0; f < fields; f++)
            if (columns[f].First is not null) FillLists(columns[f], order, f);
        Lists = [.. lists];
        lists = [];
    }

    public int Count => cells.Length / width;

    /// <summary>Which fields a row has values of, a bit each; of fields beyond the 31st nothing.</summary>
    public int Known(ReadOnlySpan<int> row) => row[fields];

    private int[] Lists { get; }

    public ReadOnlySpan<int> Row(int record) => cells.AsSpan(record * width, width);

    /// <summary>The values of a field in a row.</summary>
    public ReadOnlySpan<int> Values(ReadOnlySpan<int> row, int field)
    {
        int cell = row[field];
        return cell > 0 ? row.Slice(field, 1) : cell == 0 ? default : Lists.AsSpan(1 - cell, Lists[-cell]);
    }

    /// <summary>How many records hold each of so many values of a field, and how many hold any.</summary>
    public (long[] Counts, long Known) Counted(int field, int values)
    {
        long[] counts = new long[values + 1];
        long known = 0;
        for (int at = field; at < cells.Length; at += width)
        {
            int cell = cells[at];
            if (cell == 0) continue;
            known++;
            if (cell > 0) counts[cell]++;
            else foreach (int value in Lists.AsSpan(1 - cell, Lists[-cell])) counts[value]++;
        }
        return (counts, known);
    }

    private static int KnownOf(ReadOnlySpan<int> row)
    {
        int known = 0;
        for (int f = 0; f < Math.Min(row.Length, 31); f++) known |= row[f] == 0 ? 0 : 1 << f;
        return known;
    }

    private void Gather(GatheredColumn column, int from, Span<int> some, int field)
    {
        int[] values = column.Values;
        if (column.First is not { } first)
        {
            for (int at = field, r = from; at < some.Length; at += width, r++) some[at] = values[r];
            return;
        }
        for (int at = field, r = from; at < some.Length; at += width, r++)
            some[at] = (first[r + 1] - first[r]) switch { 0 => 0, 1 => values[first[r]], _ => Several };
    }

    private void FillLists(GatheredColumn column, int[] order, int field)
    {
        for (int r = 0, at = field; r < order.Length; r++, at += width)
        {
            if (cells[at] != Several) continue;
            ReadOnlySpan<int> own = column.Of(order[r]);
            cells[at] = -lists.Count;
            lists.Add(own.Length);
            lists.AddRange(own);
        }
    }
}

/// <summary>One field of every record.</summary>
/// <param name="rows">The records.</param>
/// <param name="column">The field.</param>
sealed class FieldCells(RecordRows rows, RecordColumn column)
{
    public RecordColumn Column => column;

    public int Field { get; } = column.Place;

    public ReadOnlySpan<int> Of(ReadOnlySpan<int> row) => rows.Values(row, Field);

    public bool Has(ReadOnlySpan<int> row) => row[Field] != 0;
}
