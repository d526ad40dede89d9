using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Shiremoot.Storage;

/// <summary>
/// Rows on their way into one table, held as cells in row order with their text in one arena: no object per row or cell.
/// Fill a row cell by cell in column order; <see cref="Rows"/> counts whole rows. Reused after <see cref="Clear"/>.
/// </summary>
public sealed class BulkBatch(BulkTable table)
{
    private const int FirstCells = 512;
    private const int FirstBytes = 8 * 1024;

    // Most loads fill one table of the four: nothing is taken before the first row.
    private BulkCell[] cells = [];
    private byte[] arena = [];
    private int used;
    private int filled;

    public BulkTable Table => table;

    public int Rows => filled / table.Columns.Length;

    /// <summary>Bytes of text held: the writer's measure of when a batch is full.</summary>
    public int TextBytes => used;

    internal ReadOnlySpan<BulkCell> Cells => cells.AsSpan(0, filled);

    internal ReadOnlySpan<byte> Arena => arena.AsSpan(0, used);

    /// <summary>Where the arena lies in memory: it does not move, and stays until the batch is written to again.</summary>
    internal nint ArenaAddress => Marshal.UnsafeAddrOfPinnedArrayElement(arena, 0);

    public void Clear() => (used, filled) = (0, 0);

    /// <summary>Takes back the cells of a row that was begun but found bad: nothing of it is kept.</summary>
    public void CutBackTo(int rows)
    {
        filled = rows * table.Columns.Length;
    }

    public void Null() => Next() = BulkCell.Missing;

    public void Whole(long value) => Next() = new BulkCell(value, BulkCell.Present);

    public void Number(double value) => Next() = new BulkCell(BitConverter.DoubleToInt64Bits(value), BulkCell.Present);

    /// <summary>A text cell; the bytes are copied.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        int at = used;
        if (arena.Length - at < utf8.Length) GrowArena(utf8.Length);
        utf8.CopyTo(arena.AsSpan(at));
        used = at + utf8.Length;
        Next() = new BulkCell(at, utf8.Length);
    }

    /// <summary>A text cell from a string; null becomes a missing cell.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Null();
            return;
        }
        int most = System.Text.Encoding.UTF8.GetMaxByteCount(text.Length);
        if (arena.Length - used < most) GrowArena(most);
        int length = System.Text.Encoding.UTF8.GetBytes(text, arena.AsSpan(used));
        Next() = new BulkCell(used, length);
        used += length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref BulkCell Next()
    {
        if (filled == cells.Length) Array.Resize(ref cells, Math.Max(FirstCells, cells.Length * 2));
        return ref cells[filled++];
    }

    private void GrowArena(int needed)
    {
        byte[] larger = GC.AllocateUninitializedArray<byte>(Math.Max(Math.Max(FirstBytes, arena.Length * 2), used + needed), pinned: true);
        arena.AsSpan(0, used).CopyTo(larger);
        arena = larger;
    }
}

/// <summary>One cell: a number's bits, or where its text lies in the arena. Length says which: missing, present or a length of text.</summary>
readonly record struct BulkCell(long Bits, int Length)
{
    public const int Present = 0;

    public static readonly BulkCell Missing = new(0, -1);

    public bool IsMissing => Length < 0;
}
