namespace Shiremoot.Evidence.Policies;

/// <summary>
/// The covariance of coefficients of one series, or of two together, from the scores of periods: B (Γ₀ + Σₗ (1 − l / (L + 1)) (Γₗ + Γₗ′)) B with B the inverse
/// information and Γₗ the sum of products of scores l periods apart (W. K. Newey and K. D. West, 1987), times n / (n − k). Two series' scores of one
/// period stand side by side, so that what moves both is told apart from what moves one.
/// </summary>
static class SerialErrors
{
    public static double[] NeweyWest(IReadOnlyList<SegmentFit> fits, int lag)
    {
        int span = fits[0].Scores.Length, width = fits.Sum(f => f.Coefficients.Length), starts = 0;
        double[][] influence = [.. Enumerable.Range(0, span).Select(_ => new double[width])];
        foreach (SegmentFit fit in fits)
        {
            int own = fit.Coefficients.Length, n = own + fit.Degrees;
            double small = Math.Sqrt((double)n / fit.Degrees);
            for (int t = 0; t < span; t++)
                if (fit.Scores[t] is { } score)
                    for (int a = 0; a < own; a++)
                        for (int b = 0; b < own; b++) influence[t][starts + a] += small * fit.Bread[(a * own) + b] * score[b];
            starts += own;
        }
        double[] covariance = new double[width * width];
        for (int l = 0; l <= lag; l++)
        {
            double weight = 1 - (l / (lag + 1.0));
            for (int t = l; t < span; t++)
                for (int a = 0; a < width; a++)
                    for (int b = 0; b < width; b++)
                    {
                        double product = influence[t][a] * influence[t - l][b];
                        covariance[(a * width) + b] += weight * (l == 0 ? product : product + (influence[t - l][a] * influence[t][b]));
                    }
        }
        return covariance;
    }

    /// <summary>By the models: what is left over of the series is taken for independent, in time and of each other.</summary>
    public static double[] OfModels(IReadOnlyList<SegmentFit> fits)
    {
        int width = fits.Sum(f => f.Coefficients.Length), starts = 0;
        double[] covariance = new double[width * width];
        foreach (SegmentFit fit in fits)
        {
            int own = fit.Coefficients.Length;
            for (int a = 0; a < own; a++)
                for (int b = 0; b < own; b++) covariance[((starts + a) * width) + starts + b] = fit.Spread * fit.Bread[(a * own) + b];
            starts += own;
        }
        return covariance;
    }

    /// <summary>How what is left over goes with that of the period before.</summary>
    public static double Autocorrelation(double[] left)
    {
        double products = 0, squares = 0;
        for (int t = 0; t < left.Length; t++)
        {
            if (double.IsNaN(left[t])) continue;
            squares += left[t] * left[t];
            if (t > 0 && !double.IsNaN(left[t - 1])) products += left[t] * left[t - 1];
        }
        return products / squares;
    }
}
