using Shiremoot.Spine.Blocking;

namespace Shiremoot.Spine;

/// <summary>
/// Of blocks too large to be taken pair by pair, the pairs of records that are alike in every field, each with the next such: as many as there are records, however often one name comes.
/// </summary>
static class OverlargePairs
{
    public static IEnumerable<(int A, int B)> Of(RecordTable table, BlockPlan plan)
    {
        int[] records = [.. plan.Over.SelectMany(o => o).SelectMany(m => m).Distinct().Order()];
        ulong[] keys = Array.ConvertAll(records, r => Content(table, r));
        RadixSort.ByKey(keys, records, records.Length);
        for (int n = 1; n < records.Length; n++)
            if (keys[n] == keys[n - 1]) yield return (records[n - 1], records[n]);
    }

    /// <summary>A hash of what a record says, in the standard forms.</summary>
    internal static ulong Content(RecordTable table, int record)
    {
        ulong mixed = 0;
        unchecked
        {
            foreach (RecordColumn column in table.Columns)
            {
                mixed = (mixed ^ (uint)column.Of(record).Length) * 0x9E3779B97F4A7C15UL;
                foreach (int value in column.Of(record))
                {
                    mixed = (mixed ^ column.Table.HashOf(value)) * 0xD6E8FEB86659FD93UL;
                    mixed ^= mixed >> 32;
                }
            }
        }
        return mixed;
    }
}
