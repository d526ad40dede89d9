namespace Shiremoot.Spine.Blocking;

/// <summary>
/// The blocks of one rule: members of block b are Members[Starts[b]..Starts[b + 1]], in the order of their numbers, and share the key Keys[b]. Blocks of one record are left out. Blocks
/// stand about in the order of their first member: records near one another in memory come one after another, and so do the blocks.
/// </summary>
sealed record RuleBlocks(int[] Members, int[] Starts, uint[] Keys)
{
    /// <summary>Sorts the records into blocks. Blocks beyond the most are taken apart from the rest, and their keys are struck out, so that no pair counts as met in them.</summary>
    public static RuleBlocks Of(BlockKeys keys, int bit, int most, List<int[]> over)
    {
        bool isInStretches = keys.Streams[bit].Stretches.Count > 0;
        (ulong[] sorted, int entries) = keys.Streams[bit].Sorted();
        List<(int From, int Size)> blocks = new(entries / 4);
        for (int from = 0, until; from < entries; from = until)
        {
            uint key = KeyStream.Key(sorted[from]);
            for (until = from + 1; until < entries && KeyStream.Key(sorted[until]) == key;) until++;
            int size = until - from;
            if (size == 1) continue;
            if (size <= most)
            {
                blocks.Add((from, size));
                continue;
            }
            over.Add(Array.ConvertAll(sorted[from..until], KeyStream.Record));
            keys.Strike(bit, key, over[^1]);
        }
        return Made(sorted, blocks, isInStretches ? [.. Enumerable.Range(0, blocks.Count)] : InOrder(sorted, blocks, keys.Records));
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

    // By their first records; a record may be the first of several: those stand in the order of their keys.
    private static int[] InOrder(ulong[] sorted, List<(int From, int Size)> blocks, int records)
    {
        int[] place = new int[records + 1], order = new int[blocks.Count];
        foreach ((int from, _) in blocks) place[KeyStream.Record(sorted[from]) + 1]++;
        for (int r = 0; r < records; r++) place[r + 1] += place[r];
        for (int b = 0; b < order.Length; b++) order[place[KeyStream.Record(sorted[blocks[b].From])]++] = b;
        return order;
    }

    private static RuleBlocks Made(ulong[] sorted, List<(int From, int Size)> blocks, int[] order)
    {
        int[] starts = new int[order.Length + 1];
        for (int b = 0; b < order.Length; b++) starts[b + 1] = starts[b] + blocks[order[b]].Size;
        (int[] moved, uint[] keys) = (new int[starts[^1]], new uint[order.Length]);
        for (int b = 0; b < order.Length; b++)
        {
            (int from, int size) = blocks[order[b]];
            for (int n = 0, to = starts[b]; n < size; n++) moved[to + n] = KeyStream.Record(sorted[from + n]);
            keys[b] = KeyStream.Key(sorted[from]);
        }
        return new RuleBlocks(moved, starts, keys);
    }
}
