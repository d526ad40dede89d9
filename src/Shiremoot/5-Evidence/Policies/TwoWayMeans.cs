using Shiremoot.Picture;

namespace Shiremoot.Evidence.Policies;

/// <summary>A unit in a period that has a figure. Weights are taken about their mean.</summary>
readonly record struct PanelCell(int Unit, int Period, double Weight);

/// <summary>Takes the means of units and of periods out of columns over the cells of a panel, exactly, also where cells are missing or weighted.</summary>
sealed class TwoWayMeans
{
    /// <summary>What rounding alone leaves of a column that units and periods explain; weights are about 1.</summary>
    public const double Nothing = 1e-9;

    private readonly int units;
    private readonly double[] ofUnit;
    private readonly List<double[]> periodColumns;
    private readonly Cholesky factor;

    private TwoWayMeans(PanelRows panel, List<PanelCell> cells, double[] outcome)
    {
        (Cells, Outcome, units) = (cells, outcome, panel.Units.Count);
        ofUnit = new double[units];
        foreach (PanelCell c in cells) ofUnit[c.Unit] += c.Weight;
        List<double[]> columns = [.. cells.Select(c => c.Period).Distinct().Order().Skip(1).Select(p => WithoutUnits([.. cells.Select(c => c.Period == p ? 1.0 : 0)]))];
        Cholesky? made;
        // A period that shares no unit with the others follows from the units, and has nothing of its own to take out.
        while (!Cholesky.Try(Products(columns), columns.Count, out made, out int fault)) columns.RemoveAt(fault);
        (periodColumns, factor) = (columns, made);
    }

    public IReadOnlyList<PanelCell> Cells { get; }

    public double[] Outcome { get; }

    public static TwoWayMeans Of(PanelRows panel)
    {
        List<PanelCell> cells = [];
        List<double> outcome = [];
        double mean = Enumerable.Range(0, panel.Units.Count).Average(panel.WeightOf);
        for (int u = 0; u < panel.Units.Count; u++)
            for (int p = 0; p < panel.Periods.Count; p++)
            {
                if (double.IsNaN(panel.At(u, p))) continue;
                cells.Add(new(u, p, panel.WeightOf(u) / mean));
                outcome.Add(panel.At(u, p));
            }
        return new(panel, cells, [.. outcome]);
    }

    /// <summary>What is left of a column.</summary>
    public double[] Without(double[] column)
    {
        double[] left = WithoutUnits(column), right = [.. periodColumns.Select(p => Sum(p, left))], share = factor.Solve(right);
        for (int a = 0; a < share.Length; a++)
            for (int c = 0; c < left.Length; c++) left[c] -= share[a] * periodColumns[a][c];
        return left;
    }

    /// <summary>Of each unit, the products of its cells of a column with each period.</summary>
    public double[][] ByUnit(double[] column, int units)
    {
        double[][] sums = [.. Enumerable.Range(0, units).Select(_ => new double[periodColumns.Count])];
        for (int p = 0; p < periodColumns.Count; p++)
            for (int c = 0; c < column.Length; c++) sums[Cells[c].Unit][p] += Cells[c].Weight * periodColumns[p][c] * column[c];
        return sums;
    }

    /// <summary>Products with periods as the shares of periods that explain them.</summary>
    public double[] Solve(double[] products) => factor.Solve(products);

    /// <summary>What is left of a column when the means of units are taken out.</summary>
    public double[] WithoutUnits(double[] column)
    {
        double[] mean = new double[units], left = new double[column.Length];
        for (int c = 0; c < column.Length; c++) mean[Cells[c].Unit] += Cells[c].Weight * column[c];
        for (int c = 0; c < column.Length; c++) left[c] = column[c] - (mean[Cells[c].Unit] / ofUnit[Cells[c].Unit]);
        return left;
    }

    private double[] Products(List<double[]> columns)
    {
        int width = columns.Count;
        double[] square = new double[width * width];
        for (int a = 0; a < width; a++)
            for (int b = 0; b <= a; b++) square[(a * width) + b] = square[(b * width) + a] = Sum(columns[a], columns[b]);
        return square;
    }

    /// <summary>The weighted sum of products over cells.</summary>
    public double Sum(double[] a, double[] b)
    {
        double sum = 0;
        for (int c = 0; c < a.Length; c++) sum += Cells[c].Weight * a[c] * b[c];
        return sum;
    }
}
