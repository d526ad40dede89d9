namespace Shiremoot.Spine.Blocking;

/// <summary>The blocks of one rule: members of block b are Members[Starts[b]..Starts[b + 1]], in the order of their numbers, and share the key Keys[b]. Blocks of one record are left out.</summary>
sealed record RuleBlocks(int[] Members, int[] Starts, uint[] Keys)
{
    /// <summary>Sorts the records into blocks. Blocks beyond the most are taken apart from the rest, and their keys are struck out, so that no pair counts as met in them.</summary>
    public static RuleBlocks Of(RuleKeys keys, int records, int most, List<int[]> over)
    {
        int entries = 0;
        foreach (uint key in keys.Keys) entries += key == 0 ? 0 : 1;
        (uint[] sorted, int[] members) = (new uint[entries], new int[entries]);
        int at = 0;
        for (int r = 0; r < records; r++)
            foreach (uint key in keys.Of(r))
                if (key != 0) (sorted[at], members[at++]) = (key, r);
        RadixSort.ByKey(sorted, members);
        List<int> starts = [];
        List<uint> blockKeys = [];
        int kept = 0;
        for (int from = 0, until; from < entries; from = until)
        {
            for (until = from + 1; until < entries && sorted[until] == sorted[from];) until++;
            int size = until - from;
            if (size == 1) continue;
            if (size > most)
            {
                over.Add(members[from..until]);
                foreach (int record in members.AsSpan(from, size)) keys.Of(record).Replace(sorted[from], 0u);
                continue;
            }
            starts.Add(kept);
            blockKeys.Add(sorted[from]);
            members.AsSpan(from, size).CopyTo(members.AsSpan(kept));
            kept += size;
        }
        starts.Add(kept);
        return new RuleBlocks(members, [.. starts], [.. blockKeys]);
    }

    public int Count => Starts.Length - 1;

    public long PairsOf(int block)
    {
        long size = Starts[block + 1] - Starts[block];
        return size * (size - 1) / 2;
    }
}
