namespace Shiremoot.Spine.Blocking;

/// <summary>
/// The keys of each record under the rules that give several, side by side in rising order, each with its rule's bit: one walk along two records' runs tells all that they share.
/// </summary>
sealed class KeyRuns
{
    private readonly int[] first;
    private readonly uint[] keys;
    private readonly byte[] bits;

    /// <param name="records">How many records.</param>
    /// <param name="rules">The rules that give several keys, in the order of their bits.</param>
    /// <param name="firstBit">The bit of the first of them.</param>
    public KeyRuns(int records, ReadOnlySpan<RuleKeys> rules, int firstBit)
    {
        first = new int[records + 1];
        long all = 0;
        foreach (RuleKeys rule in rules) all += rule.Keys.Length;
        (keys, bits) = (new uint[all], new byte[all]);
        int filled = 0;
        for (int r = 0; r < records; r++)
        {
            int from = filled;
            for (int n = 0; n < rules.Length; n++)
                foreach (uint key in rules[n].Of(r))
                    if (key != 0) Insert(from, filled++, key, (byte)(firstBit + n));
            first[r + 1] = filled;
        }
    }

    /// <summary>The bits of the rules under which two records share a key.</summary>
    public uint Shared(int a, int b)
    {
        (int x, int endX, int y, int endY) = (first[a], first[a + 1], first[b], first[b + 1]);
        uint mask = 0;
        while (x < endX && y < endY)
        {
            (uint one, uint other) = (keys[x], keys[y]);
            if (one == other) mask |= 1u << bits[x];
            if (one <= other) x++;
            if (other <= one) y++;
        }
        return mask;
    }

    /// <summary>The least key two records share under a rule, 0 if none.</summary>
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

    private void Insert(int from, int at, uint key, byte bit)
    {
        for (; at > from && keys[at - 1] > key; at--) (keys[at], bits[at]) = (keys[at - 1], bits[at - 1]);
        (keys[at], bits[at]) = (key, bit);
    }
}
