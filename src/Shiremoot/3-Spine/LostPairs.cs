using System.Numerics;

namespace Shiremoot.Spine;

/// <summary>
/// Pairs of one person that no blocking rule brought together, estimated from how many were caught by one rule alone and how many by two: f1² / (2 f2), the lower bound of A. Chao, "Estimating the
/// population size for capture-recapture data with unequal catchability", Biometrics 43 (1987), each pair counting with its probability.
/// </summary>
static class LostPairs
{
    // Below so many pairs caught by two rules the quotient says nothing.
    private const double Fewest = 10;

    /// <summary>How many are lost at the least; 0 where every pair was compared, null where too few pairs tell.</summary>
    public static double? Of(Linked linked, PairTotals totals)
    {
        if (linked.Model.Blocks.Any(b => b.Parts.Count == 0)) return 0;
        PatternTable patterns = linked.Pairs.Patterns;
        double one = 0, two = 0;
        for (int p = 0; p < patterns.Count; p++)
        {
            int rules = BitOperations.PopCount(patterns.Rules[p]);
            if (rules == 1) one += totals.LikelyOfPattern[p];
            else if (rules == 2) two += totals.LikelyOfPattern[p];
        }
        return two < Fewest ? null : one * one / (2 * two);
    }
}
