using System.Buffers;

namespace Shiremoot.Spine.Blocking;

/// <summary>
/// The blocks of one rule: members of block b are Members[Starts[b]..Starts[b + 1]], in the order of their numbers, and share the key Keys[b]. Blocks of one record are left out. Blocks
/// stand in the order of their first member: records near one another in memory come one after another, and so do the blocks.
/// </summary>
sealed record RuleBlocks(int[] Members, int[] Starts, uint[] Keys)
{
    /// <summary>Sorts the records into blocks. Blocks beyond the most are taken apart from the rest, and their keys are struck out, so that no pair counts as met in them.</summary>
    public static RuleBlocks Of(BlockKeys keys, int bit, int most, List<int[]> over)
    {
        int entries = keys.Entries(bit, [], []);
        (uint[] sorted, int[] members) = (ArrayPool<uint>.Shared.Rent(entries), ArrayPool<int>.Shared.Rent(entries));
        keys.Entries(bit, sorted, members);
        RadixSort.ByKey(sorted, members, entries);
        List<(int From, int Size)> blocks = new(entries / 4);
        for (int from = 0, until; from < entries; from = until)
        {
            uint key = sorted[from];
            for (until = from + 1; until < entries && sorted[until] == key;) until++;
            int size = until - from;
            if (size == 1) continue;
            if (size <= most)
            {
                blocks.Add((from, size));
                continue;
            }
            over.Add(members[from..until]);
            keys.Strike(bit, key, members.AsSpan(from, size));
        }
        RuleBlocks made = InOrder(sorted, members, blocks);
        ArrayPool<uint>.Shared.Return(sorted);
        ArrayPool<int>.Shared.Return(members);
        return made;
    }

    public int Count => Starts.Length - 1;

    public int Largest
    {
        get
        {
            int most = 0;
            for (int b = 0; b < Count; b++) most = Math.Max(most, Starts[b + 1] - Starts[b]);
            return most;
        }
    }

    public long PairsOf(int block)
    {
        long size = Starts[block + 1] - Starts[block];
        return size * (size - 1) / 2;
    }

    private static RuleBlocks InOrder(ReadOnlySpan<uint> sorted, ReadOnlySpan<int> members, List<(int From, int Size)> blocks)
    {
        uint[] first = new uint[blocks.Count];
        int[] order = new int[blocks.Count];
        for (int b = 0; b < order.Length; b++) (first[b], order[b]) = ((uint)members[blocks[b].From], b);
        RadixSort.ByKey(first, order, order.Length);
        int[] starts = new int[order.Length + 1];
        for (int b = 0; b < order.Length; b++) starts[b + 1] = starts[b] + blocks[order[b]].Size;
        (int[] moved, uint[] keys) = (new int[starts[^1]], new uint[order.Length]);
        for (int b = 0; b < order.Length; b++)
        {
            (int from, int size) = blocks[order[b]];
            members.Slice(from, size).CopyTo(moved.AsSpan(starts[b]));
            keys[b] = sorted[from];
        }
        return new RuleBlocks(moved, starts, keys);
    }
}
