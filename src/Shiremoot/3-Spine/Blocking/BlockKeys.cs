using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Blocking;

/// <summary>
/// The keys of all records under all rules, made in one walk over the records. Rules are bits of a mask; those under which each record has one key come first, and their keys lie side by side
/// for each record. The keys of the others lie in one rising run a record, each with its rule's bit below it. So two looks tell all rules that two records agree on.
/// </summary>
sealed class BlockKeys
{
    private const ulong Struck = 63;
    private const int BitShift = 8;
    private readonly uint[] side;
    private readonly int width;
    private readonly int[] first;
    private ulong[] runs = [];

    public BlockKeys(RecordRows rows, IReadOnlyList<RuleParts> rules)
    {
        Records = rows.Count;
        Order = [.. Enumerable.Range(0, rules.Count).OrderBy(r => rules[r].IsSingle ? 0 : 1)];
        Singles = rules.Count(r => r.IsSingle);
        width = (Singles + 7) / 8 * 8;
        side = new uint[(long)Records * width];
        first = Singles == rules.Count ? [] : new int[Records + 1];
        // Room that is not written to takes no memory.
        Streams = [.. Order.Select(r => new KeyStream(Records))];
        RuleParts[] ordered = [.. Order.Select(r => rules[r])];
        for (int r = 0; r < Records; r++)
        {
            ReadOnlySpan<int> row = rows.Row(r);
            Span<uint> own = side.AsSpan(r * width, width);
            for (int bit = 0; bit < Singles; bit++)
            {
                uint key = ordered[bit].One(row);
                if (key == 0) continue;
                own[bit] = key;
                if (ordered[bit].OrderedBy is { } column) Streams[bit].Within(column.Table.HashOf(row[column.Place]));
                Streams[bit].Add(key, r);
            }
        }
        if (first.Length > 0) FillRuns(rows, ordered);
    }

    public int Records { get; }

    /// <summary>Which rule of the model each bit stands for.</summary>
    public int[] Order { get; }

    /// <summary>Bits below this are of rules that give each record one key.</summary>
    public int Singles { get; }

    /// <summary>The keys of each rule, by its bit, with whose they are.</summary>
    public KeyStream[] Streams { get; }

    /// <summary>The rules two records agree on, a bit each.</summary>
    public uint Agreed(int a, int b)
    {
        uint mask = 0;
        ReadOnlySpan<uint> one = side.AsSpan(a * width, width), other = side.AsSpan(b * width, width);
        for (int at = 0; at < width; at += 8)
        {
            Vector256<uint> x = Vector256.Create(one[at..]), y = Vector256.Create(other[at..]);
            mask |= (Vector256.Equals(x, y) & ~Vector256.Equals(x, Vector256<uint>.Zero)).ExtractMostSignificantBits() << at;
        }
        return first.Length > 0 ? mask | Shared(a, b) : mask;
    }

    /// <summary>The least key two records share under a rule that gives several; 0 if none.</summary>
    public uint Least(int a, int b, int bit)
    {
        (int x, int endX, int y, int endY) = (first[a], first[a + 1], first[b], first[b + 1]);
        while (x < endX && y < endY)
        {
            (ulong one, ulong other) = (runs[x], runs[y]);
            if (one == other && (one & Struck) == (uint)bit) return (uint)(one >> BitShift);
            (one, other) = (one >> BitShift, other >> BitShift);
            if (one <= other) x++;
            if (other <= one) y++;
        }
        return 0;
    }

    /// <summary>Takes a key away from records: they no longer agree on the rule for its sake.</summary>
    public void Strike(int bit, uint key, ReadOnlySpan<int> records)
    {
        ulong entry = ((ulong)key << BitShift) | (uint)bit;
        foreach (int r in records)
        {
            if (bit < Singles) side[(r * width) + bit] = 0;
            else
                for (int n = first[r]; n < first[r + 1]; n++)
                    if (runs[n] == entry) runs[n] |= Struck;
        }
    }

    private uint Shared(int a, int b)
    {
        (int x, int endX, int y, int endY) = (first[a], first[a + 1], first[b], first[b + 1]);
        ulong mask = 0;
        ReadOnlySpan<ulong> one = runs.AsSpan(x, endX - x), other = runs.AsSpan(y, endY - y);
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j]) mask |= 1UL << (int)(one[i] & Struck);
            (ulong k, ulong l) = (one[i] >> BitShift, other[j] >> BitShift);
            if (k <= l) i++;
            if (l <= k) j++;
        }
        return (uint)(mask & uint.MaxValue); // what was struck out is the last bit
    }

    private void FillRuns(RecordRows rows, RuleParts[] rules)
    {
        runs = new ulong[Records * 4];
        Span<uint> own = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        int filled = 0;
        for (int r = 0; r < Records; r++)
        {
            int from = filled;
            for (int bit = Singles; bit < rules.Length; bit++)
            {
                int count = rules[bit].All(rows.Row(r), own, scratch);
                if (count > 0 && rules[bit].OrderedBy is { } column) Streams[bit].Within(column.Table.HashOf(rows.Row(r)[column.Place]));
                if (filled + count > runs.Length) Array.Resize(ref runs, Math.Max(runs.Length * 2, filled + count)); // one record of a small file may have many
                for (int n = 0; n < count; n++)
                {
                    Streams[bit].Add(own[n], r);
                    Insert(from, filled++, ((ulong)own[n] << BitShift) | (uint)bit);
                }
            }
            first[r + 1] = filled;
        }
    }

    private void Insert(int from, int at, ulong entry)
    {
        for (; at > from && runs[at - 1] > entry; at--) runs[at] = runs[at - 1];
        runs[at] = entry;
    }
}
