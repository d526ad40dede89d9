using Shiremoot.Picture;

namespace Shiremoot.Evidence.Weighting;

/// <summary>
/// Weights under which the means of all covariates are those of the people the effect is told for, and which are otherwise as even as can be.
/// Source: J. Hainmueller (2012), Entropy balancing for causal effects, Political Analysis 20, 25-46. Newton's steps on the dual, halved where they go up.
/// </summary>
static class EntropyBalance
{
    private const int MostRounds = 200, MostHalvings = 40;
    private const double Settled = 1e-10;

    /// <summary>The weights, for the treated or for all; null if none balance the means: the people wanted lie outside those there are.</summary>
    public static AdjustedRows? Of(bool[] treated, StandardColumns columns, Estimand estimand)
    {
        int n = treated.Length;
        double[] target = [.. treated.Select(t => estimand == Estimand.Att ? (t ? 1.0 : 0) : 1)];
        if (Arm(treated, false, columns, target) is not { } others) return null;
        double[] weight = new double[n];
        for (int r = 0; r < n; r++) weight[r] = treated[r] ? 1 : others[r];
        AdjustedRows rows = new(weight, null, 0) { Target = target, OfOthers = Learned(treated, false, others, target) };
        if (estimand == Estimand.Att) return rows;
        if (Arm(treated, true, columns, target) is not { } mine) return null;
        for (int r = 0; r < n; r++)
            if (treated[r]) weight[r] = mine[r];
        return rows with { OfTreated = Learned(treated, true, mine, target) };
    }

    private static WeightsLearned Learned(bool[] treated, bool those, double[] weight, double[] target)
    {
        double sum = weight.Sum(), all = target.Sum();
        return new(weight, weight, [.. weight.Select((w, r) => (sum * target[r] / all) - (treated[r] == those ? w : 0))]);
    }

    // Weights of one kind of rows, adding up to how many the target counts.
    private static double[]? Arm(bool[] treated, bool those, StandardColumns columns, double[] target)
    {
        int n = treated.Length, p = columns.Count;
        double[] mean = new double[p], effects = new double[p];
        double total = target.Sum();
        for (int r = 0; r < n; r++)
            for (int c = 0; c < p; c++) mean[c] += target[r] * columns.ByRow[(r * p) + c] / total;
        int[] rows = [.. Enumerable.Range(0, n).Where(r => treated[r] == those)];
        double[] share = new double[rows.Length];
        double height = Dual(rows, columns, mean, effects, share);
        for (int round = 0; round < MostRounds; round++)
        {
            double[] slope = new double[p], curve = new double[p * p];
            for (int k = 0; k < rows.Length; k++)
                for (int a = 0; a < p; a++)
                {
                    double off = columns.ByRow[(rows[k] * p) + a] - mean[a];
                    slope[a] += share[k] * off;
                    for (int b = 0; b <= a; b++) curve[(a * p) + b] += share[k] * off * (columns.ByRow[(rows[k] * p) + b] - mean[b]);
                }
            if (slope.Max(Math.Abs) < Settled)
            {
                double[] weight = new double[n];
                for (int k = 0; k < rows.Length; k++) weight[rows[k]] = share[k] * total;
                return weight;
            }
            if (!Cholesky.Try(curve, p, out Cholesky? factor, out _, 1e-12)) return null;
            double[] step = factor.Solve(slope), next = new double[p];
            double part = 1, reached = double.NaN;
            for (int halving = 0; halving < MostHalvings; halving++, part /= 2)
            {
                for (int c = 0; c < p; c++) next[c] = effects[c] - (part * step[c]);
                reached = Dual(rows, columns, mean, next, share);
                if (reached <= height + 1e-12) break;
            }
            if (!(reached <= height + 1e-12)) return null;
            (effects, height) = (next, reached);
        }
        return null;
    }

    // log of the sum of exp(effects · (covariates less their wanted means)), and each row's share of it.
    private static double Dual(int[] rows, StandardColumns columns, double[] mean, double[] effects, double[] share)
    {
        int p = columns.Count;
        double most = double.NegativeInfinity, sum = 0;
        for (int k = 0; k < rows.Length; k++)
        {
            double eta = 0;
            for (int c = 0; c < p; c++) eta += effects[c] * (columns.ByRow[(rows[k] * p) + c] - mean[c]);
            share[k] = eta;
            most = Math.Max(most, eta);
        }
        for (int k = 0; k < share.Length; k++) sum += share[k] = Math.Exp(share[k] - most);
        for (int k = 0; k < share.Length; k++) share[k] /= sum;
        return most + Math.Log(sum);
    }
}
