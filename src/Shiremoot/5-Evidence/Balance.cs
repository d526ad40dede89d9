using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>How alike those who had the service and the others are. Source: P. C. Austin (2009), Statistics in Medicine 28, 3083-3107; the definitions are those of MatchIt's summary.</summary>
public static class Balance
{
    private const int Bins = 10;

    /// <summary>The score, then each covariate.</summary>
    public static IReadOnlyList<BalanceRow> Of(EvaluationRows rows, PropensityScore score, AdjustedRows adjusted, Estimand estimand, HeadlineLimits limits)
    {
        double[] one = new double[rows.Kept];
        Array.Fill(one, 1);
        List<BalanceRow> table = [Row("propensity score", score.Score)];
        for (int c = 0; c < rows.Shown.Count; c++) table.Add(Row(rows.Shown.Names[c], rows.Shown.Values[c]));
        return table;

        BalanceRow Row(string name, double[] values)
        {
            bool isShare = Array.TrueForAll(values, v => v is 0 or 1);
            (double mean, double variance) mine = Moments(values, rows.Treated, true, one, isShare), others = Moments(values, rows.Treated, false, one, isShare);
            (double mean, double variance) mineAfter = Moments(values, rows.Treated, true, adjusted.Weight, isShare), othersAfter = Moments(values, rows.Treated, false, adjusted.Weight, isShare);
            double spread = Math.Sqrt(estimand == Estimand.Att ? mine.variance : (mine.variance + others.variance) / 2);
            double after = Apart(mineAfter.mean - othersAfter.mean, spread);
            BalanceLight light = Math.Abs(after) <= limits.Green ? BalanceLight.Green : Math.Abs(after) <= limits.Amber ? BalanceLight.Amber : BalanceLight.Red;
            return new(name, mineAfter.mean, othersAfter.mean, Apart(mine.mean - others.mean, spread), after,
                isShare ? double.NaN : mine.variance / others.variance, isShare ? double.NaN : mineAfter.variance / othersAfter.variance, light);
        }
    }

    /// <summary>People by tenths of the score: row 0 had the service, row 1 had not. Protected as a table.</summary>
    public static ProtectedTable Overlap(bool[] treated, PropensityScore score, DisclosureRules rules)
    {
        long[,] counts = new long[2, Bins];
        for (int r = 0; r < treated.Length; r++) counts[treated[r] ? 0 : 1, Math.Min(Bins - 1, (int)(score.Score[r] * Bins))]++;
        RawCount[,] raw = new RawCount[2, Bins];
        for (int kind = 0; kind < 2; kind++)
            for (int b = 0; b < Bins; b++) raw[kind, b] = new RawCount(counts[kind, b]);
        return ProtectedTable.Protect(raw, rules);
    }

    // A difference of nothing is nothing, whatever its unit.
    private static double Apart(double difference, double spread) => Math.Abs(difference) < 1e-12 ? 0 : difference / spread;

    private static (double Mean, double Variance) Moments(double[] values, bool[] treated, bool those, double[] weight, bool isShare)
    {
        double sum = 0, squares = 0, mean = 0, off = 0;
        for (int r = 0; r < values.Length; r++)
            if (treated[r] == those) (sum, squares, mean) = (sum + weight[r], squares + (weight[r] * weight[r]), mean + (weight[r] * values[r]));
        mean /= sum;
        if (isShare) return (mean, mean * (1 - mean));
        for (int r = 0; r < values.Length; r++)
            if (treated[r] == those) off += weight[r] * (values[r] - mean) * (values[r] - mean);
        return (mean, off * sum / ((sum * sum) - squares));
    }
}
