using System.Buffers;

namespace Shiremoot.Spine;

/// <summary>Sorts numbers by keys of whole numbers, least bits first: the time grows with their number alone, and equal keys keep their order.</summary>
static class RadixSort
{
    private const int Bits = 11, Buckets = 1 << Bits;

    /// <summary>Sorts the first so many keys upwards and moves the items with them.</summary>
    public static void ByKey(uint[] keys, int[] items, int length)
    {
        (uint[] spareKeys, int[] spareItems) = (ArrayPool<uint>.Shared.Rent(length), ArrayPool<int>.Shared.Rent(length));
        (uint[] k, int[] i, uint[] k2, int[] i2) = (keys, items, spareKeys, spareItems);
        for (int shift = 0; shift < 32; shift += Bits)
            if (Pass(k, i, k2, i2, length, shift)) (k, k2, i, i2) = (k2, k, i2, i);
        if (!ReferenceEquals(k, keys))
        {
            k.AsSpan(0, length).CopyTo(keys);
            i.AsSpan(0, length).CopyTo(items);
        }
        ArrayPool<uint>.Shared.Return(spareKeys);
        ArrayPool<int>.Shared.Return(spareItems);
    }

    /// <summary>Sorts the first so many keys upwards and moves the items with them.</summary>
    public static void ByKey(ulong[] keys, int[] items, int length)
    {
        (ulong[] spareKeys, int[] spareItems) = (ArrayPool<ulong>.Shared.Rent(length), ArrayPool<int>.Shared.Rent(length));
        (ulong[] k, int[] i, ulong[] k2, int[] i2) = (keys, items, spareKeys, spareItems);
        for (int shift = 0; shift < 64; shift += Bits)
            if (Pass(k, i, k2, i2, length, shift)) (k, k2, i, i2) = (k2, k, i2, i);
        if (!ReferenceEquals(k, keys))
        {
            k.AsSpan(0, length).CopyTo(keys);
            i.AsSpan(0, length).CopyTo(items);
        }
        ArrayPool<ulong>.Shared.Return(spareKeys);
        ArrayPool<int>.Shared.Return(spareItems);
    }

    /// <summary>Sorts the first so many entries by their upper 32 bits.</summary>
    public static void ByUpper(ulong[] entries, int length)
    {
        ulong[] spare = ArrayPool<ulong>.Shared.Rent(length);
        (ulong[] e, ulong[] e2) = (entries, spare);
        for (int shift = 32; shift < 64; shift += Bits)
            if (Pass(e, e2, length, shift)) (e, e2) = (e2, e);
        if (!ReferenceEquals(e, entries)) e.AsSpan(0, length).CopyTo(entries);
        ArrayPool<ulong>.Shared.Return(spare);
    }

    private static bool Pass(ulong[] entries, ulong[] to, int length, int shift)
    {
        Span<int> at = stackalloc int[Buckets];
        at.Clear();
        ReadOnlySpan<ulong> from = entries.AsSpan(0, length);
        unchecked
        {
            foreach (ulong entry in from) at[(int)(entry >> shift) & (Buckets - 1)]++;
            if (!Offsets(at, length)) return false;
            foreach (ulong entry in from) to[at[(int)(entry >> shift) & (Buckets - 1)]++] = entry;
        }
        return true;
    }

    private static bool Pass(uint[] keys, int[] items, uint[] toKeys, int[] toItems, int length, int shift)
    {
        Span<int> at = stackalloc int[Buckets];
        at.Clear();
        unchecked
        {
            for (int n = 0; n < length; n++) at[(int)((keys[n] >> shift) & (Buckets - 1))]++;
            if (!Offsets(at, length)) return false;
            for (int n = 0; n < length; n++)
            {
                int to = at[(int)((keys[n] >> shift) & (Buckets - 1))]++;
                toKeys[to] = keys[n];
                toItems[to] = items[n];
            }
        }
        return true;
    }

    private static bool Pass(ulong[] keys, int[] items, ulong[] toKeys, int[] toItems, int length, int shift)
    {
        Span<int> at = stackalloc int[Buckets];
        at.Clear();
        unchecked
        {
            for (int n = 0; n < length; n++) at[(int)((keys[n] >> shift) & (Buckets - 1))]++;
            if (!Offsets(at, length)) return false;
            for (int n = 0; n < length; n++)
            {
                int to = at[(int)((keys[n] >> shift) & (Buckets - 1))]++;
                toKeys[to] = keys[n];
                toItems[to] = items[n];
            }
        }
        return true;
    }

    // Turns counts into where each bucket begins; false if all fall into one, so that the pass changes nothing.
    private static bool Offsets(Span<int> counts, int all)
    {
        int from = 0;
        for (int b = 0; b < counts.Length; b++)
        {
            if (counts[b] == all) return false;
            (counts[b], from) = (from, from + counts[b]);
        }
        return true;
    }
}
