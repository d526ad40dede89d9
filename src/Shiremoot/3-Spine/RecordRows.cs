namespace Shiremoot.Spine;

/// <summary>
/// The values of each record side by side, so that a pair is two short runs of memory and not two places in every column. A cell holds the number of the field's value, 0 for none, or
/// below 0 where a list of several values stands.
/// </summary>
sealed class RecordRows
{
    private readonly int[] cells, lists;
    private readonly int width;

    public RecordRows(int records, IReadOnlyList<RecordColumn> columns)
    {
        width = columns.Count;
        cells = new int[(long)records * width];
        List<int> all = [0];
        for (int f = 0; f < width; f++)
        {
            if (columns[f].First is null) FillOne(columns[f].Values, f);
            else FillList(columns[f], records, f, all);
        }
        lists = [.. all];
    }

    private void FillOne(int[] values, int field)
    {
        for (int r = 0, at = field; r < values.Length; r++, at += width) cells[at] = values[r];
    }

    private void FillList(RecordColumn column, int records, int field, List<int> all)
    {
        for (int r = 0, at = field; r < records; r++, at += width)
        {
            ReadOnlySpan<int> own = column.Of(r);
            cells[at] = own.Length switch { 0 => 0, 1 => own[0], _ => -all.Count };
            if (own.Length < 2) continue;
            all.Add(own.Length);
            all.AddRange(own);
        }
    }

    public ReadOnlySpan<int> Row(int record) => cells.AsSpan(record * width, width);

    /// <summary>The values of a field in a row.</summary>
    public ReadOnlySpan<int> Values(ReadOnlySpan<int> row, int field)
    {
        int cell = row[field];
        return cell > 0 ? row.Slice(field, 1) : cell == 0 ? default : lists.AsSpan(1 - cell, lists[-cell]);
    }
}

/// <summary>One field of every record.</summary>
/// <param name="rows">The records.</param>
/// <param name="field">The field's place in a row.</param>
/// <param name="column">The field's column.</param>
sealed class FieldCells(RecordRows rows, int field, RecordColumn column)
{
    public RecordColumn Column => column;

    public int Field { get; } = field;

    public ReadOnlySpan<int> Of(ReadOnlySpan<int> row) => rows.Values(row, Field);

    public bool Has(ReadOnlySpan<int> row) => row[Field] != 0;
}
