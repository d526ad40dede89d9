using System.Runtime.InteropServices;
using System.Text;
using Shiremoot.Storage;

namespace Shiremoot.Intake.Mapping;

/// <summary>Writes faults into the quarantine table and counts the reasons.</summary>
sealed class QuarantineWriting(long load)
{
    private const int LongestValue = 200;
    private const int MostExamples = 1000;
    private const int MostExampleBytes = 4 << 20;
    private const int MostReasons = 1000;
    private const string OtherReasons = "other reasons";
    private readonly Dictionary<string, long> reasons = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Reasons => reasons;

    /// <summary>The first faults, kept when the file as a whole is refused.</summary>
    public BulkBatch Examples { get; } = new(StoreTables.Quarantine);

    /// <summary>A row that could not be read as a row at all.</summary>
    public void Row(long row, long line, string reason, string hint, string text, BulkBatch batch)
    {
        Count(reason);
        Put(batch);
        if (HasRoom) Put(Examples);

        void Put(BulkBatch into)
        {
            into.Whole(RowId.Of(load, row));
            into.Whole(line);
            into.Null();
            into.Null();
            into.Text(reason);
            into.Text(hint);
            into.Text(text);
        }
    }

    /// <summary>A value that failed its check. The row's own text goes with its first fault only.</summary>
    public void Cell(long row, int part, long line, string column, ReadOnlySpan<byte> value, CellFault fault, string? text, BulkBatch batch)
    {
        string found = Encoding.UTF8.GetString(Start(value)).Replace("\0", "\u2400");
        Count(fault.Reason);
        Put(batch);
        if (HasRoom) Put(Examples);

        void Put(BulkBatch into)
        {
            into.Whole(RowId.Of(load, row, part));
            into.Whole(line);
            into.Text(column);
            into.Text(found);
            into.Text(fault.Reason);
            into.Text(fault.Hint);
            into.Text(text);
        }
    }

    // Rows may be long, and reasons may name cells: neither examples nor reasons may grow with the file.
    private bool HasRoom => Examples.Rows < MostExamples && Examples.TextBytes < MostExampleBytes;

    private void Count(string reason)
    {
        if (reasons.Count >= MostReasons && !reasons.ContainsKey(reason)) reason = OtherReasons;
        CollectionsMarshal.GetValueRefOrAddDefault(reasons, reason, out _)++;
    }

    // A letter is never cut in half.
    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> value)
    {
        if (value.Length <= LongestValue) return value;
        int length = LongestValue;
        while (length > 0 && (value[length] & 0xC0) == 0x80) length--;
        return value[..length];
    }
}
