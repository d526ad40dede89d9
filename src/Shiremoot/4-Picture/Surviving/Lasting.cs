namespace Shiremoot.Picture.Surviving;

/// <summary>
/// Whether effects last: the score test of an effect that changes with a scale of time, beside the one that does not (P. M. Grambsch and T. M. Therneau, 1994, equation 3), with the covariance of
/// the covariates as it is at each event. Taken as level over time, as was long usual, it can be twice too large.
/// </summary>
static class Lasting
{
    // What rounding leaves of information where none is.
    private const double Least = 1e-12;

    /// <summary>Of each covariate, then of all.</summary>
    /// <param name="rows">In order.</param>
    /// <param name="fit">The model at its top.</param>
    /// <param name="scale">The scale of time at each tie.</param>
    public static ChiSquaredTest[] Of(CoxRows rows, CoxFit fit, double[] scale)
    {
        double[] off = Centred(rows, scale);
        CoxSums slope = fit.Weighed(off), spread = fit.Weighed([.. off.Select(o => o * o)]);
        int p = slope.Score.Length;
        double[][] cross = [.. Enumerable.Range(0, p).Select(a => Enumerable.Range(0, p).Select(b => Of(slope.Information, p, a, b)).ToArray())];
        double[][] solved = [.. cross.Select(c => fit.Factor.Solve(c))];
        double[] left = new double[p * p];
        for (int a = 0; a < p; a++)
            for (int b = 0; b <= a; b++)
            {
                left[(a * p) + b] = spread.Information[(a * p) + b];
                for (int c = 0; c < p; c++) left[(a * p) + b] -= cross[a][c] * solved[b][c];
            }
        ChiSquaredTest[] tests = new ChiSquaredTest[p + 1];
        bool isKnown = true;
        for (int a = 0; a < p; a++)
        {
            bool moves = left[(a * p) + a] > Least * spread.Information[(a * p) + a];
            tests[a] = new(moves ? slope.Score[a] * slope.Score[a] / left[(a * p) + a] : 0, 1);
            isKnown &= moves;
        }
        Cholesky? factor = null;
        isKnown = isKnown && Cholesky.Try(left, p, out factor, out _, Least);
        tests[p] = new(isKnown ? factor!.Quadratic(slope.Score) : double.NaN, p);
        return tests;
    }

    private static double Of(double[] lower, int p, int a, int b) => a >= b ? lower[(a * p) + b] : lower[(b * p) + a];

    // About its mean over events, which changes no test and keeps figures small.
    private static double[] Centred(CoxRows rows, double[] scale)
    {
        double sum = 0, events = 0;
        for (int k = 0; k < rows.Ties; k++)
            for (int i = rows.Start[k]; i < rows.End[k]; i++)
                if (rows.Died[i]) (sum, events) = (sum + scale[k], events + 1);
        return [.. scale.Select(s => s - (sum / events))];
    }
}
