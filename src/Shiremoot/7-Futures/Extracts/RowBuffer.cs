using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Shiremoot.Futures.Extracts;

/// <summary>The rows of one extract and one chunk as UTF-8, growing, each with the key it will be sorted by.</summary>
sealed class RowBuffer
{
    private readonly SearchValues<byte> special;
    private readonly byte delimiter;
    private readonly bool quoteAll;
    private byte[] bytes = new byte[1 << 16];
    private int used, rowAt, fieldAt;
    private ulong[] keys = new ulong[256];
    private int[] order = new int[256];
    private int[] starts = new int[257];
    private short[] planted = new short[256];

    public RowBuffer(char delimiter, bool quoteAll)
    {
        (this.delimiter, this.quoteAll) = ((byte)delimiter, quoteAll);
        special = SearchValues.Create([(byte)delimiter, (byte)'"', (byte)'\r', (byte)'\n']);
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>A row holds a line break: lines and rows must be counted apart.</summary>
    public bool HasBreaks { get; private set; }

    /// <summary>Bytes of the field being written.</summary>
    public int FieldLength => used - fieldAt;

    public void Clear() => (used, rowAt, fieldAt, Count, HasBreaks) = (0, 0, 0, 0, false);

    /// <summary>Room for so many bytes of the field being written; they count as written.</summary>
    public Span<byte> Take(int length)
    {
        Span<byte> room = Room(length)[..length];
        used += length;
        return room;
    }

    public void Text(string text)
    {
        if (text.Length > 0) used += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
    }

    /// <summary>In capitals.</summary>
    public void Upper(string text)
    {
        Span<char> letters = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        MemoryExtensions.ToUpperInvariant(text, letters);
        used += Encoding.UTF8.GetBytes(letters, Room(text.Length * 3));
    }

    public void Bytes(ReadOnlySpan<byte> text) => text.CopyTo(Take(text.Length));

    public void Whole(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out int written);
        used += written;
    }

    public void Moment(DateForm form, int day, int second) => used += form.Write(day, second, Room(DateForm.MostBytes));

    /// <summary>Ends the field, with quotes where it needs them (RFC 4180).</summary>
    public void EndField()
    {
        ReadOnlySpan<byte> field = bytes.AsSpan(fieldAt, used - fieldAt);
        if (quoteAll || field.IndexOfAny(special) >= 0) Quote();
        Room(1)[0] = delimiter;
        fieldAt = ++used;
    }

    /// <summary>Ends the row; the delimiter after its last field is taken back.</summary>
    /// <param name="key">What rows are sorted by.</param>
    /// <param name="fault">The fault planted in it, or -1.</param>
    public void EndRow(ulong key, short fault)
    {
        used--;
        Keep(key, fault);
    }

    /// <summary>Writes a good row again under another key, as a row with a fault. Rows are numbered in the order they were added.</summary>
    public void Repeat(int row, ulong key, short fault)
    {
        (int start, int length) = (starts[row], starts[row + 1] - starts[row]);
        Room(length);
        bytes.AsSpan(start, length).CopyTo(bytes.AsSpan(used));
        used += length;
        Keep(key, fault);
    }

    public ulong KeyOf(int row) => keys[row];

    /// <summary>Puts the rows in the order of their keys. From then on <see cref="Row"/> counts in that order, and nothing may be added.</summary>
    public void Sort()
    {
        for (int i = 0; i < Count; i++) order[i] = i;
        Array.Sort(keys, order, 0, Count);
    }

    /// <summary>A row, in order, and the fault planted in it or -1.</summary>
    public ReadOnlySpan<byte> Row(int at, out int fault)
    {
        int row = order[at];
        fault = planted[row];
        return bytes.AsSpan(starts[row], starts[row + 1] - starts[row]);
    }

    /// <summary>A row in the order rows were added.</summary>
    public ReadOnlySpan<byte> Added(int row) => bytes.AsSpan(starts[row], starts[row + 1] - starts[row]);

    private void Keep(ulong key, short fault)
    {
        if (Count == keys.Length)
        {
            Array.Resize(ref keys, Count * 2);
            Array.Resize(ref order, Count * 2);
            Array.Resize(ref planted, Count * 2);
            Array.Resize(ref starts, (Count * 2) + 1);
        }
        (keys[Count], planted[Count]) = (key, fault);
        starts[++Count] = rowAt = fieldAt = used;
    }

    private void Quote()
    {
        int length = used - fieldAt;
        ReadOnlySpan<byte> field = bytes.AsSpan(fieldAt, length);
        int doubled = field.Count((byte)'"');
        HasBreaks |= field.IndexOfAny((byte)'\n', (byte)'\r') >= 0;
        Room(doubled + 2);
        int to = used + doubled + 1;
        used = to + 1;
        bytes[to--] = (byte)'"';
        for (int from = fieldAt + length - 1; from >= fieldAt; from--)
        {
            bytes[to--] = bytes[from];
            if (bytes[from] == (byte)'"') bytes[to--] = (byte)'"';
        }
        bytes[to] = (byte)'"';
    }

    private Span<byte> Room(int length)
    {
        if (bytes.Length - used < length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + length));
        return bytes.AsSpan(used);
    }
}
