using Shiremoot.Evidence;

namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>Many made services, and how often the interval holds the effect that made them.</summary>
/// <param name="Runs">How many.</param>
/// <param name="Held">Intervals that hold the truth.</param>
/// <param name="Called">Runs in which an effect is shown.</param>
/// <param name="MeanOff">Mean of estimate less truth.</param>
/// <param name="Headlines">Runs with a headline.</param>
/// <param name="MeanError">Mean standard error.</param>
/// <param name="Spread">Standard deviation of the estimates.</param>
sealed record EvaluationCoverage(int Runs, int Held, int Called, double MeanOff, int Headlines, double MeanError, double Spread)
{
    public static EvaluationCoverage Of(int runs, int people, double effect, EvaluationQuestion question, ulong firstSeed = 1)
    {
        EvaluationResult[] results = new EvaluationResult[runs];
        Parallel.For(0, runs, k => results[k] = Evaluation.Of(MadeService.People(people, effect, firstSeed + (ulong)k), question with { Threads = 1 }).Value);
        double[] values = [.. results.Select(r => r.Effect.Value)];
        double mean = values.Average();
        return new(runs, results.Count(r => r.Effect.Lower <= -effect && r.Effect.Upper >= -effect), results.Count(r => r.Effect.IsShown), mean + effect, results.Count(r => r.HasHeadline),
            results.Average(r => r.Effect.StandardError), Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (runs - 1)));
    }
}
