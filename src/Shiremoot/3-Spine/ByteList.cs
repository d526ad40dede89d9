namespace Shiremoot.Spine;

/// <summary>Many short runs of bytes one after another: the ids of records.</summary>
public sealed class ByteList
{
    private const int ChunkBytes = 1 << 24, FirstBytes = 1 << 12;
    private readonly List<byte[]> chunks = [];
    private long[] start = new long[1024];
    private int used = ChunkBytes;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            long from = start[index];
            byte[] chunk = chunks[(int)(from / ChunkBytes)];
            int at = (int)(from % ChunkBytes);
            return chunk.AsSpan(at + 2, chunk[at] | (chunk[at + 1] << 8));
        }
    }

    /// <summary>Adds a run, of 65,535 bytes at most.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        if (value.Length > ushort.MaxValue) value = value[..ushort.MaxValue];
        if (used + value.Length + 2 > ChunkBytes)
        {
            chunks.Add(new byte[FirstBytes]);
            used = 0;
        }
        if (used + value.Length + 2 > chunks[^1].Length) Widen(used + value.Length + 2);
        if (Count == start.Length) Array.Resize(ref start, start.Length * 2);
        start[Count++] = ((chunks.Count - 1) * (long)ChunkBytes) + used;
        byte[] chunk = chunks[^1];
        (chunk[used], chunk[used + 1]) = ((byte)(value.Length & 255), (byte)(value.Length >> 8));
        value.CopyTo(chunk.AsSpan(used + 2));
        used += value.Length + 2;
    }

    // A list of few is not to cost what one of millions does.
    private void Widen(int needed)
    {
        byte[] last = chunks[^1];
        Array.Resize(ref last, Math.Min(ChunkBytes, Math.Max(needed, last.Length * 4)));
        chunks[^1] = last;
    }
}
