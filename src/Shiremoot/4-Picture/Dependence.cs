using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Says of what other columns a column is made, from the matrix of their sums of products.</summary>
static class Dependence
{
    public static Refusal Of(ReadOnlySpan<double> matrix, IReadOnlyList<string> names, int column)
    {
        int p = names.Count;
        double own = matrix[(column * p) + column], most = 0;
        for (int c = 0; c < p; c++) most = Math.Max(most, matrix[(c * p) + c]);
        if (column == 0 || !(own > 1e-10 * most)) return RegressionRefusals.Constant(names[column]);
        double[] before = new double[column * column], with = new double[column];
        for (int a = 0; a < column; a++)
        {
            for (int b = 0; b <= a; b++) before[(a * column) + b] = matrix[(a * p) + b];
            with[a] = matrix[(column * p) + a];
        }
        if (!Cholesky.Try(before, column, out Cholesky? factor, out _)) return RegressionRefusals.Collinear(names[column], ["the columns before it"]);
        double[] share = factor.Solve(with);
        List<string> makers = [];
        for (int a = 0; a < column; a++)
            if (Math.Abs(share[a]) * Math.Sqrt(matrix[(a * p) + a] / own) > 1e-4) makers.Add($"'{names[a]}'");
        return RegressionRefusals.Collinear(names[column], makers);
    }
}
