using Shiremoot.Picture;

namespace Shiremoot.Evidence.Estimating;

/// <summary>How much something that was not measured could explain away.</summary>
static class UnmeasuredBounds
{
    private const double LeastChance = 0.05, MostGamma = 1000;

    /// <summary>How strongly (as a risk ratio) something unmeasured would have to go with both service and outcome. Source: T. VanderWeele and P. Ding (2017), Annals of Internal Medicine 167, 268-274.</summary>
    public static double EValue(double ratio)
    {
        if (!(ratio > 0)) return double.NaN;
        double above = ratio < 1 ? 1 / ratio : ratio;
        return above + Math.Sqrt(above * (above - 1));
    }

    /// <summary>The same for the limit nearer to no effect: 1 where the limits hold no effect.</summary>
    public static double EValueOfLimit(double ratio, double lower, double upper) =>
        !(lower > 0) ? double.NaN : lower <= 1 && upper >= 1 ? 1 : EValue(ratio > 1 ? lower : upper);

    /// <summary>A hazard ratio as about a risk ratio, where the outcome is common (the same source).</summary>
    public static double RiskOfHazard(double hazard) => (1 - Math.Pow(0.5, Math.Sqrt(hazard))) / (1 - Math.Pow(0.5, Math.Sqrt(1 / hazard)));

    /// <summary>A difference in standard deviations as about a risk ratio (the same source).</summary>
    public static double RiskOfDifference(double standardised) => Math.Exp(0.91 * standardised);

    /// <summary>
    /// How far apart, by something unmeasured, the odds of the service could be within a pair before the difference of pairs could be chance (one-sided 0.05): Wilcoxon's signed ranks, which for
    /// outcomes that are or are not is McNemar's test. Source: P. R. Rosenbaum (2002), Observational Studies, chapter 4. 1: it could be chance already. Null where there are no pairs that differ.
    /// </summary>
    public static double? Gamma(double[] difference)
    {
        double[] apart = [.. difference.Where(d => d != 0)];
        if (apart.Length == 0) return null;
        double[] size = [.. apart.Select(Math.Abs)];
        int[] order = [.. Enumerable.Range(0, apart.Length)];
        Array.Sort([.. size], order);
        double up = 0, sum = 0, squares = 0;
        for (int from = 0, until; from < order.Length; from = until)
        {
            for (until = from; until < order.Length && size[order[until]] == size[order[from]]; until++)
            {
            }
            double rank = (from + 1 + until) / 2.0;
            for (int k = from; k < until; k++)
            {
                if (apart[order[k]] > 0) up += rank;
                sum += rank;
                squares += rank * rank;
            }
        }
        double statistic = Math.Max(up, sum - up);
        bool IsChance(double gamma)
        {
            double share = gamma / (1 + gamma), off = statistic - (share * sum), spread = Math.Sqrt(share * (1 - share) * squares);
            return off <= 0 || Tails.TwoSided(off / spread) / 2 >= LeastChance;
        }
        if (IsChance(1)) return 1;
        if (!IsChance(MostGamma)) return MostGamma;
        double low = 1, high = MostGamma;
        for (int round = 0; round < 60; round++)
        {
            double middle = (low + high) / 2;
            if (IsChance(middle)) high = middle;
            else low = middle;
        }
        return low;
    }
}
