namespace Shiremoot.Spine;

/// <summary>
/// How good clusters are thought to be, worked out from the probabilities of pairs without knowing who is who. It is as good as those probabilities are, and cannot see what blocking lost.
/// </summary>
/// <param name="JoinedPairs">Pairs of records in one cluster.</param>
/// <param name="ExpectedFalse">Of these, pairs thought to be of two people.</param>
/// <param name="ExpectedMissed">Pairs that were compared, are thought to be of one person, and are not in one cluster.</param>
public sealed record LinkEstimate(long JoinedPairs, double ExpectedFalse, double ExpectedMissed)
{
    public double Precision => JoinedPairs == 0 ? 1 : 1 - Math.Min(1, ExpectedFalse / JoinedPairs);

    public double Recall => JoinedPairs + ExpectedMissed == 0 ? 1 : Math.Max(0, JoinedPairs - ExpectedFalse) / Math.Max(1, JoinedPairs - ExpectedFalse + ExpectedMissed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    internal static LinkEstimate Of(ReadOnlySpan<int> clusters, double expectedFalse, ComparedPairs pairs, float[] bitsOfPattern)
    {
        int[] sizes = new int[clusters.Length];
        foreach (int cluster in clusters) sizes[cluster]++;
        long joined = 0;
        foreach (int size in sizes) joined += (long)size * (size - 1) / 2;
        double missed = 0;
        foreach (PairPiece piece in pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
                if (clusters[piece.A[p]] != clusters[piece.B[p]]) missed += LinkLikelihood.Of(bitsOfPattern[piece.Pattern[p]] + piece.TermBits[p]);
        return new LinkEstimate(joined, expectedFalse, missed);
    }
}

/// <summary>Bits (log2 of the odds) as a probability.</summary>
public static class LinkLikelihood
{
    public static double Of(double bits) => 1 / (1 + Math.Pow(2, -bits));
}
