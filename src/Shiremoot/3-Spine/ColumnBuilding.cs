using System.Text;
using Shiremoot.Spine.Standardising;

namespace Shiremoot.Spine;

/// <summary>
/// Builds one column. Values wait until there are some hundreds of them and are then numbered together. Where to write a value in its standard form takes long, what became of each text
/// is remembered.
/// </summary>
sealed class ColumnBuilding(LinkField field, IStandard standard)
{
    private readonly ValueTable written = new(), values = new();
    private readonly StagedValues staged = new();
    private readonly byte[][] ignored = [.. field.Ignored.Select(Encoding.UTF8.GetBytes)];
    private readonly byte[] split = field.Split is { } s ? Encoding.UTF8.GetBytes(s) : [];
    private readonly byte[] standardised = new byte[(ValueTable.MostBytes * 2) + 16];
    private readonly List<(int Row, int Value)> more = []; // of lists: what waits to be put beside its row
    private int[] numberOf = new int[256];
    private int[] column = new int[1 << 12];
    private int[]? first = field.IsList ? new int[1 << 12] : null;
    private int filled, rows;
    private bool isJoined; // what waits is made of values that are in their standard form

    /// <summary>The row that values are offered to.</summary>
    public int Row { get; set; }

    /// <summary>Makes room for so many records in all, and for as many different values as there will be at the rate so far.</summary>
    public void Expect(int records)
    {
        if (rows == 0) return;
        if (first is null) Array.Resize(ref column, Math.Max(column.Length, records));
        else Array.Resize(ref first, Math.Max(first.Length, records + 1));
        // Values that come again and again get fewer and fewer; those that hardly do go on as they began.
        double distinct = (double)values.Count / rows;
        if (distinct > 0.2) values.Expect((int)(records * distinct * 0.75));
    }

    /// <summary>Offers a value to the row; false if the row needs no more.</summary>
    public bool Offer(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return true;
        if (split.Length == 0 || value.IndexOf(split) < 0) return !Stage(value) || field.IsList;
        foreach (Range part in value.Split(split))
            if (Stage(value[part]) && !field.IsList) return false;
        return true;
    }

    /// <summary>Puts the row's values of other fields together as a value of this.</summary>
    public void Join(int row, int[] parts, ColumnBuilding[] columns)
    {
        Span<byte> whole = stackalloc byte[ValueTable.MostBytes];
        int length = 0;
        foreach (int part in parts)
        {
            ReadOnlySpan<byte> value = columns[part].Settled(row);
            if (value.IsEmpty && (part == parts[0] || part == parts[^1])) return;
            if (value.IsEmpty || length + value.Length + 1 > whole.Length) continue;
            if (length > 0) whole[length++] = (byte)' ';
            value.CopyTo(whole[length..]);
            length += value.Length;
        }
        if (staged.IsFull) Settle();
        isJoined = true;
        staged.Add(whole[..length], row);
    }

    /// <summary>Gives all that waits its numbers.</summary>
    public void Settle()
    {
        if (staged.Count == 0) return;
        Span<int> numbers = stackalloc int[StagedValues.Most];
        bool isStandard = standard.IsQuick || isJoined;
        (isStandard ? values : written).NumberAll(staged, numbers);
        for (int n = 0; n < staged.Count; n++)
        {
            int value = isStandard ? numbers[n] : Standard(numbers[n], staged[n]);
            if (value != 0) Put(staged.RowOf(n), value);
        }
        staged.Clear();
        isJoined = false;
    }

    /// <summary>Ends the rows up to this.</summary>
    public void End(int until)
    {
        Settle();
        if (first is null)
        {
            if (until > column.Length) Array.Resize(ref column, Math.Max(until, column.Length * 2));
        }
        else
        {
            EndLists(until);
        }
        rows = until;
    }

    public GatheredColumn Finish() => first is null
        ? new GatheredColumn(field.Name, field.Kind, values, column, null)
        : new GatheredColumn(field.Name, field.Kind, values, column, first);

    // What a row has so far: of a list the first.
    private ReadOnlySpan<byte> Settled(int row)
    {
        if (first is null) return row < column.Length ? values[column[row]] : default;
        foreach ((int of, int value) in more)
            if (of == row) return values[value];
        return default;
    }

    // True if the value waits: it may still turn out to say nothing.
    private bool Stage(ReadOnlySpan<byte> value)
    {
        if (value.Length > ValueTable.MostBytes) value = value[..ValueTable.MostBytes];
        if (staged.IsFull) Settle();
        if (!standard.IsQuick)
        {
            staged.Add(value, Row);
            return false;
        }
        ReadOnlySpan<byte> kept = Kept(standardised.AsSpan(0, standard.Write(value, standardised)));
        if (kept.IsEmpty) return false;
        staged.Add(kept, Row);
        return true;
    }

    private void Put(int row, int value)
    {
        if (first is not null)
        {
            for (int back = more.Count - 1; back >= 0 && more[back].Row == row; back--)
                if (more[back].Value == value) return;
            more.Add((row, value));
            return;
        }
        if (row >= column.Length) Array.Resize(ref column, Math.Max(row + 1, column.Length * 2));
        if (column[row] == 0) column[row] = value;
    }

    private void EndLists(int until)
    {
        if (until + 1 > first!.Length) Array.Resize(ref first, Math.Max(until + 1, first.Length * 2));
        int at = 0;
        if (field.Join.Count > 0) more.Sort((x, y) => x.Row.CompareTo(y.Row));
        for (int row = rows; row < until; row++)
        {
            for (; at < more.Count && more[at].Row == row; at++)
            {
                if (filled == column.Length) Array.Resize(ref column, filled * 2);
                column[filled++] = more[at].Value;
            }
            first[row + 1] = filled;
        }
        more.Clear();
    }

    private int Standard(int text, ReadOnlySpan<byte> value)
    {
        if (text == 0) return 0;
        if (text < numberOf.Length && numberOf[text] != 0) return numberOf[text] - 1;
        if (text >= numberOf.Length) Array.Resize(ref numberOf, Math.Max(text + 1, numberOf.Length * 2));
        int number = values.Number(Kept(standardised.AsSpan(0, standard.Write(value, standardised))));
        numberOf[text] = number + 1; // 0 is not worked out yet
        return number;
    }

    private ReadOnlySpan<byte> Kept(ReadOnlySpan<byte> value)
    {
        foreach (byte[] none in ignored)
            if (value.SequenceEqual(none)) return default;
        return value.Length > ValueTable.MostBytes ? value[..ValueTable.MostBytes] : value;
    }
}
