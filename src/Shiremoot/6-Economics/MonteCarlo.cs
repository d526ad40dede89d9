using Shiremoot.Economics.Chances;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>Draws uncertain inputs many times and sees what follows. See docs/methods/monte-carlo.md.</summary>
public static class MonteCarlo
{
    /// <summary>Independent sets of draws: how exact an answer is follows from how they differ.</summary>
    internal const int Replicates = 32;

    /// <summary>One draw in so many is looked at again along the leading direction.</summary>
    private const int DrawsALine = 4;

    private const int LeastDraws = 32 * Replicates;
    private const long MostNumbers = 400_000_000;

    /// <summary>Runs a model; refused where an input, a correlation or the number of draws cannot be, or an outcome is not a number.</summary>
    public static Outcome<MonteCarloRuns> Run(UncertainModel model, MonteCarloOptions options)
    {
        string[] faults = [.. FaultsOf(model)];
        if (faults.Length > 0) return Chances.Refusals.InputFaults(faults);
        if (options.Draws < LeastDraws) return Chances.Refusals.DrawCount(options.Draws, LeastDraws);
        long numbers = (long)options.Draws * (model.Inputs.Count + (2 * model.Outcomes.Count));
        if (numbers > MostNumbers) return Chances.Refusals.TooManyNumbers(numbers, MostNumbers);
        if (Copula.Of(model).Refused(out Refusal? why, out Copula? copula)) return why;

        QuantileCurve[] curves = [.. model.Inputs.Select(i => new QuantileCurve(i.Spread))];
        LeadingDirection? direction = options.Percentiles == PercentileSource.Lines ? LeadingDirection.Of(model, options, curves, copula) : null;
        DrawnColumns columns = new(model, options.Draws, direction is null ? 0 : options.Draws / DrawsALine);
        DrawKernel kernel = new(model, options, curves, copula, direction);
        Parallel.For(0, Replicates, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, r => kernel.Fill(r, StartOf(r, options.Draws), StartOf(r + 1, options.Draws), columns));
        for (int o = 0; o < columns.Outcomes.Length; o++)
        {
            double[] outcome = columns.Outcomes[o];
            int first = Array.FindIndex(outcome, v => !double.IsFinite(v));
            if (first >= 0) return Chances.Refusals.NotANumber(model.Outcomes[o], outcome.LongCount(v => !double.IsFinite(v)), kernel.Describe(first, columns.Scores));
        }
        return new MonteCarloRuns(model, options, curves, columns);
    }

    internal static int StartOf(int replicate, int draws) => (int)((long)replicate * draws / Replicates);

    private static IEnumerable<string> FaultsOf(UncertainModel model)
    {
        if (model.Inputs.Count == 0) yield return "there is no input; give one at least";
        if (model.Outcomes.Count == 0) yield return "there is no outcome; name one at least";
        foreach (string twice in model.Inputs.Select(i => i.Name).Concat(model.Outcomes).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
            yield return $"'{twice}' names two inputs or outcomes; rename one";
        foreach (UncertainInput input in model.Inputs)
            if (input.Spread.Fault() is { } fault) yield return $"'{input.Name}' ({input.Spread.Kind.ToString().ToLowerInvariant()}) {fault}";
    }
}
