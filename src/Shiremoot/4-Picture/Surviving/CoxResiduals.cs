namespace Shiremoot.Picture.Surviving;

/// <summary>What each row leaves unexplained: for robust errors.</summary>
static class CoxResiduals
{
    /// <summary>The covariance that holds when rows of one cluster belong together (D. Y. Lin and L. J. Wei, 1989), per standard deviations.</summary>
    public static double[] Robust(CoxRows rows, StandardColumns columns, CoxFit fit, int[] cluster, double[] covariance)
    {
        int p = columns.Count;
        double[] leverage = new double[(cluster.Max() + 1) * p], residual = new double[p], robust = new double[p * p];
        for (int i = 0; i < rows.Rows; i++)
        {
            OfScore(rows, columns, fit, i, residual);
            int into = cluster[rows.Order[i]] * p;
            for (int c = 0; c < p; c++) leverage[into + c] += residual[c];
        }
        double[] effect = new double[p];
        for (int g = 0; g < leverage.Length; g += p)
        {
            for (int a = 0; a < p; a++)
            {
                effect[a] = 0;
                for (int b = 0; b < p; b++) effect[a] += covariance[(a * p) + b] * leverage[g + b];
            }
            for (int a = 0; a < p; a++)
                for (int b = 0; b < p; b++) robust[(a * p) + b] += effect[a] * effect[b];
        }
        return robust;
    }

    // w (its event's covariates less the mean then) less the same for each time it was at risk, by the hazard it met.
    private static void OfScore(CoxRows rows, StandardColumns columns, CoxFit fit, int i, Span<double> residual)
    {
        int p = columns.Count, upTo = rows.UpTo[i], from = rows.From[i];
        CoxSums sums = fit.Sums;
        double met = CoxKernel.HazardMet(rows, sums, i), risk = fit.Risk[i];
        for (int c = 0; c < p; c++)
        {
            double x = columns.ByRow[(i * p) + c], mean = sums.CumulativeMean[(upTo * p) + c] - sums.CumulativeMean[(from * p) + c];
            double own = 0;
            if (rows.Died[i])
            {
                mean -= sums.MeanForDead[((upTo - 1) * p) + c];
                own = rows.Weight[i] * (x - sums.MeanAtTie[((upTo - 1) * p) + c]);
            }
            residual[c] = own - (risk * ((x * met) - mean));
        }
    }
}
