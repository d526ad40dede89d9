using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Covariates by rows, each less its mean and in units of its standard deviation, so that no model depends on the units chosen.</summary>
sealed class StandardColumns
{
    private StandardColumns(IReadOnlyList<string> names, double[] byRow, double[] mean, double[] spread) => (Names, ByRow, Mean, Spread) = (names, byRow, mean, spread);

    public IReadOnlyList<string> Names { get; }

    public int Count => Mean.Length;

    /// <summary>Rows one after another, each of <see cref="Count"/> values.</summary>
    public double[] ByRow { get; }

    public double[] Mean { get; }

    public double[] Spread { get; }

    /// <summary>Of columns, their rows put in an order; refused if a value is not known or a column is constant.</summary>
    public static Outcome<StandardColumns> Of(ModelColumns columns, ReadOnlySpan<int> order)
    {
        int p = columns.Count, n = order.Length;
        if (p == 0) return RegressionRefusals.NoColumns();
        if (columns.Values.Any(v => v.Length != n)) throw new ArgumentException("Covariates and outcomes differ in length.", nameof(columns));
        double[] byRow = new double[n * p], mean = new double[p], spread = new double[p];
        for (int c = 0; c < p; c++)
        {
            double[] values = columns.Values[c];
            double sum = 0, squares = 0;
            for (int r = 0; r < n; r++)
            {
                if (!double.IsFinite(values[r])) return RegressionRefusals.NotFinite(columns.Names[c], r);
                sum += values[r];
            }
            double middle = mean[c] = sum / n;
            foreach (double value in values) squares += (value - middle) * (value - middle);
            double unit = spread[c] = Math.Sqrt(squares / n);
            if (!(unit > 1e-12 * Math.Abs(middle)) || unit == 0) return RegressionRefusals.Constant(columns.Names[c]);
            for (int r = 0; r < n; r++) byRow[(r * p) + c] = (values[order[r]] - middle) / unit;
        }
        return new StandardColumns(columns.Names, byRow, mean, spread);
    }

    /// <summary>Why columns whose matrix has no factor cannot be told apart.</summary>
    public Refusal Fault(ReadOnlySpan<double> matrix, int column) => Dependence.Of(matrix, Names, column);

    /// <summary>A covariance of effects per standard deviation, as one of effects per unit.</summary>
    public double[] PerUnit(double[] covariance)
    {
        double[] scaled = new double[Count * Count];
        for (int a = 0; a < Count; a++)
            for (int b = 0; b < Count; b++) scaled[(a * Count) + b] = covariance[(a * Count) + b] / (Spread[a] * Spread[b]);
        return scaled;
    }
}
