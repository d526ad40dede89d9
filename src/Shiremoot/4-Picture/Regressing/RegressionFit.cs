using Shiremoot.Terms;

namespace Shiremoot.Picture.Regressing;

/// <summary>Fits a regression and tells it per unit of each covariate.</summary>
static class RegressionFit
{
    public static Outcome<RegressionModel> Of(OutcomeRows rows, RegressionOptions options)
    {
        RegressionClimb climb = new(rows, options.Firth, options.Threads);
        if (climb.ToTop() is { } why) return why;
        double[] top = climb.Effects, information = climb.Sums.Information;
        double height = climb.Sums.LogLikelihood;
        if (!Cholesky.Try(information, rows.Size, out Cholesky? factor, out int fault)) return Dependence.Of(information, [.. Enumerable.Range(0, rows.Size).Select(rows.NameOf)], fault);
        double[] covariance = factor.Inverse();
        if (options.Cluster is { } cluster) covariance = Robust(rows, top, covariance, cluster);

        Coefficient[] effects = new Coefficient[rows.Columns.Count];
        for (int c = 0; c < effects.Length; c++)
        {
            double spread = rows.Columns.Spread[c], error = Math.Sqrt(covariance[((c + 1) * rows.Size) + c + 1]);
            effects[c] = Coefficient.Wald(rows.Columns.Names[c], top[c + 1] / spread, error / spread, spread, options.Confidence);
            if (!options.Profile) continue;
            (double lower, double upper) = ProfileLimits.Of(climb, top, height, c + 1, error, Tails.Z(options.Confidence));
            effects[c] = effects[c] with { Lower = lower / spread, Upper = upper / spread };
        }
        (double level, double[] perUnit) = PerUnit(rows.Columns, top, covariance);
        double events = 0;
        for (int r = 0; r < rows.Rows; r++) events += rows.WeightOf(r) * rows.Outcome[r];
        string intervals = options.Profile ? options.Firth ? "profile of Firth's likelihood" : "profile of the likelihood" : options.Cluster is null ? "by standard errors" : "by robust standard errors";
        return new RegressionModel(
            Coefficient.Wald("intercept", level, Math.Sqrt(perUnit[0]), 1, options.Confidence), effects, perUnit, climb.LogLikelihoodOfNone, height, rows.Rows, events, intervals);
    }

    // inverse information · sum over clusters of (sum of their slopes)(same)' · inverse information.
    private static double[] Robust(OutcomeRows rows, double[] effects, double[] covariance, int[] cluster)
    {
        int size = rows.Size, p = size - 1;
        double[] slope = new double[(cluster.Max() + 1) * size], robust = new double[size * size], pull = new double[size];
        for (int r = 0; r < rows.Rows; r++)
        {
            double off = rows.WeightOf(r) * (rows.Outcome[r] - RegressionKernel.Expected(rows.Family, RegressionKernel.Predictor(rows, effects, r)).Mean);
            int into = cluster[r] * size;
            slope[into] += off;
            for (int c = 0; c < p; c++) slope[into + c + 1] += off * rows.Columns.ByRow[(r * p) + c];
        }
        for (int g = 0; g < slope.Length; g += size)
        {
            for (int a = 0; a < size; a++)
            {
                pull[a] = 0;
                for (int b = 0; b < size; b++) pull[a] += covariance[(a * size) + b] * slope[g + b];
            }
            for (int a = 0; a < size; a++)
                for (int b = 0; b < size; b++) robust[(a * size) + b] += pull[a] * pull[b];
        }
        return robust;
    }

    /// <summary>The intercept where covariates are 0 instead of at their means, and the covariance of all per unit.</summary>
    private static (double Level, double[] Covariance) PerUnit(StandardColumns columns, double[] effects, double[] covariance)
    {
        int p = columns.Count, size = p + 1;
        double level = effects[0];
        double[] turn = new double[size * size], half = new double[size * size], turned = new double[size * size];
        turn[0] = 1;
        for (int c = 0; c < p; c++)
        {
            level -= effects[c + 1] * columns.Mean[c] / columns.Spread[c];
            turn[c + 1] = -columns.Mean[c] / columns.Spread[c];
            turn[((c + 1) * size) + c + 1] = 1 / columns.Spread[c];
        }
        for (int a = 0; a < size; a++)
            for (int b = 0; b < size; b++)
                for (int k = 0; k < size; k++) half[(a * size) + b] += turn[(a * size) + k] * covariance[(k * size) + b];
        for (int a = 0; a < size; a++)
            for (int b = 0; b < size; b++)
                for (int k = 0; k < size; k++) turned[(a * size) + b] += half[(a * size) + k] * turn[(b * size) + k];
        return (level, turned);
    }
}
