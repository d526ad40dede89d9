using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>One series fitted: coefficients, the inverse of its information, and each period's score.</summary>
sealed class SegmentFit
{
    private SegmentFit(double[] coefficients, double[] bread, double[]?[] scores, double[] left, double squares, int rows)
    {
        (Coefficients, Bread, Scores, Left) = (coefficients, bread, scores, left);
        (Degrees, Spread) = (rows - coefficients.Length, squares / (rows - coefficients.Length));
    }

    public double[] Coefficients { get; }

    public double[] Bread { get; }

    /// <summary>By place in time; null where there is no figure.</summary>
    public double[]?[] Scores { get; }

    /// <summary>What is left over, by place in time, in its own spread where counts are fitted; NaN where there is no figure.</summary>
    public double[] Left { get; }

    public int Degrees { get; }

    /// <summary>The variance left over; of counts, over that of Poisson counts.</summary>
    public double Spread { get; }

    public static Outcome<SegmentFit> Of(InterruptedRows rows, double[] value, double[]? exposure, InterruptedQuestion q)
    {
        int[] kept = [.. Enumerable.Range(0, value.Length).Where(r => !double.IsNaN(value[r]) && (exposure is null || !double.IsNaN(exposure[r])))];
        int width = Segments.Width(q.Season), before = kept.Count(r => rows.At[r] < rows.From);
        if (before < 3 || kept.Length - before < 3 || kept.Length <= width) return PolicyRefusals.FewPeriods(rows.File, before, kept.Length - before, width);
        double[] known = [.. kept.Select(r => value[r])];
        if (known.Max() - known.Min() <= 1e-12 * known.Max(Math.Abs)) return PolicyRefusals.OneOutcome(rows.File);
        double[][] design = [.. kept.Select(r => Segments.Row(rows.At[r], rows.From, rows.Season.Length > 0 ? rows.Season[r] : 0, q.Season))];
        ModelColumns columns = new(Segments.Names(q.Season), [.. Enumerable.Range(1, width - 1).Select(c => design.Select(d => d[c]).ToArray())]);
        double[]? among = exposure is null ? null : [.. kept.Select(r => exposure[r])];
        if (Fitted(known, among, columns, q.IsCount).Refused(out Refusal? why, out double[]? coefficients)) return why;
        return Made(rows, kept, known, among, design, coefficients, q.IsCount);
    }

    /// <summary>The line on a row: the mean, or of counts its logarithm for an exposure of 1.</summary>
    public double Line(ReadOnlySpan<double> row)
    {
        double sum = 0;
        for (int c = 0; c < row.Length; c++) sum += row[c] * Coefficients[c];
        return sum;
    }

    private static Outcome<double[]> Fitted(double[] value, double[]? among, ModelColumns columns, bool isCount) => isCount
        ? Poisson.Fit(value, among, columns).Then<double[]>(m => (double[])[m.Intercept.Value, .. m.Coefficients.Select(c => c.Value)])
        : Linear.Fit(value, columns).Then<double[]>(m => (double[])[m.Intercept.Value, .. m.Coefficients.Select(c => c.Value)]);

    private static Outcome<SegmentFit> Made(InterruptedRows rows, int[] kept, double[] value, double[]? among, double[][] design, double[] coefficients, bool isCount)
    {
        int width = coefficients.Length, span = rows.At[^1] - rows.At[0] + 1;
        double[] information = new double[width * width], left = new double[span];
        double[]?[] scores = new double[span][];
        Array.Fill(left, double.NaN);
        double squares = 0, size = 0;
        for (int k = 0; k < kept.Length; k++)
        {
            double line = 0;
            for (int c = 0; c < width; c++) line += design[k][c] * coefficients[c];
            double mean = isCount ? Math.Exp(line) * (among?[k] ?? 1) : line, weight = isCount ? mean : 1, off = value[k] - mean;
            int place = rows.At[kept[k]] - rows.At[0];
            (left[place], scores[place]) = (off / Math.Sqrt(weight), [.. design[k].Select(x => x * off)]);
            squares += off * off / weight;
            size = Math.Max(size, Math.Abs(value[k]));
            for (int a = 0; a < width; a++)
                for (int b = 0; b < width; b++) information[(a * width) + b] += weight * design[k][a] * design[k][b];
        }
        if (!(squares > 1e-18 * size * size) || !Cholesky.Try(information, width, out Cholesky? factor, out _, 1e-12)) return PolicyRefusals.NoError(rows.File);
        return new SegmentFit(coefficients, factor.Inverse(), scores, left, squares, kept.Length);
    }
}
