using System.IO.Hashing;
using System.Text;

namespace Shiremoot.Records.StoriesReading;

/// <summary>Gives each different text a number from 0 in order of first meeting. Looks texts up as bytes, so nothing is allocated for one met before.</summary>
sealed class WordTable
{
    private byte[] arena = new byte[1024];
    private int[] starts = new int[64];
    private ulong[] slots = new ulong[128]; // half of the hash, and the number and one: a slot tells by itself whether to look at the text
    private int last = -1;

    public int Count { get; private set; }

    public int Code(ReadOnlySpan<byte> word)
    {
        // Neighbouring rows often repeat a value.
        if (last >= 0 && word.SequenceEqual(Bytes(last))) return last;
        ulong hash = XxHash3.HashToUInt64(word);
        int mask = slots.Length - 1;
        for (int at = (int)(hash & (ulong)mask); ; at = (at + 1) & mask)
        {
            ulong slot = slots[at];
            if (slot == 0) return last = Add(word, hash, at);
            if (slot >> 32 == hash >> 32 && (int)(slot & uint.MaxValue) - 1 is var code && word.SequenceEqual(Bytes(code))) return last = code;
        }
    }

    /// <summary>The number of a text met before; -1 if it was not.</summary>
    public int Find(ReadOnlySpan<byte> word)
    {
        ulong hash = XxHash3.HashToUInt64(word);
        int mask = slots.Length - 1;
        for (int at = (int)(hash & (ulong)mask); slots[at] != 0; at = (at + 1) & mask)
            if (slots[at] >> 32 == hash >> 32 && (int)(slots[at] & uint.MaxValue) - 1 is var code && word.SequenceEqual(Bytes(code))) return code;
        return -1;
    }

    public ReadOnlySpan<byte> Bytes(int code) => arena.AsSpan(starts[code]..starts[code + 1]);

    public string[] Words() => [.. Enumerable.Range(0, Count).Select(code => Encoding.UTF8.GetString(Bytes(code)))];

    private int Add(ReadOnlySpan<byte> word, ulong hash, int at)
    {
        int code = Count++;
        int from = starts[code];
        if (arena.Length - from < word.Length) Array.Resize(ref arena, Math.Max(arena.Length * 2, from + word.Length));
        word.CopyTo(arena.AsSpan(from));
        if (code + 2 > starts.Length) Array.Resize(ref starts, starts.Length * 2);
        starts[code + 1] = from + word.Length;
        slots[at] = Entry(hash, code);
        if (Count * 2 > slots.Length) Widen();
        return code;
    }

    private void Widen()
    {
        slots = new ulong[slots.Length * 2];
        int mask = slots.Length - 1;
        for (int code = 0; code < Count; code++)
        {
            ulong hash = XxHash3.HashToUInt64(Bytes(code));
            int at = (int)(hash & (ulong)mask);
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = Entry(hash, code);
        }
    }

    private static ulong Entry(ulong hash, int code) => ((hash >> 32) << 32) | ((uint)code + 1);
}
