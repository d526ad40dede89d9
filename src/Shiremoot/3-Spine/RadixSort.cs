namespace Shiremoot.Spine;

/// <summary>Sorts numbers by keys of whole numbers, least byte first: the time grows with their number alone, and equal keys keep their order.</summary>
static class RadixSort
{
    private const int Bits = 11, Buckets = 1 << Bits;

    /// <summary>Sorts keys upwards and moves the items with them.</summary>
    public static void ByKey(uint[] keys, int[] items)
    {
        (uint[] k, int[] i) = (keys, items);
        (uint[] k2, int[] i2) = (new uint[keys.Length], new int[items.Length]);
        for (int shift = 0; shift < 32; shift += Bits)
        {
            if (!Pass(k, i, k2, i2, shift)) continue;
            (k, k2, i, i2) = (k2, k, i2, i);
        }
        if (ReferenceEquals(k, keys)) return;
        k.CopyTo(keys, 0);
        i.CopyTo(items, 0);
    }

    public static void ByKey(ulong[] keys, int[] items)
    {
        (ulong[] k, int[] i) = (keys, items);
        (ulong[] k2, int[] i2) = (new ulong[keys.Length], new int[items.Length]);
        for (int shift = 0; shift < 64; shift += Bits)
        {
            if (!Pass(k, i, k2, i2, shift)) continue;
            (k, k2, i, i2) = (k2, k, i2, i);
        }
        if (ReferenceEquals(k, keys)) return;
        k.CopyTo(keys, 0);
        i.CopyTo(items, 0);
    }

    private static bool Pass(uint[] keys, int[] items, uint[] toKeys, int[] toItems, int shift)
    {
        Span<int> at = stackalloc int[Buckets];
        at.Clear();
        unchecked
        {
            foreach (uint key in keys) at[(int)((key >> shift) & (Buckets - 1))]++;
            if (!Offsets(at, keys.Length)) return false;
            for (int n = 0; n < keys.Length; n++)
            {
                int to = at[(int)((keys[n] >> shift) & (Buckets - 1))]++;
                toKeys[to] = keys[n];
                toItems[to] = items[n];
            }
        }
        return true;
    }

    private static bool Pass(ulong[] keys, int[] items, ulong[] toKeys, int[] toItems, int shift)
    {
        Span<int> at = stackalloc int[Buckets];
        at.Clear();
        unchecked
        {
            foreach (ulong key in keys) at[(int)((key >> shift) & (Buckets - 1))]++;
            if (!Offsets(at, keys.Length)) return false;
            for (int n = 0; n < keys.Length; n++)
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
