using System.IO.Hashing;

namespace Shiremoot.Intake.Mapping;

/// <summary>
/// Which keys have been seen, by a 64-bit hash of each in an open table: eight bytes a key. Two different keys of a file of four million rows
/// share a hash with a chance of less than one in a million; the row would be quarantined and seen.
/// </summary>
sealed class SeenRows
{
    private ulong[] table = new ulong[1 << 16];
    private int count;

    /// <summary>Begins a key; add its parts and ask <see cref="IsNew"/>.</summary>
    private readonly XxHash3 hash = new();

    public void Add(ReadOnlySpan<byte> part)
    {
        hash.Append(part);
        hash.Append([0x1F]);
    }

    /// <summary>True if the key just added has not been seen; it has been from now on.</summary>
    public bool IsNew()
    {
        ulong key = hash.GetCurrentHashAsUInt64();
        hash.Reset();
        if (key == 0) key = 1; // nought marks an empty place
        if (count * 10L > table.Length * 7L) Grow();
        return Insert(key);
    }

    private bool Insert(ulong key)
    {
        int mask = table.Length - 1;
        for (int at = (int)((key >> 20) & (ulong)mask); ; at = (at + 1) & mask)
        {
            if (table[at] == key) return false;
            if (table[at] != 0) continue;
            table[at] = key;
            count++;
            return true;
        }
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
