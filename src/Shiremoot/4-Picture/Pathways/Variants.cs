namespace Shiremoot.Picture.Pathways;

/// <summary>The variants: cases of the very same sequence of activities. Cases without events are of none.</summary>
sealed class Variants
{
    private Variants(Variant[] all, int[] ofCase, int cases) => (All, OfCase, Cases) = (all, ofCase, cases);

    /// <summary>The most frequent first; of equals the one met first.</summary>
    public Variant[] All { get; }

    /// <summary>For each case the place of its variant in <see cref="All"/>; -1 if it has no events.</summary>
    public int[] OfCase { get; }

    /// <summary>Cases that have events.</summary>
    public int Cases { get; }

    public static Variants Of(EventColumns log, int threads, ulong bitsOfHash = ulong.MaxValue)
    {
        CasePieces pieces = CasePieces.Of(log, threads);
        VariantTable[] tables = new VariantTable[pieces.Count];
        int[] ofCase = new int[log.Cases];
        pieces.Each((p, from, until) =>
        {
            VariantTable own = tables[p] = new VariantTable(log, bitsOfHash);
            for (int c = from; c < until; c++) ofCase[c] = log.First[c] == log.First[c + 1] ? -1 : own.Add(c);
        });

        VariantTable all = new(log, bitsOfHash);
        int[][] numbers = new int[tables.Length][];
        for (int p = 0; p < tables.Length; p++)
        {
            VariantTable own = tables[p];
            numbers[p] = new int[own.Count];
            for (int v = 0; v < own.Count; v++) numbers[p][v] = all.Add(own.ExampleOf(v), own.HashOf(v), own.CasesOf(v));
        }
        int[] rank = Ranked(all);
        pieces.Each((p, from, until) =>
        {
            for (int c = from; c < until; c++)
                if (ofCase[c] >= 0) ofCase[c] = rank[numbers[p][ofCase[c]]];
        });
        return new Variants(Timed(log, all, rank, ofCase, threads), ofCase, ofCase.Length - ofCase.AsSpan().Count(-1));
    }

    // All tables together were filled in the order of cases, so a lower number is a variant met earlier.
    private static int[] Ranked(VariantTable all)
    {
        long[] keys = new long[all.Count];
        int[] order = new int[all.Count], rank = new int[all.Count];
        for (int v = 0; v < order.Length; v++) (keys[v], order[v]) = ((-(long)all.CasesOf(v) << 32) + v, v);
        Array.Sort(keys, order);
        for (int r = 0; r < order.Length; r++) rank[order[r]] = r;
        return rank;
    }

    private static Variant[] Timed(EventColumns log, VariantTable all, int[] rank, int[] ofCase, int threads)
    {
        int[] known = new int[all.Count];
        for (int c = 0; c < ofCase.Length; c++)
            if (ofCase[c] >= 0 && Duration(log, c) >= 0) known[ofCase[c]]++;
        GroupedSpans durations = new(known);
        for (int c = 0; c < ofCase.Length; c++)
            if (ofCase[c] >= 0 && Duration(log, c) is >= 0 and var duration) durations.Put(ofCase[c], duration);
        Variant[] timed = new Variant[all.Count];
        Parallel.For(0, timed.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, v =>
            timed[rank[v]] = new Variant(all.ExampleOf(v), all.CasesOf(v), Spread.MedianOf(durations.Of(rank[v]))));
        return timed;
    }

    private static long Duration(EventColumns log, int one) => log.Times.Between(log.First[one], log.First[one + 1] - 1);
}

/// <summary>One sequence of activities.</summary>
/// <param name="Example">The first case that has it.</param>
/// <param name="Cases">How many cases have it.</param>
/// <param name="MedianSeconds">The middle of their durations, first event to last; not a number if none is known.</param>
readonly record struct Variant(int Example, int Cases, double MedianSeconds);
