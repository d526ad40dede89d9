namespace Shiremoot.Spine;

/// <summary>What is expected to be wrong, from the probabilities of the pairs that were compared. It is as good as they are: docs/methods/living-spine.md.</summary>
/// <param name="PairsJoined">Pairs of records compared and joined.</param>
/// <param name="FalseJoins">Of those, how many are expected to be of two people.</param>
/// <param name="Missed">Of the pairs compared and not joined, how many are expected to be of one person.</param>
public sealed record ExpectedErrors(long PairsJoined, double FalseJoins, double Missed)
{
    /// <summary>The share of joined pairs expected to be wrong.</summary>
    public double FalseShare => PairsJoined == 0 ? 0 : FalseJoins / PairsJoined;

    internal static ExpectedErrors Of(Linked linked)
    {
        long joined = 0;
        double wrong = 0, missed = 0;
        foreach (PairPiece piece in linked.Pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                double likely = 1 / (1 + Math.Pow(2, -(linked.Bits[piece.Pattern[p]] + piece.TermBits[p])));
                if (linked.Clusters[piece.A[p]] == linked.Clusters[piece.B[p]])
                {
                    joined++;
                    wrong += 1 - likely;
                }
                else
                {
                    missed += likely;
                }
            }
        return new ExpectedErrors(joined, wrong, missed);
    }
}
