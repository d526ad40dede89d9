namespace Shiremoot.Intake.Mapping;

/// <summary>The text of one row's cells, one after another. Cleared for each row; grows to the longest row and stays.</summary>
sealed class RowScratch
{
    private byte[] bytes = new byte[4096];
    private int used;

    public void Clear() => used = 0;

    public ReadOnlySpan<byte> Text(in Cell cell) => bytes.AsSpan(cell.TextAt, cell.TextLength);

    public void Put(ref Cell cell, ReadOnlySpan<byte> text)
    {
        text.CopyTo(Take(text.Length)); // the old array stays readable if the space has to grow
        cell.TextAt = used;
        cell.TextLength = text.Length;
        used += text.Length;
    }

    /// <summary>Begins a text made of parts, which are then appended.</summary>
    public void Begin(ref Cell cell) => (cell.TextAt, cell.TextLength) = (used, 0);

    public void Append(ref Cell cell, ReadOnlySpan<byte> part)
    {
        part.CopyTo(Take(part.Length));
        used += part.Length;
        cell.TextLength += part.Length;
    }

    /// <summary>Appends the text of another cell of the row, which lies in this same space.</summary>
    public void AppendCell(ref Cell cell, in Cell part)
    {
        Take(part.TextLength);
        bytes.AsSpan(part.TextAt, part.TextLength).CopyTo(bytes.AsSpan(used));
        used += part.TextLength;
        cell.TextLength += part.TextLength;
    }

    private Span<byte> Take(int length)
    {
        if (bytes.Length - used < length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + length));
        return bytes.AsSpan(used, length);
    }
}
