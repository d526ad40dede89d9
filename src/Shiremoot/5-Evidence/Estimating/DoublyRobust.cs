using Shiremoot.Picture;

namespace Shiremoot.Evidence.Estimating;

/// <summary>
/// The mean outcome of the people the effect is told for, with the service and without it: the outcome regressed in each kind of rows by weight, then foretold for those people.
/// Right if either the weights or the regression are. Sources: J. Robins, A. Rotnitzky and L. Zhao (1994); J. Wooldridge (2007). Errors are of the stacked equations of score,
/// weights, regression and mean, by matched set where there are sets (A. Abadie and J. Spiess, 2022).
/// </summary>
static class DoublyRobust
{
    /// <summary>The two means, and their variances and covariance. Without covariates it is the plain difference of weighted means.</summary>
    public static TwoMeans Of(bool[] treated, double[] outcome, AdjustedRows adjusted, StandardColumns columns, StandardColumns ofWeights)
    {
        int n = treated.Length, size = columns.Count + 1;
        double[] target = adjusted.Target ?? [.. treated.Select((t, r) => t && adjusted.Weight[r] > 0 ? 1.0 : 0)], mean = new double[size], line = new double[size];
        double total = target.Sum();
        for (int r = 0; r < n; r++)
        {
            ArmFit.Design(columns, r, line);
            for (int c = 0; c < size; c++) mean[c] += target[r] * line[c] / total;
        }
        double[][] influence = [new double[n], new double[n]];
        double[] level = new double[2];
        bool isThin = false;
        for (int arm = 0; arm < 2; arm++)
        {
            bool those = arm == 1;
            ArmFit fit = ArmFit.Of(treated, those, adjusted.Weight, outcome, columns);
            if (fit.Rows <= fit.Size) isThin = true;
            level[arm] = fit.At(mean);
            double[] pull = fit.Pull(mean), own = influence[arm], along = new double[n], drift = new double[n];
            // As many rows fewer are free as effects were fitted.
            double free = Math.Sqrt((double)fit.Rows / Math.Max(1, fit.Rows - fit.Size));
            double[]? slope = (those ? adjusted.OfTreated : adjusted.OfOthers)?.Slope;
            for (int r = 0; r < n; r++)
            {
                ArmFit.Design(columns, r, line);
                double foretold = fit.At(line) - level[arm];
                own[r] = target[r] * foretold / total;
                if (adjusted.TargetSlope is { } turn) drift[r] = turn[r] * foretold / total;
                if (treated[r] != those || adjusted.Weight[r] == 0) continue;
                double reach = 0;
                for (int c = 0; c < size; c++) reach += pull[c] * line[c];
                double left = reach * (outcome[r] - level[arm] - foretold);
                own[r] += adjusted.Weight[r] * left * free;
                if (slope is not null) along[r] = slope[r] * left;
            }
            if ((those ? adjusted.OfTreated : adjusted.OfOthers) is { } learned) Learn(learned, along, ofWeights, own);
            if (adjusted.TargetSlope is not null) Learn((adjusted.OfOthers ?? adjusted.OfTreated)!, drift, ofWeights, own);
        }
        (double with, double without, double both) = Variance(influence[1], influence[0], adjusted.Set);
        return new(level[1], level[0], with, without, both, isThin);
    }

    // How the mean moves because the weights were learned from the same rows.
    private static void Learn(WeightsLearned learned, double[] along, StandardColumns columns, double[] influence)
    {
        int n = along.Length, size = columns.Count + 1;
        double[] curve = new double[size * size], moved = new double[size], line = new double[size];
        for (int r = 0; r < n; r++)
        {
            ArmFit.Design(columns, r, line);
            for (int a = 0; a < size; a++)
            {
                moved[a] += along[r] * line[a];
                double part = learned.Curvature[r] * line[a];
                for (int b = 0; b <= a; b++) curve[(a * size) + b] += part * line[b];
            }
        }
        if (!Cholesky.Try(curve, size, out Cholesky? factor, out _, 1e-12)) return; // weights on the edge of what can be learned: taken as given, which errs on the wide side
        double[] turn = factor.Solve(moved);
        for (int r = 0; r < n; r++)
        {
            ArmFit.Design(columns, r, line);
            double sum = 0;
            for (int c = 0; c < size; c++) sum += turn[c] * line[c];
            influence[r] += sum * learned.Factor[r];
        }
    }

    private static (double With, double Without, double Both) Variance(double[] with, double[] without, int[]? set)
    {
        int n = with.Length, sets = set is null ? 0 : set.Max() + 1;
        double[] a = set is null ? with : new double[sets + n], b = set is null ? without : new double[sets + n];
        for (int r = 0; r < n && set is not null; r++)
        {
            int into = set[r] >= 0 ? set[r] : sets + r;
            a[into] += with[r];
            b[into] += without[r];
        }
        double aa = 0, bb = 0, ab = 0;
        for (int k = 0; k < a.Length; k++) (aa, bb, ab) = (aa + (a[k] * a[k]), bb + (b[k] * b[k]), ab + (a[k] * b[k]));
        return (aa, bb, ab);
    }
}

/// <summary>Mean outcomes with and without, and how sure they are.</summary>
/// <param name="With">Mean of those who had the service.</param>
/// <param name="Without">What it would have been.</param>
/// <param name="VarianceWith">Of the first.</param>
/// <param name="VarianceWithout">Of the second.</param>
/// <param name="Covariance">Of both.</param>
/// <param name="IsThin">There are no more rows of a kind than effects fitted, so the regression says nothing.</param>
readonly record struct TwoMeans(double With, double Without, double VarianceWith, double VarianceWithout, double Covariance, bool IsThin)
{
    public double Difference => With - Without;

    public double Error => Math.Sqrt(Math.Max(0, VarianceWith + VarianceWithout - (2 * Covariance)));

    /// <summary>The log of the ratio and its standard error; not a number where either mean is not above 0.</summary>
    public (double Log, double Error) Ratio => With > 0 && Without > 0
        ? (Math.Log(With / Without), Math.Sqrt(Math.Max(0, (VarianceWith / (With * With)) + (VarianceWithout / (Without * Without)) - (2 * Covariance / (With * Without)))))
        : (double.NaN, double.NaN);
}
