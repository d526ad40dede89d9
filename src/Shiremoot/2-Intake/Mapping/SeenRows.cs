using System.IO.Hashing;

namespace Shiremoot.Intake.Mapping;

/// <summary>
/// Which keys have been seen, by a 64-bit hash of each in an open table: eight bytes a key. Two different keys of a file of four million rows
/// share a hash with a chance of less than one in a million; the row would be quarantined and seen.
/// </summary>
sealed class SeenRows
{
    private ulong[] table = new ulong[1 << 10];
    private int count;
    private ulong waiting;
    private readonly XxHash3 hash = new();

    /// <summary>Adds a part to the key; after its last part ask <see cref="IsNew"/>.</summary>
    public void Add(ReadOnlySpan<byte> part)
    {
        hash.Append(part);
        hash.Append([0x1F]);
    }

    /// <summary>True if the key just added has not been kept before. It waits until <see cref="Settle"/>: the row may still be found bad.</summary>
    public bool IsNew()
    {
        waiting = hash.GetCurrentHashAsUInt64();
        hash.Reset();
        if (waiting == 0) waiting = 1; // nought marks an empty place
        return table[PlaceOf(waiting)] == 0;
    }

    /// <summary>The row of the key that waits, if one does, is good and the key kept; or bad and the key forgotten.</summary>
    public void Settle(bool isGood)
    {
        if (isGood && waiting != 0)
        {
            if (count * 10L > table.Length * 7L) Grow();
            Insert(waiting);
        }
        waiting = 0;
    }

    private int PlaceOf(ulong key)
    {
        int mask = table.Length - 1, at = (int)((key >> 20) & (ulong)mask);
        while (table[at] != key && table[at] != 0) at = (at + 1) & mask;
        return at;
    }

    private void Insert(ulong key)
    {
        ref ulong place = ref table[PlaceOf(key)];
        if (place == 0) count++;
        place = key;
    }

    private void Grow()
    {
        ulong[] old = table;
        table = new ulong[old.Length * 2];
        count = 0;
        foreach (ulong key in old)
            if (key != 0) Insert(key);
    }
}
