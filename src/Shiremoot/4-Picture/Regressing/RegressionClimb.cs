using Shiremoot.Terms;

namespace Shiremoot.Picture.Regressing;

/// <summary>Finds the top of a regression's likelihood by Newton's steps, halved where a whole one would go down; with one effect held still if asked.</summary>
sealed class RegressionClimb(OutcomeRows rows, bool isFirth, int threads)
{
    private const int MostRounds = 200, MostHalvings = 30;

    // As of proportional hazards: settled where a step brings nothing, or no less than the last; without an end where it brings next to nothing and is still long.
    private const double Settled = 1e-18, Small = 1e-12, Flat = 1e-5, LongStep = 0.05;

    public OutcomeRows Rows => rows;

    public double[] Effects { get; private set; } = [];

    public RegressionSums Sums { get; private set; } = null!;

    public double LogLikelihoodOfNone { get; private set; }

    /// <summary>From no effect to the top of all.</summary>
    public Refusal? ToTop()
    {
        double[] at = new double[rows.Size];
        at[0] = Level();
        RegressionSums sums = RegressionKernel.Of(rows, at, false, threads);
        if (!Cholesky.Try(sums.Information, rows.Size, out _, out int fault)) return Dependence.Of(sums.Information, [.. Enumerable.Range(0, rows.Size).Select(rows.NameOf)], fault);
        LogLikelihoodOfNone = OfNone();
        if (Climb(at, -1) is { } why) return why;
        return null;
    }

    /// <summary>The likelihood at its top where one effect is held at a value, and its slope there along that effect. Null if it has none.</summary>
    /// <param name="from">Where to begin; afterwards where it ended.</param>
    /// <param name="held">The effect held.</param>
    public (double LogLikelihood, double Slope)? Along(double[] from, int held)
    {
        if (Climb(from, held) is not null) return null;
        Effects.CopyTo(from, 0);
        return (Sums.LogLikelihood, Sums.Score[held]);
    }

    private Refusal? Climb(double[] at, int held)
    {
        RegressionSums sums = RegressionKernel.Of(rows, at, isFirth, threads);
        double last = double.PositiveInfinity;
        for (int round = 0; round < MostRounds; round++)
        {
            if (!Step(sums, held, out double[] step, out int fault)) return Infinite(Math.Max(fault, 1));
            double rise = 0, longest = 0;
            int widest = 1;
            for (int c = 0; c < step.Length; c++)
            {
                rise += step[c] * sums.Score[c] / 2;
                if (c > 0 && Math.Abs(step[c]) > longest) (longest, widest) = (Math.Abs(step[c]), c);
            }
            if (!isFirth && rise < Flat && longest > LongStep) return Infinite(widest);
            if (rise < Settled || (rise < Small && rise >= last))
            {
                (Effects, Sums) = (at, sums);
                return null;
            }
            last = rise;
            (at, sums) = Higher(at, step, sums.LogLikelihood);
        }
        return RegressionRefusals.NotConverged(MostRounds);
    }

    private (double[] At, RegressionSums Sums) Higher(double[] from, double[] step, double logLikelihood)
    {
        double share = 1, slack = 1e-10 * Math.Abs(logLikelihood);
        for (int halving = 0; ; halving++, share /= 2)
        {
            double[] next = [.. from.Select((value, c) => value + (share * step[c]))];
            RegressionSums sums = RegressionKernel.Of(rows, next, isFirth, threads);
            if (sums.LogLikelihood >= logLikelihood - slack || halving == MostHalvings) return (next, sums);
        }
    }

    private bool Step(RegressionSums sums, int held, out double[] step, out int fault)
    {
        int size = rows.Size;
        double[] matrix = sums.Information, score = [.. sums.Score];
        if (held >= 0)
        {
            matrix = [.. matrix];
            for (int a = 0; a < size; a++) matrix[(Math.Max(a, held) * size) + Math.Min(a, held)] = a == held ? 1 : 0;
            score[held] = 0;
        }
        step = Cholesky.Try(matrix, size, out Cholesky? factor, out fault) ? factor.Solve(score) : [];
        return step.Length > 0;
    }

    private double OfNone()
    {
        double[] at = new double[rows.Size];
        at[0] = Level();
        if (!isFirth && rows.Offset is null) return RegressionKernel.Of(rows, at, false, threads).LogLikelihood;
        OutcomeRows alone = rows with { Columns = rows.Columns.None() };
        RegressionClimb climb = new(alone, isFirth, threads);
        return climb.Climb([at[0]], -1) is null ? climb.Sums.LogLikelihood : double.NaN;
    }

    private double Level()
    {
        double sum = 0, of = 0;
        for (int r = 0; r < rows.Rows; r++)
        {
            sum += rows.WeightOf(r) * rows.Outcome[r];
            of += rows.WeightOf(r) * (rows.Offset is null ? 1 : Math.Exp(rows.Offset[r]));
        }
        return rows.Family switch { OutcomeFamily.Linear => sum / of, OutcomeFamily.Poisson => Math.Log(sum / of), _ => Math.Log(sum / (of - sum)) };
    }

    private Refusal Infinite(int effect) =>
        RegressionRefusals.Infinite(rows.NameOf(Math.Min(effect, rows.Size - 1)), rows.Family == OutcomeFamily.Logistic ? "Use Firth's likelihood, which always has an estimate, join its levels, or leave it out." : "Join its levels, or leave it out.");
}
