using System.Numerics;

namespace Shiremoot.Picture.Surviving;

/// <summary>
/// The sums behind the partial likelihood. Those at risk are added up once from the last time to the first; the curvature's sum over rows and ties
/// is one product of the covariates weighed by the hazard each row has met, so that a round costs n p² once and not at each tie.
/// </summary>
static class CoxKernel
{
    /// <param name="rows">In order.</param>
    /// <param name="x">Their covariates, row after row.</param>
    /// <param name="risk">Each row's weight times its ratio of hazards, to any one scale.</param>
    /// <param name="ties">How events at one time are reckoned with.</param>
    /// <param name="sums">Filled, but for what rows add to the curvature.</param>
    /// <param name="times">How many times what comes at each tie is taken; empty for once.</param>
    /// <returns>The sum of logs to be taken from the events' own.</returns>
    public static double AtTies(CoxRows rows, ReadOnlySpan<double> x, ReadOnlySpan<double> risk, Ties ties, CoxSums sums, ReadOnlySpan<double> times = default)
    {
        int p = sums.Score.Length;
        double logs = 0;
        Span<double> s1 = new double[p], d1 = new double[p];
        for (int s = rows.FirstRow.Length - 2; s >= 0; s--)
        {
            double s0 = 0;
            s1.Clear();
            int row = rows.FirstRow[s + 1] - 1, entered = rows.ByEntry.Length > 0 ? row : -1;
            for (int k = rows.FirstTie[s + 1] - 1; k >= rows.FirstTie[s]; k--)
            {
                for (; row >= rows.Start[k]; row--)
                {
                    s0 += risk[row];
                    Add(s1, x.Slice(row * p, p), risk[row]);
                }
                for (; entered >= rows.FirstRow[s] && rows.From[rows.ByEntry[entered]] > k; entered--)
                {
                    int late = rows.ByEntry[entered];
                    s0 -= risk[late];
                    Add(s1, x.Slice(late * p, p), -risk[late]);
                }
                logs += OfTie(rows, x, risk, ties, sums, k, times.IsEmpty ? 1 : times[k], s0, s1, d1);
            }
        }
        for (int k = 0; k < rows.Ties; k++)
        {
            sums.Cumulative[k + 1] += sums.Cumulative[k];
            for (int c = 0; c < p && sums.CumulativeMean.Length > 0; c++) sums.CumulativeMean[((k + 1) * p) + c] += sums.CumulativeMean[(k * p) + c];
        }
        return logs;
    }

    /// <summary>Adds to the lower triangle the products of the covariates of some rows, weighed by the hazard each has met.</summary>
    public static void Products(CoxRows rows, ReadOnlySpan<double> x, ReadOnlySpan<double> risk, CoxSums sums, int from, int until, Span<double> into)
    {
        int p = sums.Score.Length;
        for (int i = from; i < until; i++)
        {
            double met = HazardMet(rows, sums, i) * risk[i];
            if (met == 0) continue;
            ReadOnlySpan<double> own = x.Slice(i * p, p);
            for (int a = 0; a < own.Length; a++)
            {
                double part = met * own[a];
                Span<double> line = into.Slice(a * p, a + 1);
                Add(line, own, part);
            }
        }
    }

    public static double HazardMet(CoxRows rows, CoxSums sums, int row)
    {
        int upTo = rows.UpTo[row];
        double met = sums.Cumulative[upTo] - sums.Cumulative[rows.From[row]];
        return rows.Died[row] ? met - sums.ForDead[upTo - 1] : met;
    }

    private static double OfTie(CoxRows rows, ReadOnlySpan<double> x, ReadOnlySpan<double> risk, Ties ties, CoxSums sums, int k, double taken, double s0, ReadOnlySpan<double> s1, Span<double> d1)
    {
        int p = s1.Length, deaths = 0;
        double d0 = 0, weight = 0;
        d1.Clear();
        for (int i = rows.Start[k]; i < rows.End[k]; i++)
        {
            if (!rows.Died[i]) continue;
            ReadOnlySpan<double> own = x.Slice(i * p, p);
            Add(sums.Score, own, rows.Weight[i] * taken);
            Add(d1, own, risk[i]);
            d0 += risk[i];
            weight += rows.Weight[i];
            deaths++;
        }
        double each = taken * weight / deaths, logs = 0;
        (double a0, double a1, double b0, double b1, double b2) = (0, 0, 0, 0, 0);
        for (int l = 0; l < deaths; l++)
        {
            double f = ties == Ties.Efron ? l / (double)deaths : 0, over = 1 / (s0 - (f * d0)), square = over * over;
            logs -= Math.Log(over);
            (a0, a1, b0, b1, b2) = (a0 + over, a1 + (f * over), b0 + square, b1 + (f * square), b2 + (f * f * square));
        }
        sums.Cumulative[k + 1] = each * a0;
        sums.ForDead[k] = each * a1;
        for (int c = 0; c < p; c++)
        {
            double mean = (a0 * s1[c]) - (a1 * d1[c]), at = each * ((b0 * s1[c]) - (b1 * d1[c])), dead = each * ((b1 * s1[c]) - (b2 * d1[c]));
            sums.Score[c] -= each * mean;
            if (sums.MeanAtTie.Length > 0) sums.MeanAtTie[(k * p) + c] = mean / deaths;
            if (sums.CumulativeMean.Length > 0) (sums.CumulativeMean[((k + 1) * p) + c], sums.MeanForDead[(k * p) + c]) = (at, dead);
            Span<double> line = sums.Information.AsSpan(c * p, c + 1);
            if (deaths == 1) Add(line, s1, -at);
            else
                for (int b = 0; b < line.Length; b++) line[b] -= (at * s1[b]) - (dead * d1[b]);
        }
        return each * logs;
    }

    private static void Add(Span<double> to, ReadOnlySpan<double> values, double times)
    {
        // Part by part and never across, so that the answer is the same whatever the width.
        values = values[..to.Length];
        int c = 0;
        for (; c <= to.Length - Vector<double>.Count; c += Vector<double>.Count) (new Vector<double>(to[c..]) + (new Vector<double>(values[c..]) * times)).CopyTo(to[c..]);
        for (; c < to.Length; c++) to[c] += times * values[c];
    }
}
