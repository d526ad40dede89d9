using Shiremoot.Futures.Calibrating;
using Shiremoot.Futures.Lives;
using Shiremoot.Futures.Targets;

namespace Shiremoot.Futures;

/// <summary>What calibration found.</summary>
/// <param name="Fitted">The numbers the model leaves open, with the values at which the targets come out.</param>
/// <param name="PeopleAtFullSize">By number of years from 1: people who have any contact with a justice agency in so many years, at the size of the place.</param>
/// <param name="Careers">Careers in the last round.</param>
/// <param name="LargestGap">The largest gap left between a fitted target and what comes out, as a share of the target.</param>
public sealed record Calibrated(IReadOnlyDictionary<string, double> Fitted, IReadOnlyList<double> PeopleAtFullSize, int Careers, double LargestGap);

/// <summary>A round of calibration.</summary>
/// <param name="Round">Its number, from 1.</param>
/// <param name="Careers">Careers simulated in it.</param>
/// <param name="LargestGap">The largest gap after it, as a share.</param>
/// <param name="Worst">The target it is of.</param>
public readonly record struct CalibrationRound(int Round, int Careers, double LargestGap, string Worst);

/// <summary>
/// Chooses the numbers a model leaves open so that the targets come out: simulated moments matched by Broyden's method, with the same draws in each round.
/// </summary>
public static class CalibrationRounds
{
    public const int LongestYears = 20;
    private static readonly (int Careers, int Rounds)[] Plan = [(100_000, 30), (1_000_000, 6), (8_000_000, 2)];

    /// <param name="modelWith">The model with given values of its open numbers.</param>
    /// <param name="settings">Targets, districts, ethnicities.</param>
    /// <param name="targets">The targets of one set.</param>
    /// <param name="years">Length of the window that shares of people speak of.</param>
    /// <param name="threads">Threads at once.</param>
    /// <param name="seed">Seed of the calibration's own draws.</param>
    /// <param name="progress">Told after each round.</param>
    public static Calibrated Run(Func<IReadOnlyDictionary<string, double>, SystemModel> modelWith, GenerateSettings settings, IReadOnlyList<Target> targets, int years, int threads, ulong seed, Action<CalibrationRound>? progress)
    {
        SystemModel start = modelWith(new Dictionary<string, double>());
        Target size = targets.Single(t => t.SetsSize);
        int[] fitting = [.. Enumerable.Range(0, targets.Count).Where(i => targets[i].Fits is not null).DistinctBy(i => targets[i].Fits)];
        Dictionary<string, double> values = start.Fitted.ToDictionary(f => f.Key, f => f.Value.Value, StringComparer.Ordinal);
        Population population = new(settings);
        Fitting broyden = new(fitting.Length);
        Tally tally = new(targets);
        int round = 0, careers = 0;
        double largest = double.MaxValue;
        foreach ((int count, int rounds) in Plan)
        {
            careers = count;
            broyden.Forget();
            for (int i = 0; i < rounds; i++)
            {
                tally = CareerRun.Run(new LivesModel(modelWith(values)), population, targets, count, years, seed, threads, measuresReach: false);
                double[] gaps = [.. fitting.Select(t => Gap(targets[t], Made(tally, targets, t, size)))];
                largest = fitting.Max(t => Math.Abs((Made(tally, targets, t, size) / targets[t].Value) - 1));
                progress?.Invoke(new(++round, count, largest, targets[fitting.MaxBy(t => Math.Abs((Made(tally, targets, t, size) / targets[t].Value) - 1))].Id));
                if (largest < 1e-4) break;
                double[] step = broyden.Step(gaps);
                for (int k = 0; k < fitting.Length; k++)
                {
                    string name = targets[fitting[k]].Fits!;
                    values[name] = Moved(values[name], step[k], start.Fitted[name].IsShare);
                }
            }
        }
        Tally last = CareerRun.Run(new LivesModel(modelWith(values)), population, targets, careers, years, seed, threads, measuresReach: true);
        largest = fitting.Max(t => Math.Abs((Made(last, targets, t, size) / targets[t].Value) - 1));
        return new(values, FullSize(last, last.Of(targets.ToList().IndexOf(size)).Value, size), careers, largest);
    }

    /// <summary>A target's figure at the size of the place.</summary>
    internal static double Made(Tally tally, IReadOnlyList<Target> targets, int at, Target size)
    {
        double value = tally.Of(at).Value;
        if (targets[at].Unit != TargetUnit.CountPerYear) return value;
        int sizeAt = targets.ToList().IndexOf(size);
        return value * size.Value / tally.Of(sizeAt).Value;
    }

    private static double Gap(Target target, double made) => made <= 0 ? 1
        : target.Unit == TargetUnit.Share ? Logit(target.Value) - Logit(Math.Min(made, 1 - 1e-9))
        : Math.Log(target.Value / made);

    private static double Logit(double share) => Math.Log(share / (1 - share));

    private static double Moved(double value, double step, bool isShare)
    {
        if (!isShare) return value * Math.Exp(step);
        double odds = value / (1 - value) * Math.Exp(step);
        return odds / (1 + odds);
    }

    private static List<double> FullSize(Tally tally, double arrestsACareer, Target size) =>
        [.. tally.Reach.Select(days => size.Value * days / 365.25 / tally.People / arrestsACareer)];
}
