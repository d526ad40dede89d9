using System.Numerics;

namespace Shiremoot.Spine.Blocking;

/// <summary>The keys of all records under one rule: a key for each way in which a record has all of the rule's parts. Records that share a key are in one block.</summary>
sealed class RuleKeys
{
    private const int MostKeys = 64;

    private RuleKeys(int[] first, uint[] keys) => (First, Keys) = (first, keys);

    /// <summary>Where the keys of each record begin; empty if no record has more than one, and then Keys is by record, 0 for none.</summary>
    public int[] First { get; }

    public uint[] Keys { get; }

    public bool IsSingle => First.Length == 0;

    public Span<uint> Of(int record) => IsSingle ? Keys.AsSpan(record, 1) : Keys.AsSpan(First[record], First[record + 1] - First[record]);

    /// <param name="records">How many records there are.</param>
    /// <param name="parts">The columns of the rule's fields with the keys of their parts.</param>
    public static RuleKeys Of(int records, IReadOnlyList<(RecordColumn Column, PartColumn Part)> parts)
    {
        if (parts.All(p => !p.Column.IsList && p.Part.IsSingle)) return Single(records, parts);
        int[] first = new int[records + 1];
        List<uint> keys = new(records * 2);
        List<uint> own = [], next = [];
        for (int r = 0; r < records; r++)
        {
            own.Clear();
            own.Add(1);
            foreach ((RecordColumn column, PartColumn part) in parts)
            {
                next.Clear();
                foreach (int value in column.Of(r))
                    foreach (uint key in part.Of(value))
                        foreach (uint before in own)
                            if (next.Count < MostKeys && Mixed(before, key) is var mixed && !next.Contains(mixed)) next.Add(mixed);
                (own, next) = (next, own);
                if (own.Count == 0) break;
            }
            keys.AddRange(own);
            first[r + 1] = keys.Count;
        }
        return new RuleKeys(first, [.. keys]);
    }

    private static RuleKeys Single(int records, IReadOnlyList<(RecordColumn Column, PartColumn Part)> parts)
    {
        uint[] keys = new uint[records];
        Array.Fill(keys, 1u);
        foreach ((RecordColumn column, PartColumn part) in parts)
        {
            (int[] values, uint[] partKeys) = (column.Values, part.Keys);
            for (int r = 0; r < keys.Length; r++)
            {
                uint key = partKeys[values[r]];
                keys[r] = key == 0 || keys[r] == 0 ? 0 : Mixed(keys[r], key);
            }
        }
        return new RuleKeys([], keys);
    }

    private static uint Mixed(uint before, uint key)
    {
        unchecked
        {
            uint mixed = (BitOperations.RotateLeft(before, 7) ^ key) * 0x9E3779B1u;
            mixed ^= mixed >> 15;
            return mixed == 0 ? 1 : mixed;
        }
    }
}
