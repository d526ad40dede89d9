namespace Shiremoot.Evidence.Synthesising;

/// <summary>What a model of effects is fitted to, as columns: effects, variances, the design with its intercept first, and rows by cluster.</summary>
sealed class FitColumns
{
    private FitColumns(double[] effects, double[] variances, double[][] design, int[][] clusters) => (Effects, Variances, Design, Clusters) = (effects, variances, design, clusters);

    public double[] Effects { get; }

    public double[] Variances { get; }

    /// <summary>A column each; the first is ones.</summary>
    public double[][] Design { get; }

    /// <summary>The rows of each cluster; one cluster a row where there are none.</summary>
    public int[][] Clusters { get; }

    public int Rows => Effects.Length;

    public int Width => Design.Length;

    /// <summary>Rows beyond what the design takes up.</summary>
    public int Degrees => Rows - Width;

    /// <summary>The size that a variance of effects may be of.</summary>
    public double Scale
    {
        get
        {
            double mean = Effects.Average(), spread = 0;
            foreach (double effect in Effects) spread += (effect - mean) * (effect - mean);
            return (spread / Rows) + Variances.Average();
        }
    }

    public static FitColumns Of(double[] effects, double[] variances, double[][]? moderators = null, int[]? cluster = null)
    {
        double[] ones = new double[effects.Length];
        Array.Fill(ones, 1);
        int[][] rows = cluster is null ? [.. Enumerable.Range(0, effects.Length).Select(r => (int[])[r])] : [.. Enumerable.Range(0, effects.Length).GroupBy(r => cluster[r]).OrderBy(g => g.Key).Select(g => (int[])[.. g])];
        return new(effects, variances, [ones, .. moderators ?? []], rows);
    }

    /// <summary>With one more column in the design.</summary>
    public FitColumns With(double[] column) => new(Effects, Variances, [.. Design, column], Clusters);

    /// <summary>With the intercept alone.</summary>
    public FitColumns Plain() => new(Effects, Variances, [Design[0]], Clusters);
}
