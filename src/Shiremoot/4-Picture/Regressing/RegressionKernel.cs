using System.Numerics;

namespace Shiremoot.Picture.Regressing;

/// <summary>The likelihood of a regression at some effects, with its slope and information, over fixed pieces of rows added up in order.</summary>
static class RegressionKernel
{
    public const int Piece = 8192;

    public static RegressionSums Of(OutcomeRows rows, double[] effects, bool isFirth, int threads)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, threads) };
        int pieces = (rows.Rows + Piece - 1) / Piece;
        RegressionSums[] parts = new RegressionSums[pieces];
        Parallel.For(0, pieces, parallel, k => Add(rows, effects, k, parts[k] = new RegressionSums(rows.Size)));
        RegressionSums all = new(rows.Size);
        foreach (RegressionSums part in parts) all.Add(part);
        if (!isFirth) return all;
        if (!Cholesky.Try(all.Information, rows.Size, out Cholesky? factor, out _)) return all.WithoutFactor();
        all.LogLikelihood += factor.LogDeterminant() / 2;
        double[] inverse = factor.InverseFactor();
        double[][] scores = new double[pieces][];
        Parallel.For(0, pieces, parallel, k => AddFirth(rows, effects, inverse, k, scores[k] = new double[rows.Size]));
        foreach (double[] score in scores)
            for (int a = 0; a < score.Length; a++) all.Score[a] += score[a];
        return all;
    }

    public static double Predictor(OutcomeRows rows, ReadOnlySpan<double> effects, int row)
    {
        double eta = effects[0] + (rows.Offset is null ? 0 : rows.Offset[row]);
        ReadOnlySpan<double> line = rows.Columns.ByRow.AsSpan(row * rows.Columns.Count, rows.Columns.Count);
        for (int c = 0; c < line.Length; c++) eta += effects[c + 1] * line[c];
        return eta;
    }

    /// <summary>What the predictor foretells, and how much a row then tells of the effects.</summary>
    public static (double Mean, double Information) Expected(OutcomeFamily family, double eta)
    {
        if (family == OutcomeFamily.Linear) return (eta, 1);
        if (family == OutcomeFamily.Poisson)
        {
            double rate = Math.Exp(eta);
            return (rate, rate);
        }
        double tail = Math.Exp(-Math.Abs(eta)), share = 1 / (1 + tail);
        return (eta >= 0 ? share : tail * share, tail * share * share);
    }

    private static void Add(OutcomeRows rows, double[] effects, int piece, RegressionSums sums)
    {
        int p = rows.Columns.Count, size = p + 1, end = Math.Min(rows.Rows, (piece + 1) * Piece);
        double logs = 0;
        double[] score = sums.Score, information = sums.Information;
        for (int r = piece * Piece; r < end; r++)
        {
            double eta = Predictor(rows, effects, r), weight = rows.WeightOf(r), y = rows.Outcome[r];
            (double mean, double own) = Expected(rows.Family, eta);
            logs += weight * ((y * eta) - Area(rows.Family, eta, mean));
            double off = weight * (y - mean);
            own *= weight;
            score[0] += off;
            information[0] += own;
            ReadOnlySpan<double> line = rows.Columns.ByRow.AsSpan(r * p, p);
            for (int a = 0; a < line.Length; a++)
            {
                score[a + 1] += off * line[a];
                double part = own * line[a];
                Span<double> into = information.AsSpan((a + 1) * size, a + 2);
                into[0] += part;
                AddScaled(line[..(a + 1)], part, into[1..]);
            }
        }
        sums.LogLikelihood = logs;
    }

    // Several at a time; each sum is the same to the last bit as one by one.
    private static void AddScaled(ReadOnlySpan<double> line, double part, Span<double> into)
    {
        int c = 0;
        for (Vector<double> scale = new(part); c <= line.Length - Vector<double>.Count; c += Vector<double>.Count)
            (new Vector<double>(into[c..]) + (scale * new Vector<double>(line[c..]))).CopyTo(into[c..]);
        for (; c < line.Length; c++) into[c] += part * line[c];
    }

    // Of which the expected outcome is the slope.
    private static double Area(OutcomeFamily family, double eta, double mean) => family switch
    {
        OutcomeFamily.Linear => eta * eta / 2,
        OutcomeFamily.Poisson => mean,
        _ => Math.Max(eta, 0) + LogOnePlus(Math.Exp(-Math.Abs(eta))),
    };

    // Each row pulls towards one half by its leverage.
    private static void AddFirth(OutcomeRows rows, double[] effects, double[] inverse, int piece, Span<double> score)
    {
        int p = rows.Columns.Count, size = p + 1, end = Math.Min(rows.Rows, (piece + 1) * Piece);
        Span<double> own = new double[size];
        for (int r = piece * Piece; r < end; r++)
        {
            (double mean, double information) = Expected(rows.Family, Predictor(rows, effects, r));
            ReadOnlySpan<double> line = rows.Columns.ByRow.AsSpan(r * p, p);
            inverse.AsSpan(0, size).CopyTo(own);
            for (int a = 0; a < line.Length; a++) AddScaled(inverse.AsSpan(((a + 1) * size) + a + 1, p - a), line[a], own[(a + 1)..]);
            double leverage = 0;
            foreach (double part in own) leverage += part * part;
            double pull = leverage * information * rows.WeightOf(r) * (0.5 - mean);
            score[0] += pull;
            for (int a = 0; a < line.Length; a++) score[a + 1] += pull * line[a];
        }
    }

    // log(1 + x) for x in 0 to 1, right where x is tiny.
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}

/// <summary>A likelihood with its slope and information, the intercept first.</summary>
sealed class RegressionSums(int size)
{
    public double LogLikelihood { get; set; }

    public double[] Score { get; } = new double[size];

    /// <summary>Its lower triangle.</summary>
    public double[] Information { get; } = new double[size * size];

    public void Add(RegressionSums part)
    {
        LogLikelihood += part.LogLikelihood;
        for (int a = 0; a < Score.Length; a++) Score[a] += part.Score[a];
        for (int a = 0; a < Information.Length; a++) Information[a] += part.Information[a];
    }

    /// <summary>Where the information has no factor there is no likelihood to climb to.</summary>
    public RegressionSums WithoutFactor()
    {
        LogLikelihood = double.NegativeInfinity;
        return this;
    }
}
