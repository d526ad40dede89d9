using Shiremoot.Picture;

namespace Shiremoot.Evidence.Estimating;

/// <summary>The outcome of one kind of rows, regressed on the covariates by weighted least squares. A covariate that adds nothing among them is left out.</summary>
sealed class ArmFit
{
    private readonly int[] kept;
    private readonly Cholesky factor;
    private readonly double[] effects;
    private readonly StandardColumns columns;

    private ArmFit(StandardColumns columns, int[] kept, Cholesky factor, double[] effects, int rows) => (this.columns, this.kept, this.factor, this.effects, Rows) = (columns, kept, factor, effects, rows);

    /// <summary>Rows that take part.</summary>
    public int Rows { get; }

    /// <summary>The intercept and covariates kept.</summary>
    public int Size => kept.Length;

    /// <summary>The size of the whole design, whose places <see cref="Design"/> and <see cref="Pull"/> speak of.</summary>
    private int Whole => columns.Count + 1;

    public static ArmFit Of(bool[] treated, bool those, double[] weight, double[] outcome, StandardColumns columns)
    {
        int size = columns.Count + 1, rows = 0;
        double[] matrix = new double[size * size], right = new double[size], line = new double[size];
        for (int r = 0; r < treated.Length; r++)
        {
            if (treated[r] != those || weight[r] == 0) continue;
            rows++;
            Design(columns, r, line);
            for (int a = 0; a < size; a++)
            {
                double part = weight[r] * line[a];
                right[a] += part * outcome[r];
                for (int b = 0; b <= a; b++) matrix[(a * size) + b] += part * line[b];
            }
        }
        List<int> kept = [.. Enumerable.Range(0, size)];
        for (; ; )
        {
            int[] own = [.. kept];
            double[] some = new double[own.Length * own.Length];
            for (int a = 0; a < own.Length; a++)
                for (int b = 0; b <= a; b++) some[(a * own.Length) + b] = matrix[(own[a] * size) + own[b]];
            if (Cholesky.Try(some, own.Length, out Cholesky? factor, out int fault)) return new(columns, own, factor, factor.Solve([.. own.Select(a => right[a])]), rows);
            kept.RemoveAt(Math.Max(fault, 1));
        }
    }

    /// <summary>1 and the covariates of a row.</summary>
    public static void Design(StandardColumns columns, int row, Span<double> into)
    {
        into[0] = 1;
        columns.ByRow.AsSpan(row * columns.Count, columns.Count).CopyTo(into[1..]);
    }

    /// <summary>What the regression foretells of a design.</summary>
    public double At(ReadOnlySpan<double> design)
    {
        double sum = 0;
        for (int k = 0; k < kept.Length; k++) sum += effects[k] * design[kept[k]];
        return sum;
    }

    /// <summary>inverse(matrix) · the mean design, in the places of the whole design: how the mean foretold moves with each row's pull.</summary>
    public double[] Pull(ReadOnlySpan<double> meanDesign)
    {
        double[] some = new double[kept.Length], whole = new double[Whole];
        for (int k = 0; k < kept.Length; k++) some[k] = meanDesign[kept[k]];
        double[] solved = factor.Solve(some);
        for (int k = 0; k < kept.Length; k++) whole[kept[k]] = solved[k];
        return whole;
    }
}
