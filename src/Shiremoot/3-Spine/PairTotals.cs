namespace Shiremoot.Spine;

/// <summary>
/// All compared pairs added up in one walk: how many have each weight, to a 64th of a bit, and how many of each pattern are expected to be of one person. A probability is looked up by its weight,
/// which is right to half a per cent and costs no power of two a pair.
/// </summary>
sealed class PairTotals
{
    private const int Lowest = -64, Highest = 64, Steps = 64;

    private PairTotals(int patterns) => LikelyOfPattern = new double[patterns];

    /// <summary>Pairs by weight, in steps of 1/64 bit from the lowest.</summary>
    private long[] PairsOfStep { get; } = new long[(Highest - Lowest) * Steps];

    /// <summary>Of each pattern, the pairs expected to be of one person.</summary>
    public double[] LikelyOfPattern { get; }

    public static PairTotals Of(Linked linked)
    {
        PairTotals totals = new(linked.Pairs.Patterns.Count);
        (long[] pairs, double[] likely) = (totals.PairsOfStep, totals.LikelyOfPattern);
        double[] probability = Probabilities();
        float[] bits = linked.Bits;
        foreach (PairPiece piece in linked.Pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                int step = Step(bits[piece.Pattern[p]] + piece.TermBits[p]);
                pairs[step]++;
                likely[piece.Pattern[p]] += probability[step];
            }
        return totals;
    }

    /// <summary>The pairs that weigh so many bits or more, and how many of them are expected to be of one person.</summary>
    public (long Pairs, double Likely) From(double bits)
    {
        double[] probability = Probabilities();
        long pairs = 0;
        double likely = 0;
        for (int step = Step(bits); step < PairsOfStep.Length; step++)
        {
            pairs += PairsOfStep[step];
            likely += PairsOfStep[step] * probability[step];
        }
        return (pairs, likely);
    }

    private static int Step(double bits) => (int)((Math.Clamp(bits, Lowest, Highest - (1.0 / Steps)) - Lowest) * Steps);

    // Of the middle of each step.
    private static double[] Probabilities() => [.. Enumerable.Range(0, (Highest - Lowest) * Steps).Select(s => LinkLikelihood.Of(Lowest + ((s + 0.5) / Steps)))];
}
