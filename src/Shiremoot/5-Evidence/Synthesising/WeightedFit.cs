using Shiremoot.Picture;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>
/// Effects on their design, given the variances between and within clusters: V = diag(v + within) + between · (ones within each cluster), inverted in closed
/// form cluster by cluster. Gives what every method needs: coefficients, weighted squares, the restricted likelihood and its slopes.
/// </summary>
sealed class WeightedFit
{
    private readonly FitColumns columns;
    private readonly double[] inverse;

    private WeightedFit(FitColumns columns, Cholesky factor, double[] coefficients)
    {
        (this.columns, Coefficients) = (columns, coefficients);
        inverse = factor.Inverse();
    }

    public double[] Coefficients { get; }

    /// <summary>Of the coefficients, by rows.</summary>
    public double[] Covariance => inverse;

    public double[] Residuals { get; private set; } = [];

    /// <summary>The inverse of V times the residuals.</summary>
    public double[] Pulls { get; private set; } = [];

    /// <summary>Residuals in V: generalised Q.</summary>
    public double Squares { get; private set; }

    /// <summary>The restricted log-likelihood, with its constant.</summary>
    public double Likelihood { get; private set; }

    /// <summary>How the likelihood rises with the variance between clusters, and within.</summary>
    public double SlopeBetween { get; private set; }

    public double SlopeWithin { get; private set; }

    /// <summary>The trace of P = V⁻¹ − V⁻¹X(X′V⁻¹X)⁻¹X′V⁻¹.</summary>
    public double TraceOfP { get; private set; }

    /// <summary>Of each row, its row sum of V⁻¹: what it weighs in the average.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>Fits; null if a column of the design follows from those before it, which is then named by its place.</summary>
    public static WeightedFit? Try(FitColumns columns, double between, double within, out int follows)
    {
        int p = columns.Width;
        double[][] solved = [.. columns.Design.Select(x => Solve(columns, x, between, within))];
        double[] square = new double[p * p], right = new double[p];
        for (int a = 0; a < p; a++)
        {
            for (int b = 0; b <= a; b++) square[(a * p) + b] = square[(b * p) + a] = Dot(solved[a], columns.Design[b]);
            right[a] = Dot(solved[a], columns.Effects);
        }
        if (!Cholesky.Try(square, p, out Cholesky? factor, out follows, 1e-11)) return null;
        WeightedFit fit = new(columns, factor, factor.Solve(right));
        fit.Finish(solved, factor, between, within);
        return fit;
    }

    /// <summary>As <see cref="Try"/>, of a design known to be whole.</summary>
    public static WeightedFit At(FitColumns columns, double between, double within) =>
        Try(columns, between, within, out int follows) ?? throw new InvalidOperationException($"Column {follows} of the design follows from those before it.");

    private void Finish(double[][] solved, Cholesky factor, double between, double within)
    {
        int n = columns.Rows, p = columns.Width;
        Weights = solved[0];
        Residuals = [.. columns.Effects];
        for (int a = 0; a < p; a++)
            for (int r = 0; r < n; r++) Residuals[r] -= columns.Design[a][r] * Coefficients[a];
        Pulls = Solve(columns, Residuals, between, within);
        Squares = Dot(Pulls, Residuals);
        double log = 0, traceWithin = 0, traceBetween = 0, pullWithin = 0, pullBetween = 0;
        double[] sums = new double[p];
        foreach (int[] rows in columns.Clusters)
        {
            double weight = 0, weightSquared = 0, pull = 0;
            foreach (int r in rows)
            {
                double w = 1 / (columns.Variances[r] + within);
                log -= Math.Log(w);
                weight += w;
                weightSquared += w * w;
                pull += Pulls[r];
                pullWithin += Pulls[r] * Pulls[r];
            }
            double shrink = between / (1 + (between * weight));
            log += Math.Log(1 + (between * weight));
            traceWithin += weight - (shrink * weightSquared);
            traceBetween += weight - (shrink * weight * weight);
            pullBetween += pull * pull;
            for (int a = 0; a < p; a++)
            {
                sums[a] = 0;
                foreach (int r in rows) sums[a] += solved[a][r];
            }
            traceBetween -= Quadratic(sums);
        }
        for (int a = 0; a < p; a++)
            for (int b = 0; b < p; b++) traceWithin -= inverse[(a * p) + b] * Dot(solved[a], solved[b]);
        TraceOfP = traceWithin;
        (SlopeWithin, SlopeBetween) = (-0.5 * (traceWithin - pullWithin), -0.5 * (traceBetween - pullBetween));
        Likelihood = -0.5 * ((columns.Degrees * Math.Log(2 * Math.PI)) + log + factor.LogDeterminant() + Squares - LogDesign());
    }

    private double LogDesign()
    {
        int p = columns.Width;
        double[] square = new double[p * p];
        for (int a = 0; a < p; a++)
            for (int b = 0; b <= a; b++) square[(a * p) + b] = Dot(columns.Design[a], columns.Design[b]);
        return Cholesky.Try(square, p, out Cholesky? factor, out _, 1e-14) ? factor.LogDeterminant() : 0;
    }

    private double Quadratic(double[] value)
    {
        double sum = 0;
        for (int a = 0; a < value.Length; a++)
            for (int b = 0; b < value.Length; b++) sum += value[a] * inverse[(a * value.Length) + b] * value[b];
        return sum;
    }

    // The inverse of V times a column, by the identity of Sherman and Morrison (1950) in each cluster.
    private static double[] Solve(FitColumns columns, double[] column, double between, double within)
    {
        double[] solved = new double[column.Length];
        foreach (int[] rows in columns.Clusters)
        {
            double weight = 0, sum = 0;
            foreach (int r in rows)
            {
                double w = 1 / (columns.Variances[r] + within);
                weight += w;
                sum += w * column[r];
            }
            double taken = between * sum / (1 + (between * weight));
            foreach (int r in rows) solved[r] = (column[r] - taken) / (columns.Variances[r] + within);
        }
        return solved;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int r = 0; r < a.Length; r++) sum += a[r] * b[r];
        return sum;
    }
}
