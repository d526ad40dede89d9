namespace Shiremoot.Picture.Regressing;

/// <summary>
/// Effects along a row of penalties by coordinate descent on the likelihood's quadratic, drawn anew until it no longer moves
/// (J. Friedman, T. Hastie and R. Tibshirani, 2010). The quadratic is held as its matrix, so that a sweep does not depend on the number of rows.
/// </summary>
static class PenaltyPath
{
    private const int MostQuadratics = 100, MostSweeps = 10_000;
    private const double Still = 1e-7;

    /// <summary>The least penalty that leaves every effect out.</summary>
    public static double Strongest(OutcomeRows rows, double mix, int threads)
    {
        double[] none = new double[rows.Size];
        none[0] = Level(rows);
        RegressionSums sums = RegressionKernel.Of(rows, none, false, threads);
        double most = 0;
        for (int c = 1; c < none.Length; c++) most = Math.Max(most, Math.Abs(sums.Score[c]));
        return most / rows.Rows / Math.Max(mix, 0.001);
    }

    /// <summary>For each penalty the intercept and effects per standard deviation.</summary>
    public static double[][] Of(OutcomeRows rows, double[] weights, double mix, int threads)
    {
        double[][] path = new double[weights.Length][];
        double[] at = new double[rows.Size];
        at[0] = Level(rows);
        for (int k = 0; k < weights.Length; k++)
        {
            for (int round = 0; round < MostQuadratics; round++)
                if (Sweep(RegressionKernel.Of(rows, at, false, threads), at, rows.Rows, weights[k], mix) < Still) break;
            path[k] = [.. at];
        }
        return path;
    }

    private static double Level(OutcomeRows rows)
    {
        double share = rows.Outcome.Sum() / rows.Rows;
        return Math.Log(share / (1 - share));
    }

    // Minimises the quadratic about where we stand plus the penalty, in place; returns how far it went.
    private static double Sweep(RegressionSums sums, double[] at, int rows, double weight, double mix)
    {
        int size = at.Length;
        double[] from = [.. at], slope = [.. sums.Score], curve = sums.Information;
        for (int a = 0; a < size; a++)
        {
            slope[a] /= rows;
            for (int b = 0; b <= a; b++) curve[(b * size) + a] = curve[(a * size) + b] /= rows;
        }
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            double moved = 0;
            for (int c = 0; c < size; c++)
            {
                double own = curve[(c * size) + c];
                if (own == 0) continue;
                double pull = slope[c] + (own * at[c]), next = c == 0 ? pull / own : Shrunk(pull, weight * mix) / (own + (weight * (1 - mix))), step = next - at[c];
                if (step == 0) continue;
                at[c] = next;
                for (int b = 0; b < size; b++) slope[b] -= step * curve[(b * size) + c];
                moved = Math.Max(moved, Math.Abs(step));
            }
            if (moved < Still / 100) break;
        }
        double furthest = 0;
        for (int c = 0; c < size; c++) furthest = Math.Max(furthest, Math.Abs(at[c] - from[c]));
        return furthest;
    }

    private static double Shrunk(double value, double by) => value > by ? value - by : value < -by ? value + by : 0;
}
