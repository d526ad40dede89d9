using System.Buffers.Binary;

namespace Shiremoot.Storage.Postgres;

/// <summary>
/// Puts batches in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format"). The driver's own importer spends several
/// times as long on each cell; the batch is already in the form the server wants but for lengths and byte order.
/// </summary>
sealed class CopyFormat
{
    private const int Enough = 256 * 1024;
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private byte[] buffer = new byte[Enough * 2];
    private int used;

    /// <summary>Begins a COPY.</summary>
    public void Begin(Stream into) => into.Write(Header);

    /// <summary>Writes the rows of a batch.</summary>
    public void Write(BulkBatch batch, Stream into)
    {
        ReadOnlySpan<BulkCell> cells = batch.Cells;
        ReadOnlySpan<byte> arena = batch.Arena;
        BulkColumn[] columns = batch.Table.Columns;
        for (int at = 0; at < cells.Length; at += columns.Length)
        {
            ReadOnlySpan<BulkCell> row = cells.Slice(at, columns.Length);
            int needed = 2;
            foreach (BulkCell cell in row) needed += 12 + Math.Max(cell.Length, 0);
            if (used + needed > buffer.Length) Empty(into, needed);
            used += Row(row, columns, arena, buffer.AsSpan(used));
        }
        Empty(into, 0);
    }

    /// <summary>Ends a COPY.</summary>
    public void End(Stream into)
    {
        Span<byte> trailer = stackalloc byte[2];
        BinaryPrimitives.WriteInt16BigEndian(trailer, -1);
        into.Write(trailer);
    }

    private void Empty(Stream into, int needed)
    {
        into.Write(buffer, 0, used);
        used = 0;
        if (needed > buffer.Length) buffer = new byte[needed];
    }

    private static int Row(ReadOnlySpan<BulkCell> row, BulkColumn[] columns, ReadOnlySpan<byte> arena, Span<byte> into)
    {
        BinaryPrimitives.WriteInt16BigEndian(into, (short)row.Length);
        int at = 2;
        for (int c = 0; c < row.Length; c++)
        {
            BulkCell cell = row[c];
            int length = cell.IsMissing ? -1 : columns[c].Kind == CellKind.Text ? cell.Length : 8;
            BinaryPrimitives.WriteInt32BigEndian(into[at..], length);
            at += 4;
            if (length < 0) continue;
            if (columns[c].Kind == CellKind.Text) arena.Slice((int)cell.Bits, length).CopyTo(into[at..]);
            else BinaryPrimitives.WriteInt64BigEndian(into[at..], cell.Bits); // a double travels as its bits
            at += length;
        }
        return at;
    }
}
