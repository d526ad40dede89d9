using Shiremoot.Evidence;
using Shiremoot.Records;

namespace Shiremoot.Tests.Evidence.Planted;

/// <summary>
/// A planted service judged many times, each time of people of their own, and how often the interval holds what the service truly did. The truth is had by living each life twice with the same
/// luck, once with the service's effect and once without: the difference among those who had it, over the people of all runs.
/// </summary>
/// <param name="Odds">What the service multiplies the odds of coming back by.</param>
/// <param name="Runs">How many.</param>
/// <param name="Truth">Share with the outcome among those who had it, less what it would have been without; pooled over the runs.</param>
/// <param name="TruthError">Standard error of the truth, by the spread between runs.</param>
/// <param name="Served">Share of people who had it.</param>
/// <param name="Held">Intervals that hold the truth.</param>
/// <param name="Called">Runs in which an effect is shown.</param>
/// <param name="MeanOff">Mean of estimate less truth.</param>
/// <param name="MeanError">Mean standard error.</param>
/// <param name="Spread">Standard deviation of the estimates.</param>
/// <param name="Headlines">Runs with a headline.</param>
/// <param name="PlainOff">Mean of the difference without any adjustment, less truth.</param>
sealed record PlantedCoverage(double Odds, int Runs, double Truth, double TruthError, double Served, int Held, int Called, double MeanOff, double MeanError, double Spread, int Headlines, double PlainOff)
{
    private const ulong PilotSeed = 7_777;

    /// <summary>Judges the same people by each way asked.</summary>
    public static IReadOnlyList<PlantedCoverage> Of(string root, string place, double odds, int runs, int people, ulong firstSeed, params IReadOnlyList<EvaluationQuestion> ways)
    {
        PlantedService with = new(root, place, odds), without = new(root, place, 1);
        CohortNames names = PlantedStudy.Names(root);
        (EvaluationResult[] Results, double Sum, int Served)[] found = new (EvaluationResult[], double, int)[runs];
        Parallel.For(0, runs, k =>
        {
            EvaluationRows rows = PlantedStudy.Rows(with.People(people, firstSeed + (ulong)k), names);
            (double sum, int served) = odds == 1 ? (0, rows.Treated.Count(t => t)) : Did(rows, PlantedStudy.Rows(without.People(people, firstSeed + (ulong)k), names));
            found[k] = ([.. ways.Select(way => Evaluation.Of(rows, way).Value)], sum, served);
        });
        double truth = found.Sum(f => f.Sum) / found.Sum(f => f.Served), error = Deviation([.. found.Select(f => f.Sum / f.Served)]) / Math.Sqrt(runs);
        return [.. ways.Select((_, w) => Of(odds, truth, error, found.Average(f => (double)f.Served / people), [.. found.Select(f => f.Results[w])]))];
    }

    private static PlantedCoverage Of(double odds, double truth, double error, double served, EvaluationResult[] results)
    {
        double[] values = [.. results.Select(r => r.Effect.Value)];
        return new(odds, results.Length, truth, error, served,
            results.Count(r => r.Effect.Lower <= truth && r.Effect.Upper >= truth), results.Count(r => r.Effect.IsShown), values.Average() - truth,
            results.Average(r => r.Effect.StandardError), Deviation(values), results.Count(r => r.HasHeadline), results.Average(r => r.Others.First(o => o.Way == "no adjustment").Value) - truth);
    }

    /// <summary>The odds at which the service takes so many points off, found by the same luck at each trial.</summary>
    public static double OddsFor(string root, string place, double points, int people = 20_000)
    {
        if (points == 0) return 1;
        CohortNames names = PlantedStudy.Names(root);
        EvaluationRows none = PlantedStudy.Rows(new PlantedService(root, place, 1).People(people, PilotSeed), names);
        (double low, double high) = (0.02, 1);
        for (int step = 0; step < 9; step++)
        {
            double middle = Math.Sqrt(low * high);
            (double sum, int served) = Did(PlantedStudy.Rows(new PlantedService(root, place, middle).People(people, PilotSeed), names), none);
            if (-sum / served > points) low = middle;
            else high = middle;
        }
        return Math.Sqrt(low * high);
    }

    // The same people in the same order: until their first order nothing differs. Whoever came back so soon that a second order brought the service within the month may have had it in one world only, and is not counted.
    private static (double Sum, int Served) Did(EvaluationRows with, EvaluationRows without)
    {
        if (with.Kept != without.Kept) throw new InvalidOperationException("The two worlds hold different people.");
        (double sum, int served) = (0, 0);
        for (int r = 0; r < with.Kept; r++)
        {
            if (!with.Treated[r] || !without.Treated[r]) continue;
            sum += with.Outcome[r] - without.Outcome[r];
            served++;
        }
        return (sum, served);
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
