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
    private ulong[] slots = new ulong[512]; // hash and number together, so that a slot tells by itself whether to look further

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
        return Slot(value, hash, out int at) is > 0 and int there ? there : Add(value, hash, at);
    }

    /// <summary>
    /// The numbers of many values at once. A value met before is found after three waits for memory (slot, place, bytes), each for all values together, so that they are waited for at once.
    /// </summary>
    /// <param name="staged">The values, each of <see cref="MostBytes"/> at most.</param>
    /// <param name="numbers">Their numbers.</param>
    internal void NumberAll(StagedValues staged, Span<int> numbers)
    {
        int count = staged.Count;
        Span<uint> found = stackalloc uint[StagedValues.Most];
        Span<ulong> slot = stackalloc ulong[StagedValues.Most];
        Span<int> place = stackalloc int[StagedValues.Most];
        ulong[] own = slots;
        uint mask = (uint)(own.Length - 1);
        for (int n = 0; n < count; n++)
        {
            uint hash = Hash(staged[n]);
            found[n] = hash;
            slot[n] = own[hash & mask];
        }
        for (int n = 0; n < count; n++) place[n] = (uint)(slot[n] >> 32) == found[n] && slot[n] != 0 ? start[(int)(slot[n] & uint.MaxValue)] : -1;
        for (int n = 0; n < count; n++)
        {
            ReadOnlySpan<byte> value = staged[n];
            if (value.IsEmpty)
            {
                numbers[n] = 0;
                continue;
            }
            int there = (int)(slot[n] & uint.MaxValue);
            if (place[n] >= 0 && bytes.AsSpan(place[n], start[there + 1] - place[n]).SequenceEqual(value)) numbers[n] = there;
            else numbers[n] = Slot(value, found[n], out int at) is > 0 and int met ? met : Add(value, found[n], at);
        }
    }

    /// <summary>The number of a value that is there; 0 if it is not.</summary>
    public int Find(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return 0;
        if (value.Length > MostBytes) value = value[..MostBytes];
        return Slot(value, Hash(value), out _);
    }

    /// <summary>Makes room for so many different values.</summary>
    internal void Expect(int values)
    {
        if (values <= start.Length) return;
        Array.Resize(ref start, values + 2);
        Array.Resize(ref hashes, values + 2);
        if (Count > 0) Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length, (long)start[Count + 1] * values / Count)));
        int size = slots.Length;
        while (size < values * 2L && size < 1 << 30) size *= 2;
        if (size > slots.Length) Widen(size);
    }

    /// <summary>A number that depends on the value alone, not on when it was met.</summary>
    public uint HashOf(int value) => value == 0 ? 0 : hashes[value];

    private static uint Hash(ReadOnlySpan<byte> value)
    {
        ulong hash = XxHash3.HashToUInt64(value);
        return unchecked((uint)(hash ^ (hash >> 32)));
    }

    // The value's number, or 0 and the free slot where it would stand.
    private int Slot(ReadOnlySpan<byte> value, uint hash, out int at)
    {
        ulong[] own = slots;
        int mask = own.Length - 1;
        for (at = (int)(hash & (uint)mask); own[at] != 0; at = (at + 1) & mask)
            if ((uint)(own[at] >> 32) == hash && this[(int)(own[at] & uint.MaxValue)].SequenceEqual(value)) return (int)(own[at] & uint.MaxValue);
        return 0;
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
        slots[slot] = ((ulong)hash << 32) | (uint)number;
        if (number * 2 > slots.Length) Widen(slots.Length * 2);
        return number;
    }

    private void Widen(int size)
    {
        ulong[] wider = new ulong[size];
        int mask = wider.Length - 1;
        for (int number = 1; number <= Count; number++)
        {
            int at = (int)(hashes[number] & (uint)mask);
            while (wider[at] != 0) at = (at + 1) & mask;
            wider[at] = ((ulong)hashes[number] << 32) | (uint)number;
        }
        slots = wider;
    }
}
