namespace Shiremoot.Spine.Blocking;

/// <summary>The keys of records under one rule, in the order of the records: an entry holds the key above and the record below. Written once as keys are made, and read once.</summary>
sealed class KeyStream(int expected)
{
    private ulong[] entries = new ulong[Math.Max(16, expected)];
    private uint lastGroup;

    public int Count { get; private set; }

    public static uint Key(ulong entry) => (uint)(entry >> 32);

    public static int Record(ulong entry) => (int)(entry & uint.MaxValue);

    public void Add(uint key, int record)
    {
        if (Count == entries.Length) Array.Resize(ref entries, (int)Math.Min(Array.MaxLength, entries.Length * 2L));
        entries[Count++] = ((ulong)key << 32) | (uint)record;
    }

    /// <summary>Where stretches begin outside of which no other record has the keys in them; empty if keys may stand anywhere.</summary>
    public List<int> Stretches { get; } = [];

    /// <summary>Says that the next entry is of a record with this group, and that keys of two groups are never the same. Groups stand together.</summary>
    public void Within(uint group)
    {
        if (Stretches.Count > 0 && group == lastGroup) return;
        lastGroup = group;
        Stretches.Add(Count);
    }

    /// <summary>
    /// The entries by key, those of one key in the order of records; where there are stretches, so in each of them, which takes fewer steps and leaves records that are near one another
    /// near. The stream is empty afterwards.
    /// </summary>
    public (ulong[] Entries, int Count) Sorted()
    {
        (ulong[] sorted, int count) = (entries, Count);
        if (Stretches.Count == 0) RadixSort.ByUpper(sorted, count);
        for (int s = 0; s < Stretches.Count; s++) sorted.AsSpan(Stretches[s]..(s + 1 < Stretches.Count ? Stretches[s + 1] : count)).Sort();
        (entries, Count) = ([], 0);
        return (sorted, count);
    }
}
