namespace Shiremoot.Evidence.Synthesising;

/// <summary>The covariance of coefficients that is right though effects of one cluster go together (Hedges, Tipton and Johnson, 2010), times clusters / (clusters − coefficients).</summary>
static class ClusterErrors
{
    /// <param name="fit">Fitted with no variance between clusters.</param>
    /// <param name="columns">With their clusters.</param>
    /// <param name="within">The variance between studies the fit was made with.</param>
    public static double[] Covariance(WeightedFit fit, FitColumns columns, double within)
    {
        int p = columns.Width, clusters = columns.Clusters.Length;
        double[] middle = new double[p * p], sum = new double[p];
        foreach (int[] rows in columns.Clusters)
        {
            Array.Clear(sum);
            foreach (int r in rows)
                for (int a = 0; a < p; a++) sum[a] += columns.Design[a][r] * fit.Residuals[r] / (columns.Variances[r] + within);
            for (int a = 0; a < p; a++)
                for (int b = 0; b < p; b++) middle[(a * p) + b] += sum[a] * sum[b];
        }
        double[] whole = Times(Times(fit.Covariance, middle, p), fit.Covariance, p);
        return [.. whole.Select(v => v * clusters / (clusters - p))];
    }

    private static double[] Times(double[] left, double[] right, int p)
    {
        double[] product = new double[p * p];
        for (int a = 0; a < p; a++)
            for (int b = 0; b < p; b++)
                for (int c = 0; c < p; c++) product[(a * p) + b] += left[(a * p) + c] * right[(c * p) + b];
        return product;
    }
}
