using System.Numerics;

namespace Shiremoot.Spine;

/// <summary>What a blocking rule brought together.</summary>
/// <param name="Rule">The rule, as written.</param>
/// <param name="Pairs">Compared pairs that agree on it.</param>
/// <param name="NewPairs">Of those, pairs that agree on no rule before it.</param>
/// <param name="Share">Of all compared pairs expected to be of one person, the share that agrees on it.</param>
/// <param name="NewShare">The share that agrees on it and on no rule before it.</param>
/// <param name="OnlyShare">The share that agrees on it and on no other rule: what would be lost without it.</param>
/// <param name="LargestBlock">Records in the largest block that was taken pair by pair.</param>
/// <param name="KeysCut">Keys cut short: more records share them than a block may have.</param>
/// <param name="LargestCut">Records that share the commonest of those keys; 0 if there is none.</param>
public sealed record RuleReport(string Rule, long Pairs, long NewPairs, double Share, double NewShare, double OnlyShare, int LargestBlock, int KeysCut, int LargestCut)
{
    internal static IReadOnlyList<RuleReport> Of(Linked linked, PairTotals totals, double likely)
    {
        PatternTable patterns = linked.Pairs.Patterns;
        int rules = linked.Plan.Order.Length;
        (long[] pairs, double[] found, double[] first, double[] only) = (new long[rules], new double[rules], new double[rules], new double[rules]);
        for (int p = 0; p < patterns.Count; p++)
        {
            uint agreed = patterns.Rules[p];
            if (agreed == 0) continue;
            first[BitOperations.TrailingZeroCount(agreed)] += totals.LikelyOfPattern[p];
            if (BitOperations.IsPow2(agreed)) only[BitOperations.TrailingZeroCount(agreed)] += totals.LikelyOfPattern[p];
            for (uint rest = agreed; rest != 0; rest &= rest - 1)
            {
                int bit = BitOperations.TrailingZeroCount(rest);
                pairs[bit] += patterns.Pairs[p];
                found[bit] += totals.LikelyOfPattern[p];
            }
        }
        double all = Math.Max(likely, double.Epsilon);
        return [.. linked.Blocking.Select((rule, bit) => new RuleReport(rule.Rule, pairs[bit], rule.NewPairs, found[bit] / all, first[bit] / all, only[bit] / all,
            rule.LargestBlock, rule.TooLarge, linked.Plan.Over[bit].Select(block => block.Length).DefaultIfEmpty().Max()))];
    }
}
