using System.Numerics;

namespace Shiremoot.Spine.Blocking;

/// <summary>How many pairs a rule brings together, before its blocks are made: counted in full for some keys, picked by the keys themselves.</summary>
static class PairCount
{
    private const int KeysOfRecords = 1 << 17; // so many records' keys tell pairs a record to about a hundredth

    /// <summary>Pairs for each record of the table.</summary>
    public static double ARecord(RecordRows rows, RuleParts rule)
    {
        int sampled = BitOperations.Log2((uint)Math.Max(1, rows.Count / KeysOfRecords));
        KeyStream stream = new((rows.Count >> sampled) + 1);
        Span<uint> keys = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        for (int r = 0; r < rows.Count; r++)
        {
            int count = rule.All(rows.Row(r), keys, scratch);
            foreach (uint key in keys[..count])
                if (key >> (32 - sampled) == 0 || sampled == 0) stream.Add(key, r);
        }
        (ulong[] sorted, int entries) = stream.Sorted();
        long pairs = 0;
        for (int from = 0, until; from < entries; from = until)
        {
            for (until = from + 1; until < entries && KeyStream.Key(sorted[until]) == KeyStream.Key(sorted[from]);) until++;
            pairs += (until - from) * (until - from - 1L) / 2;
        }
        return pairs * (double)(1L << sampled) / Math.Max(1, rows.Count);
    }
}
