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

    /// <summary>Of the rows named, in their order; refused if a value is not known or a column is constant.</summary>
    public static Outcome<StandardColumns> Of(ModelColumns columns, ReadOnlySpan<int> rows)
    {
        if (columns.Count == 0) return RegressionRefusals.NoColumns();
        for (int c = 0; c < columns.Count; c++)
            if (Array.FindIndex(columns.Values[c], v => !double.IsFinite(v)) is >= 0 and var row) return RegressionRefusals.NotFinite(columns.Names[c], row);
        StandardColumns made = Made(columns, rows);
        return Array.IndexOf(made.Spread, 0) is >= 0 and var constant ? RegressionRefusals.Constant(columns.Names[constant]) : made;
    }

    /// <summary>Of the rows named; a column that is constant among them stays, as noughts with a spread of 0.</summary>
    public static StandardColumns Made(ModelColumns columns, ReadOnlySpan<int> rows)
    {
        int p = columns.Count, n = rows.Length;
        double[] byRow = new double[n * p], mean = new double[p], spread = new double[p];
        for (int c = 0; c < p; c++)
        {
            double[] values = columns.Values[c];
            double sum = 0, squares = 0;
            foreach (int row in rows) sum += values[row];
            double middle = mean[c] = sum / n;
            foreach (int row in rows) squares += (values[row] - middle) * (values[row] - middle);
            double unit = Math.Sqrt(squares / n);
            if (unit <= 1e-12 * Math.Abs(middle)) unit = 0;
            spread[c] = unit;
            for (int r = 0; r < n; r++) byRow[(r * p) + c] = unit == 0 ? 0 : (values[rows[r]] - middle) / unit;
        }
        return new StandardColumns(columns.Names, byRow, mean, spread);
    }

    /// <summary>Why columns whose matrix has no factor cannot be told apart.</summary>
    public Refusal Fault(ReadOnlySpan<double> matrix, int column) => Dependence.Of(matrix, Names, column);

    /// <summary>No column of the same rows.</summary>
    public StandardColumns None() => new([], [], [], []);

    /// <summary>A covariance of effects per standard deviation, as one of effects per unit.</summary>
    public double[] PerUnit(double[] covariance)
    {
        double[] scaled = new double[Count * Count];
        for (int a = 0; a < Count; a++)
            for (int b = 0; b < Count; b++) scaled[(a * Count) + b] = covariance[(a * Count) + b] / (Spread[a] * Spread[b]);
        return scaled;
    }
}
