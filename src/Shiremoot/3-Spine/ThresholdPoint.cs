namespace Shiremoot.Spine;

/// <summary>What a threshold would give, from the probabilities of pairs and without labels, if pairs were taken each by itself. It does not see what blocking lost, nor what joining puts right.</summary>
/// <param name="Bits">The threshold.</param>
/// <param name="Pairs">Compared pairs at it or above.</param>
/// <param name="Precision">Of those, the share expected to be of one person; 1 if there are none.</param>
/// <param name="Recall">Of compared pairs expected to be of one person, the share at it or above.</param>
public sealed record ThresholdPoint(double Bits, long Pairs, double Precision, double Recall)
{
    private const int Lowest = -10, Highest = 20;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>A point a bit from −10 to 20, and one at the threshold that was used.</summary>
    internal static IReadOnlyList<ThresholdPoint> Of(PairTotals totals, double used)
    {
        double all = totals.LikelyOfPattern.Sum();
        return [.. Enumerable.Range(Lowest, Highest - Lowest + 1).Select(b => (double)b).Append(used).Distinct().Order().Select(bits =>
        {
            (long pairs, double likely) = totals.From(bits);
            return new ThresholdPoint(bits, pairs, pairs == 0 ? 1 : Math.Min(1, likely / pairs), all > 0 ? Math.Min(1, likely / all) : 1);
        })];
    }
}
