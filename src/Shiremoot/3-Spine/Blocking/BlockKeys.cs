using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Blocking;

/// <summary>
/// The keys of all records under all rules, made in one walk over the records. Rules are bits of a mask; those under which each record has one key come first, and their keys lie side by side
/// for each record. The keys of the others lie in one rising run a record, each with its rule's bit. So two looks tell all rules that two records agree on.
/// </summary>
sealed class BlockKeys
{
    private const byte Struck = 63;
    private readonly uint[] side;
    private readonly int width;
    private readonly int[] first;
    private uint[] keys = [];
    private byte[] bits = [];

    public BlockKeys(RecordRows rows, IReadOnlyList<RuleParts> rules)
    {
        Records = rows.Count;
        Order = [.. Enumerable.Range(0, rules.Count).OrderBy(r => rules[r].IsSingle ? 0 : 1)];
        Singles = rules.Count(r => r.IsSingle);
        width = (Singles + 7) / 8 * 8;
        side = new uint[(long)Records * width];
        first = Singles == rules.Count ? [] : new int[Records + 1];
        RuleParts[] ordered = [.. Order.Select(r => rules[r])];
        for (int r = 0; r < Records; r++)
            for (int bit = 0; bit < Singles; bit++) side[(r * width) + bit] = ordered[bit].One(rows.Row(r));
        if (first.Length > 0) FillRuns(rows, ordered);
    }

    public int Records { get; }

    /// <summary>Which rule of the model each bit stands for.</summary>
    public int[] Order { get; }

    /// <summary>Bits below this are of rules that give each record one key.</summary>
    public int Singles { get; }

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
            (uint one, uint other) = (keys[x], keys[y]);
            if (one == other && bits[x] == bit) return one;
            if (one <= other) x++;
            if (other <= one) y++;
        }
        return 0;
    }

    /// <summary>Writes every key under a rule and whose it is, in the order of records, and gives how many there are; without room it only counts.</summary>
    public int Entries(int bit, Span<uint> entries, Span<int> records)
    {
        int count = 0;
        for (int r = 0; r < Records; r++)
        {
            if (bit < Singles)
            {
                if (side[(r * width) + bit] is > 0 and uint key) Put(key, r, entries, records);
                continue;
            }
            for (int n = first[r]; n < first[r + 1]; n++)
                if (bits[n] == bit) Put(keys[n], r, entries, records);
        }
        return count;

        void Put(uint key, int record, Span<uint> keysTo, Span<int> recordsTo)
        {
            if (keysTo.Length > 0) (keysTo[count], recordsTo[count]) = (key, record);
            count++;
        }
    }

    /// <summary>Takes a key away from records: they no longer agree on the rule for its sake.</summary>
    public void Strike(int bit, uint key, ReadOnlySpan<int> records)
    {
        foreach (int r in records)
        {
            if (bit < Singles) side[(r * width) + bit] = 0;
            else
                for (int n = first[r]; n < first[r + 1]; n++)
                    if (bits[n] == bit && keys[n] == key) bits[n] = Struck;
        }
    }

    private uint Shared(int a, int b)
    {
        (int x, int endX, int y, int endY) = (first[a], first[a + 1], first[b], first[b + 1]);
        uint mask = 0;
        while (x < endX && y < endY)
        {
            (uint one, uint other) = (keys[x], keys[y]);
            if (one == other && bits[x] != Struck) mask |= 1u << bits[x];
            if (one <= other) x++;
            if (other <= one) y++;
        }
        return mask;
    }

    private void FillRuns(RecordRows rows, RuleParts[] rules)
    {
        (keys, bits) = (new uint[Records * 4], new byte[Records * 4]);
        Span<uint> own = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        int filled = 0;
        for (int r = 0; r < Records; r++)
        {
            int from = filled;
            for (int bit = Singles; bit < rules.Length; bit++)
            {
                int count = rules[bit].All(rows.Row(r), own, scratch);
                if (filled + count > keys.Length)
                {
                    int wider = Math.Max(keys.Length * 2, filled + count); // one record of a small file may have many
                    Array.Resize(ref keys, wider);
                    Array.Resize(ref bits, wider);
                }
                for (int n = 0; n < count; n++) Insert(from, filled++, own[n], (byte)bit);
            }
            first[r + 1] = filled;
        }
        Array.Resize(ref bits, filled);
    }

    private void Insert(int from, int at, uint key, byte bit)
    {
        for (; at > from && keys[at - 1] > key; at--) (keys[at], bits[at]) = (keys[at - 1], bits[at - 1]);
        (keys[at], bits[at]) = (key, bit);
    }
}
