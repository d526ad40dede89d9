namespace Shiremoot.Spine.Blocking;

/// <summary>
/// Which records have a key under a rule: the keys of each rule sorted, and beside them those that came later. Keys depend on values alone, so that a new record finds what it would have met.
/// </summary>
sealed class KeyIndex
{
    private readonly uint[][] keys;
    private readonly int[][] records;
    private readonly Dictionary<(int Rule, uint Key), List<int>> later = [];

    public KeyIndex(RecordRows rows, IReadOnlyList<RuleParts> rules)
    {
        BlockKeys all = new(rows, rules);
        (keys, records) = (new uint[rules.Count][], new int[rules.Count][]);
        for (int bit = 0; bit < rules.Count; bit++)
        {
            int rule = all.Order[bit];
            (ulong[] sorted, int count) = all.Streams[bit].Sorted();
            (keys[rule], records[rule]) = (new uint[count], new int[count]);
            for (int n = 0; n < count; n++) (keys[rule][n], records[rule][n]) = (KeyStream.Key(sorted[n]), KeyStream.Record(sorted[n]));
        }
    }

    /// <summary>The records that were there from the beginning.</summary>
    public ReadOnlySpan<int> Of(int rule, uint key)
    {
        int from = First(keys[rule], key), until = from;
        while (until < keys[rule].Length && keys[rule][until] == key) until++;
        return records[rule].AsSpan(from, until - from);
    }

    /// <summary>The records that came later.</summary>
    public IReadOnlyList<int> Later(int rule, uint key) => later.TryGetValue((rule, key), out List<int>? found) ? found : [];

    public void Add(int rule, uint key, int record)
    {
        if (!later.TryGetValue((rule, key), out List<int>? found)) later[(rule, key)] = found = [];
        found.Add(record);
    }

    private static int First(uint[] sorted, uint key)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
