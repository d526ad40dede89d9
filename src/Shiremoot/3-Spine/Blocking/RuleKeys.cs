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

    /// <param name="rule">The rule's number: keys of two rules are not the same.</param>
    /// <param name="records">How many records there are.</param>
    /// <param name="parts">The columns of the rule's fields with the keys of their parts.</param>
    public static RuleKeys Of(int rule, int records, IReadOnlyList<(RecordColumn Column, PartColumn Part)> parts)
    {
        uint seed = Mixed(1, (uint)rule);
        (RecordColumn Column, PartColumn Part)[] all = [.. parts];
        bool isSingle = all.All(p => !p.Column.IsList && p.Part.IsSingle);
        return isSingle ? Single(seed, records, all) : Several(seed, records, all);
    }

    private static RuleKeys Several(uint seed, int records, (RecordColumn Column, PartColumn Part)[] parts)
    {
        int[] first = new int[records + 1];
        uint[] keys = new uint[records + MostKeys];
        Span<uint> own = stackalloc uint[MostKeys], next = stackalloc uint[MostKeys];
        int filled = 0;
        for (int r = 0; r < records; r++)
        {
            own[0] = seed;
            int count = 1;
            foreach ((RecordColumn column, PartColumn part) in parts)
            {
                int made = 0;
                foreach (int value in column.Of(r))
                    foreach (uint key in part.Of(value))
                        for (int n = 0; n < count && made < MostKeys; n++)
                            if (Mixed(own[n], key) is var mixed && !next[..made].Contains(mixed)) next[made++] = mixed;
                next[..made].CopyTo(own);
                count = made;
                if (count == 0) break;
            }
            if (filled + count > keys.Length) Array.Resize(ref keys, keys.Length * 2);
            own[..count].CopyTo(keys.AsSpan(filled));
            first[r + 1] = filled += count;
        }
        Array.Resize(ref keys, filled);
        return new RuleKeys(first, keys);
    }

    private static RuleKeys Single(uint seed, int records, (RecordColumn Column, PartColumn Part)[] parts)
    {
        uint[] keys = new uint[records];
        Array.Fill(keys, seed);
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
