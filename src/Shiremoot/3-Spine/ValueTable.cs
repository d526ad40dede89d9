using System.IO.Hashing;

namespace Shiremoot.Spine;

/// <summary>
/// The distinct values of a field: each is kept once, as bytes, under a number from 1; 0 is no value. A field then is a column of numbers, equal values are equal
/// numbers, and whatever is worked out of a value is worked out once.
/// </summary>
public sealed class ValueTable
{
    /// <summary>Longer values are cut here: no name, number or address needs more, and a field of a megabyte must not be compared letter by letter.</summary>
    public const int MostBytes = 256;

    private byte[] bytes = new byte[1 << 12];
    private int[] start = new int[256];
    private uint[] hashes = new uint[256];
    private int[] slots = new int[512];

    /// <summary>How many distinct values there are; their numbers run from 1 to this.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of a value; none for 0.</summary>
    public ReadOnlySpan<byte> this[int value] => value == 0 ? default : bytes.AsSpan(start[value], start[value + 1] - start[value]);

    /// <summary>The number of a value, new if it was not met before; 0 for none.</summary>
    public int Number(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return 0;
        if (value.Length > MostBytes) value = value[..MostBytes];
        uint hash = Hash(value);
        int mask = slots.Length - 1, at = (int)(hash & (uint)mask);
        while (slots[at] != 0)
        {
            int there = slots[at];
            if (hashes[there] == hash && this[there].SequenceEqual(value)) return there;
            at = (at + 1) & mask;
        }
        return Add(value, hash, at);
    }

    /// <summary>The number of a value that is there; 0 if it is not.</summary>
    public int Find(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return 0;
        if (value.Length > MostBytes) value = value[..MostBytes];
        uint hash = Hash(value);
        int mask = slots.Length - 1, at = (int)(hash & (uint)mask);
        for (; slots[at] != 0; at = (at + 1) & mask)
            if (hashes[slots[at]] == hash && this[slots[at]].SequenceEqual(value)) return slots[at];
        return 0;
    }

    /// <summary>A number that depends on the value alone, not on when it was met.</summary>
    public uint HashOf(int value) => value == 0 ? 0 : hashes[value];

    private static uint Hash(ReadOnlySpan<byte> value)
    {
        ulong hash = XxHash3.HashToUInt64(value);
        return unchecked((uint)(hash ^ (hash >> 32)));
    }

    private int Add(ReadOnlySpan<byte> value, uint hash, int slot)
    {
        int number = ++Count;
        if (number + 2 > start.Length)
        {
            Array.Resize(ref start, start.Length * 2);
            Array.Resize(ref hashes, hashes.Length * 2);
        }
        int from = start[number];
        if (from + value.Length > bytes.Length) Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length * 2L, from + (long)value.Length)));
        value.CopyTo(bytes.AsSpan(from));
        start[number + 1] = from + value.Length;
        hashes[number] = hash;
        slots[slot] = number;
        if (number * 2 > slots.Length) Widen();
        return number;
    }

    private void Widen()
    {
        int[] wider = new int[slots.Length * 2];
        int mask = wider.Length - 1;
        for (int number = 1; number <= Count; number++)
        {
            int at = (int)(hashes[number] & (uint)mask);
            while (wider[at] != 0) at = (at + 1) & mask;
            wider[at] = number;
        }
        slots = wider;
    }
}
