namespace Shiremoot.Spine;

/// <summary>The patterns of agreement met among pairs, each with the rules its pairs agree on and how many there are. Learning looks at these few thousand, not at millions of pairs.</summary>
sealed class PatternTable
{
    private int[] slots = new int[1 << 10];

    public int Count { get; private set; }

    public ulong[] Patterns { get; private set; } = new ulong[1 << 8];

    public uint[] Rules { get; private set; } = new uint[1 << 8];

    public long[] Pairs { get; private set; } = new long[1 << 8];

    /// <summary>The number of a pattern, new if it was not met before, and counts the pairs in.</summary>
    public int Add(ulong pattern, uint rules, long pairs = 1)
    {
        int mask = slots.Length - 1, at = Slot(pattern, rules) & mask;
        for (; slots[at] != 0; at = (at + 1) & mask)
        {
            int there = slots[at] - 1;
            if (Patterns[there] != pattern || Rules[there] != rules) continue;
            Pairs[there] += pairs;
            return there;
        }
        if (Count == Patterns.Length) Widen();
        (Patterns[Count], Rules[Count], Pairs[Count]) = (pattern, rules, pairs);
        slots[at] = ++Count;
        if (Count * 2 > slots.Length) Spread();
        return Count - 1;
    }

    /// <summary>
    /// The bits by which pairs join. A pair of which nothing can be told never does, however likely any two records are. Pairs that agree on no rule are repeats out of blocks too large to be
    /// looked at: where nothing of them is missing they are one record written again, though so many of them make it look common.
    /// </summary>
    /// <param name="bits">The bits of each pattern.</param>
    /// <param name="comparisons">How many comparisons the model has.</param>
    public (float[] Sure, bool[] IsRepeat) Sure(float[] bits, int comparisons)
    {
        const float Certain = 1000; // beyond what the commonest values could take off
        (float[] sure, bool[] isRepeat) = ((float[])bits.Clone(), new bool[Count]);
        for (int p = 0; p < Count; p++)
        {
            int told = Enumerable.Range(0, comparisons).Count(c => ((Patterns[p] >> (4 * c)) & 15) != 0);
            isRepeat[p] = Rules[p] == 0 && told == comparisons;
            if (isRepeat[p]) sure[p] = Certain;
            else if (told == 0) sure[p] = float.NegativeInfinity;
        }
        return (sure, isRepeat);
    }

    private static int Slot(ulong pattern, uint rules)
    {
        unchecked
        {
            ulong hash = (pattern ^ ((ulong)rules << 32) ^ rules) * 0x9E3779B97F4A7C15UL;
            return (int)(hash >> 34);
        }
    }

    private void Widen()
    {
        int wider = Patterns.Length * 2;
        (ulong[] patterns, uint[] rules, long[] pairs) = (Patterns, Rules, Pairs);
        Array.Resize(ref patterns, wider);
        Array.Resize(ref rules, wider);
        Array.Resize(ref pairs, wider);
        (Patterns, Rules, Pairs) = (patterns, rules, pairs);
    }

    private void Spread()
    {
        slots = new int[slots.Length * 2];
        int mask = slots.Length - 1;
        for (int n = 0; n < Count; n++)
        {
            int at = Slot(Patterns[n], Rules[n]) & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = n + 1;
        }
    }
}
