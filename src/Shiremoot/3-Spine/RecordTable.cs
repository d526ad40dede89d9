using System.IO.Hashing;
using System.Text;

namespace Shiremoot.Spine;

/// <summary>
/// The records to be linked, as columns. They stand in an order that depends on their ids alone, so that whatever order they came in, everything that follows is the same.
/// </summary>
public sealed class RecordTable
{
    private readonly ByteList ids;
    private readonly int[] idOf;

    /// <param name="ids">The records' own ids.</param>
    /// <param name="sources">The source of each.</param>
    /// <param name="sourceNames">The names of the sources.</param>
    /// <param name="gathered">The fields.</param>
    /// <param name="near">The fields by which records lie near one another.</param>
    /// <param name="whole">Of a table of some records, that of all: how common values are is asked there, and the records stay in the order given.</param>
    internal RecordTable(ByteList ids, byte[] sources, IReadOnlyList<string> sourceNames, IReadOnlyList<GatheredColumn> gathered, IReadOnlyList<string> near, RecordTable? whole = null)
    {
        Count = sources.Length;
        idOf = whole is null ? Order(ids, sources, sourceNames, [.. near.Select(n => gathered.First(c => c.Name == n))]) : [.. Enumerable.Range(0, Count)];
        this.ids = ids;
        Sources = new byte[Count];
        for (int r = 0; r < Count; r++) Sources[r] = sources[idOf[r]];
        Rows = new RecordRows(gathered, idOf);
        (SourceNames, Columns) = (sourceNames, [.. gathered.Select((c, n) => new RecordColumn(c.Name, c.Kind, c.Table, c.First is not null, Rows, n) { Whole = whole?.Columns[n] })]);
        OrderedBy = whole is null && near.Count > 0 && !this[near[0]].IsList ? this[near[0]] : null;
    }

    /// <summary>How many records.</summary>
    public int Count { get; }

    /// <summary>Which source each record is from, by its place in <see cref="SourceNames"/>.</summary>
    public byte[] Sources { get; }

    public IReadOnlyList<string> SourceNames { get; }

    public IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>The field by a hash of whose value the records stand, where they have one; null if they stand in another order, or the field is a list.</summary>
    internal RecordColumn? OrderedBy { get; }

    /// <summary>The values of each record side by side.</summary>
    internal RecordRows Rows { get; }

    /// <summary>The column of a field of the model. The field is there: the model was read with the table.</summary>
    public RecordColumn this[string field] => Columns.First(c => c.Name == field);

    /// <summary>A record's own id, as its source writes it.</summary>
    public ReadOnlySpan<byte> IdBytes(int record) => ids[idOf[record]];

    public string Id(int record) => Encoding.UTF8.GetString(IdBytes(record));

    /// <summary>The row of its file a record stood in, from 0 over all files.</summary>
    public int RowOf(int record) => idOf[record];

    /// <summary>The record with an id, or -1.</summary>
    public int Find(string id, int? source = null)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(id);
        for (int r = 0; r < Count; r++)
            if ((source is null || Sources[r] == source) && IdBytes(r).SequenceEqual(wanted)) return r;
        return -1;
    }

    /// <summary>The first row whose id one of its source before it has; null if there is none. Rows are sorted by a hash of their ids, and ids are looked at only where hashes agree.</summary>
    internal IdTwice? Repeated()
    {
        byte[] sourceOf = new byte[Count];
        for (int r = 0; r < Count; r++) sourceOf[idOf[r]] = Sources[r];
        (uint[] hashes, int[] rows) = (new uint[Count], new int[Count]);
        for (int row = 0; row < Count; row++) (hashes[row], rows[row]) = ((uint)(XxHash3.HashToUInt64(ids[row], sourceOf[row]) & uint.MaxValue), row);
        RadixSort.ByKey(hashes, rows, Count);
        IdTwice? found = null;
        for (int n = 1, first = 0; n < Count; n++)
        {
            if (hashes[n] != hashes[first]) first = n;
            for (int before = first; before < n; before++)
            {
                if (sourceOf[rows[n]] != sourceOf[rows[before]] || !ids[rows[n]].SequenceEqual(ids[rows[before]])) continue;
                long all = (found?.Rows ?? 0) + 1;
                found = found is { } earlier && earlier.Again < rows[n] ? earlier with { Rows = all } : new IdTwice(rows[before], rows[n], ids[rows[n]].IsEmpty, all);
                break;
            }
        }
        return found;
    }

    // By a hash of what most rules ask for, so that records that will be compared lie near one another in memory; then by a hash of source and id, so that no order of the files shows.
    private static int[] Order(ByteList ids, byte[] sources, IReadOnlyList<string> sourceNames, GatheredColumn[] near)
    {
        long[] seeds = [.. sourceNames.Select(n => unchecked((long)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(n))))];
        ulong[] keys = new ulong[sources.Length];
        int[] order = new int[sources.Length];
        for (int r = 0; r < sources.Length; r++)
        {
            keys[r] = ((ulong)Near(near, r) << 32) | (XxHash3.HashToUInt64(ids[r], seeds[sources[r]]) >> 32);
            order[r] = r;
        }
        RadixSort.ByKey(keys, order, order.Length);
        for (int r = 1; r < order.Length; r++)
            for (int back = r; back > 0 && keys[back] == keys[back - 1] && Later(ids, sources, sourceNames, order[back - 1], order[back]); back--)
                (order[back], order[back - 1]) = (order[back - 1], order[back]);
        return order;
    }

    private static uint Near(GatheredColumn[] near, int record)
    {
        foreach (GatheredColumn column in near)
            if (column.Of(record) is [var value, ..]) return column.Table.HashOf(value);
        return 0;
    }

    private static bool Later(ByteList ids, byte[] sources, IReadOnlyList<string> sourceNames, int one, int other) =>
        sources[one] != sources[other] ? string.CompareOrdinal(sourceNames[sources[one]], sourceNames[sources[other]]) > 0 : ids[one].SequenceCompareTo(ids[other]) > 0;
}
