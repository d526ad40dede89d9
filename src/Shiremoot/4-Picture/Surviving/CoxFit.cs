using Shiremoot.Terms;

namespace Shiremoot.Picture.Surviving;

/// <summary>Finds the effects of greatest partial likelihood by Newton's steps, halved where a whole one would go down.</summary>
sealed class CoxFit
{
    private const int Piece = 16_384, MostRounds = 60, MostHalvings = 30;

    // The rise in log-likelihood a further step would bring: it has settled below the first, or below the second where that is no less than the last step's;
    // below the third, while a step is still long, it has no end.
    private const double Settled = 1e-18, Small = 1e-12, Flat = 1e-5, LongStep = 0.05;

    private readonly CoxRows rows;
    private readonly StandardColumns columns;
    private readonly CoxOptions options;
    private readonly double[] risk;
    private readonly ParallelOptions threads;

    private CoxFit(CoxRows rows, StandardColumns columns, CoxOptions options)
    {
        (this.rows, this.columns, this.options, risk) = (rows, columns, options, new double[rows.Rows]);
        threads = new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads) };
    }

    /// <summary>Effects per standard deviation.</summary>
    public double[] Effects { get; private set; } = [];

    /// <summary>At the effects, with means and hazards of each tie.</summary>
    public CoxSums Sums { get; private set; } = null!;

    public Cholesky Factor { get; private set; } = null!;

    public double LogLikelihoodOfNone { get; private set; }

    public double ScoreStatistic { get; private set; }

    /// <summary>Each row's weight times its ratio of hazards to that of a row with all covariates at their means, over e to the power of <see cref="Shift"/>.</summary>
    public double[] Risk => risk;

    /// <summary>Keeps the largest ratio at one.</summary>
    public double Shift { get; private set; }

    public static Outcome<CoxFit> Of(CoxRows rows, StandardColumns columns, CoxOptions options)
    {
        CoxFit fit = new(rows, columns, options);
        return fit.Climb() is { } why ? why : fit;
    }

    /// <summary>Slope and curvature at the effects, what comes at each tie taken so many times.</summary>
    public CoxSums Weighed(double[] times)
    {
        CoxSums sums = new(rows.Ties, columns.Count, false, false);
        CoxKernel.AtTies(rows, columns.ByRow, risk, options.Ties, sums, times);
        AddProducts(sums);
        return sums;
    }

    private Refusal? Climb()
    {
        int p = columns.Count;
        double[] at = new double[p];
        CoxSums sums = At(at, false);
        LogLikelihoodOfNone = sums.LogLikelihood;
        double last = double.PositiveInfinity;
        for (int round = 0; round < MostRounds; round++)
        {
            if (!Cholesky.Try(sums.Information, p, out Cholesky? factor, out int fault))
                return round == 0 ? columns.Fault(sums.Information, fault) : Infinite(columns.Names[fault]);
            double[] step = factor.Solve(sums.Score);
            double rise = 0, longest = 0;
            int widest = 0;
            for (int c = 0; c < p; c++)
            {
                rise += step[c] * sums.Score[c] / 2;
                if (Math.Abs(step[c]) > longest) (longest, widest) = (Math.Abs(step[c]), c);
            }
            if (round == 0) ScoreStatistic = 2 * rise;
            if (rise < Flat && longest > LongStep) return Infinite(columns.Names[widest]);
            if (rise < Settled || (rise < Small && rise >= last)) return Finish(at);
            last = rise;
            (double[] next, CoxSums there) = Higher(at, step, sums.LogLikelihood);
            (at, sums) = (next, there);
        }
        return RegressionRefusals.NotConverged(MostRounds);
    }

    private (double[] At, CoxSums Sums) Higher(double[] from, double[] step, double logLikelihood)
    {
        double share = 1, slack = 1e-10 * Math.Abs(logLikelihood);
        for (int halving = 0; ; halving++, share /= 2)
        {
            double[] next = [.. from.Select((value, c) => value + (share * step[c]))];
            CoxSums sums = At(next, false);
            if (sums.LogLikelihood >= logLikelihood - slack || halving == MostHalvings) return (next, sums);
        }
    }

    private Refusal? Finish(double[] at)
    {
        Effects = at;
        Sums = At(at, true);
        if (!Cholesky.Try(Sums.Information, columns.Count, out Cholesky? factor, out int fault)) return Infinite(columns.Names[fault]);
        Factor = factor;
        return null;
    }

    private CoxSums At(double[] effects, bool isLast)
    {
        int p = columns.Count, n = rows.Rows, pieces = (n + Piece - 1) / Piece;
        double[] x = columns.ByRow, own = new double[pieces], highest = new double[pieces];
        Parallel.For(0, pieces, threads, piece =>
        {
            (double sum, double high) = (0, double.NegativeInfinity);
            for (int i = piece * Piece; i < Math.Min(n, (piece + 1) * Piece); i++)
            {
                double eta = 0;
                ReadOnlySpan<double> line = x.AsSpan(i * p, p);
                for (int c = 0; c < line.Length; c++) eta += effects[c] * line[c];
                risk[i] = eta;
                high = Math.Max(high, eta);
                if (rows.Died[i]) sum += rows.Weight[i] * eta;
            }
            (own[piece], highest[piece]) = (sum, high);
        });
        double shift = Shift = highest.Max(), died = 0;
        Parallel.For(0, pieces, threads, piece =>
        {
            for (int i = piece * Piece; i < Math.Min(n, (piece + 1) * Piece); i++) risk[i] = rows.Weight[i] * Math.Exp(risk[i] - shift);
        });
        for (int i = 0; i < n; i++)
            if (rows.Died[i]) died += rows.Weight[i];
        CoxSums sums = new(rows.Ties, p, isLast, isLast && options.Cluster is not null);
        sums.LogLikelihood = own.Sum() - (died * shift) - CoxKernel.AtTies(rows, x, risk, options.Ties, sums);
        AddProducts(sums);
        return sums;
    }

    private void AddProducts(CoxSums sums)
    {
        int p = columns.Count, n = rows.Rows, pieces = (n + Piece - 1) / Piece;
        double[][] products = new double[pieces][];
        Parallel.For(0, pieces, threads, piece =>
            CoxKernel.Products(rows, columns.ByRow, risk, sums, piece * Piece, Math.Min(n, (piece + 1) * Piece), products[piece] = new double[p * p]));
        foreach (double[] product in products)
            for (int e = 0; e < product.Length; e++) sums.Information[e] += product[e];
    }

    private static Refusal Infinite(string column) =>
        RegressionRefusals.Infinite(column, "Leave it out, join its levels, or describe it with --by and the log-rank test, which needs no estimate.");
}
