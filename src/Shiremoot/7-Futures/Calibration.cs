using Shiremoot.Futures.Calibrating;
using Shiremoot.Futures.Lives;
using Shiremoot.Futures.Targets;

namespace Shiremoot.Futures;

/// <summary>What calibration found.</summary>
/// <param name="Fitted">The numbers the model leaves open, with the values at which the targets come out.</param>
/// <param name="PeopleAtFullSize">By number of years from 1: people who have any contact with a justice agency in so many years, at the size of the place.</param>
/// <param name="Careers">Careers in the last round, over all its draws.</param>
/// <param name="LargestGap">The largest gap left between a fitted target and what comes out, as a share of the target.</param>
public sealed record Calibrated(IReadOnlyDictionary<string, double> Fitted, IReadOnlyList<double> PeopleAtFullSize, int Careers, double LargestGap);

/// <summary>A round of calibration.</summary>
/// <param name="Careers">Careers simulated in it.</param>
/// <param name="LargestGap">The largest gap after it, as a share.</param>
/// <param name="Worst">The target it is of.</param>
public readonly record struct CalibrationRound(int Careers, double LargestGap, string Worst);

/// <summary>
/// Chooses the numbers a model leaves open so that the targets come out: moments of simulated careers matched by Newton's method with slopes measured by differences,
/// the same draws in each round.
/// </summary>
public sealed class Calibration
{
    /// <summary>The most years that can be made at once.</summary>
    public const int LongestYears = 20;

    private const int SlopeCareers = 1_000_000;
    private const double Nudge = 0.2, Near = 0.06;

    private readonly Func<IReadOnlyDictionary<string, double>, SystemModel> modelWith;
    private readonly GenerateSettings settings;
    private readonly IReadOnlyList<Target> targets;
    private readonly Population population;
    private readonly int[] fitting;
    private readonly int size, threads;
    private readonly ulong seed;

    /// <param name="modelWith">The model with given values of its open numbers; with none given, those it starts from.</param>
    /// <param name="settings">Districts and ethnicities.</param>
    /// <param name="targets">The targets of one set; one sets the size.</param>
    /// <param name="threads">Threads at once; results are the same for any number.</param>
    /// <param name="seed">Seed of the calibration's own draws.</param>
    public Calibration(Func<IReadOnlyDictionary<string, double>, SystemModel> modelWith, GenerateSettings settings, IReadOnlyList<Target> targets, int threads, ulong seed)
    {
        (this.modelWith, this.settings, this.targets, this.threads, this.seed) = (modelWith, settings, targets, threads, seed);
        population = new(settings);
        fitting = [.. Enumerable.Range(0, targets.Count).Where(i => targets[i].Fits is not null).DistinctBy(i => targets[i].Fits)];
        size = Enumerable.Range(0, targets.Count).Single(i => targets[i].SetsSize);
    }

    /// <summary>The rounds: careers in each, how many at most, and the largest gap that is small enough to go on.</summary>
    internal (int Careers, int Rounds, double Enough)[] Plan { get; init; } = [(200_000, 12, 0.03), (400_000, 5, 0.02), (1_000_000, 7, 0.002), (8_000_000, 12, 0.0008)];

    /// <summary>The last rounds: on how many further draws, of how many careers each, and the largest gap that is small enough.</summary>
    internal (int Draws, int Careers, double Enough) Settling { get; init; } = (8, 8_000_000, 0.0015);

    /// <summary>Finds the values.</summary>
    /// <param name="from">Values to begin with, of an earlier calibration; empty to begin from the model's own.</param>
    /// <param name="progress">Told after each round.</param>
    public Calibrated Find(IReadOnlyDictionary<string, double> from, Action<CalibrationRound>? progress)
    {
        IReadOnlyDictionary<string, FittedNumber> open = modelWith(from).Fitted;
        Dictionary<string, double> values = open.ToDictionary(f => f.Key, f => f.Value.Value, StringComparer.Ordinal);
        Fitting newton;
        if (from.Count > 0 && Largest(Run(values, SlopeCareers)).Gap < Near) newton = Begin(values, open, SlopeCareers);
        else (values, newton) = Approach(values, open, progress);
        double left = Settle(values, open, newton, progress);
        Tally last = Run(values, Settling.Careers, measuresReach: true);
        double each = last.Of(size).Value;
        return new(values, [.. last.Reach.Select(days => targets[size].Value * days / 365.25 / last.People / each)], Settling.Careers * Settling.Draws, left);
    }

    // From far away: on the same draws in each round, so that steps are not led astray by chance.
    private (Dictionary<string, double> Values, Fitting Newton) Approach(Dictionary<string, double> values, IReadOnlyDictionary<string, FittedNumber> open, Action<CalibrationRound>? progress)
    {
        Fitting newton = new(fitting.Length);
        foreach ((int careers, int rounds, double enough) in Plan)
        {
            // First without slopes, which are worth measuring only near the answer; then measured twice; at the end they are good enough, and the steps short.
            if (careers > Plan[0].Careers && careers < Plan[^1].Careers) newton = Begin(values, open, Math.Min(careers, 400_000));
            newton.Forget();
            Dictionary<string, double>? best = null;
            double least = double.MaxValue;
            for (int round = 0; round <= rounds; round++)
            {
                Tally tally = Run(values, careers);
                (double gap, string worst) = Largest(tally);
                progress?.Invoke(new(careers, gap, worst));
                if (gap < least) (least, best) = (gap, new(values, StringComparer.Ordinal));
                if (gap < enough || round == rounds) break;
                double[] step = newton.Step(Gaps(tally), learns: careers >= 1_000_000);
                for (int k = 0; k < fitting.Length; k++) Move(values, open, targets[fitting[k]].Fits!, step[k]);
            }
            values = best!;
        }
        return (values, newton);
    }

    // Numbers found on one set of draws answer to its chances too. The gap is taken over further sets, and closed by a step or two.
    private double Settle(Dictionary<string, double> values, IReadOnlyDictionary<string, FittedNumber> open, Fitting newton, Action<CalibrationRound>? progress)
    {
        const int Steps = 2;
        for (int step = 0; ; step++)
        {
            double[] gaps = new double[fitting.Length], shares = new double[fitting.Length];
            for (uint draw = 1; draw <= Settling.Draws; draw++)
            {
                Tally tally = Run(values, Settling.Careers, draw: draw);
                double[] own = Gaps(tally);
                for (int k = 0; k < gaps.Length; k++)
                {
                    gaps[k] += own[k] / Settling.Draws;
                    shares[k] += ((Made(tally, fitting[k]) / targets[fitting[k]].Value) - 1) / Settling.Draws;
                }
            }
            int worst = Enumerable.Range(0, shares.Length).MaxBy(k => Math.Abs(shares[k]));
            double left = Math.Abs(shares[worst]);
            progress?.Invoke(new(Settling.Careers * Settling.Draws, left, targets[fitting[worst]].Id));
            if (left < Settling.Enough || step == Steps) return left;
            double[] move = newton.Step(gaps, learns: false);
            for (int k = 0; k < fitting.Length; k++) Move(values, open, targets[fitting[k]].Fits!, move[k]);
        }
    }

    /// <summary>What whole careers come to under values: each target's figure at the size of the place.</summary>
    public IReadOnlyList<double> Expect(IReadOnlyDictionary<string, double> values, int careers)
    {
        Tally tally = Run(values, careers);
        return [.. Enumerable.Range(0, targets.Count).Select(i => Made(tally, i))];
    }

    /// <summary>Measures the slopes: each open number moved a little, alone.</summary>
    private Fitting Begin(Dictionary<string, double> values, IReadOnlyDictionary<string, FittedNumber> open, int careers)
    {
        Tally start = Run(values, careers);
        double[] gap = Gaps(start), error = [.. fitting.Select(at => Error(start, at) * Math.Sqrt(2))];
        List<double[]> moved = [];
        foreach (int at in fitting)
        {
            Dictionary<string, double> nudged = new(values, StringComparer.Ordinal);
            Move(nudged, open, targets[at].Fits!, Nudge);
            moved.Add(Gaps(Run(nudged, careers)));
        }
        return new(gap, moved, Nudge, error);
    }

    /// <summary>Standard error of a gap: of a log, or of log odds.</summary>
    private double Error(Tally tally, int at)
    {
        (double value, double error) = tally.Of(at);
        return value <= 0 ? 1 : targets[at].Unit == TargetUnit.Share ? error / (value * (1 - value)) : error / value;
    }

    private Tally Run(IReadOnlyDictionary<string, double> values, int careers, bool measuresReach = false, uint draw = 0) =>
        CareerRun.Run(new LivesModel(modelWith(values)), population, targets, careers, seed + draw, threads, measuresReach);

    private double Made(Tally tally, int at) =>
        targets[at].Unit == TargetUnit.CountPerYear ? tally.Of(at).Value * targets[size].Value / tally.Of(size).Value : tally.Of(at).Value;

    private (double Gap, string Worst) Largest(Tally tally)
    {
        int worst = fitting.MaxBy(t => Math.Abs((Made(tally, t) / targets[t].Value) - 1));
        return (Math.Abs((Made(tally, worst) / targets[worst].Value) - 1), targets[worst].Id);
    }

    /// <summary>How far what is made lies above each fitted target: as logs, or log odds for shares.</summary>
    private double[] Gaps(Tally tally) => [.. fitting.Select(at =>
    {
        double made = Math.Max(1e-9, Made(tally, at)), wanted = targets[at].Value;
        return targets[at].Unit == TargetUnit.Share ? Logit(Math.Min(made, 1 - 1e-9)) - Logit(wanted) : Math.Log(made / wanted);
    })];

    private static double Logit(double share) => Math.Log(share / (1 - share));

    private static void Move(Dictionary<string, double> values, IReadOnlyDictionary<string, FittedNumber> open, string name, double step)
    {
        double odds = open[name].IsShare ? values[name] / (1 - values[name]) : values[name];
        odds *= Math.Exp(step);
        values[name] = open[name].IsShare ? odds / (1 + odds) : odds;
    }
}
