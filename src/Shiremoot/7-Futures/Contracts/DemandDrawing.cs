using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Contracts;

/// <summary>Draws the flows of a contract that no simulation gives: arms baseline, option (as well as hoped) and target (exactly what the contract asks for).</summary>
internal static class DemandDrawing
{
    public const string Option = "option", Target = "target";
    private const double MostEvents = 3e9;
    private static readonly string[] Arms = [FlowRuns.Baseline, Option, Target];

    /// <param name="contract">The contract; refused if a line of it has no draws.</param>
    /// <param name="target">The reduction the contract asks for, as a share of events, by line.</param>
    /// <param name="options">Runs, seed and threads.</param>
    public static Outcome<FlowRuns> Draw(Contract contract, double[] target, BudgetOptions options)
    {
        string[] without = [.. contract.Lines.Where(l => l.Drawn is null).Select(l => $"'{l.Id}'")];
        if (without.Length > 0) return Refusals.NothingDrawn(without);
        (int lines, int years, int runs) = (contract.Lines.Count, contract.Years.Count, options.Runs);
        double events = runs * contract.Lines.Sum(l => EventsOf(l, l.Drawn!, years));
        if (events > MostEvents) return Refusals.TooMuch(events, MostEvents);

        double[] values = new double[Arms.Length * lines * years * runs];
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, run =>
        {
            double score = DemandKernel.EffectScore(options.Seed, run);
            Span<double> reductions = stackalloc double[Arms.Length], units = stackalloc double[Arms.Length];
            for (int line = 0; line < lines; line++)
                for (int year = 0; year < years; year++)
                {
                    ContractLine l = contract.Lines[line];
                    DrawnDemand demand = l.Drawn!;
                    reductions[1] = Math.Min(1, demand.Reduction + (demand.ReductionDeviation * score)) * demand.Ramp[year];
                    reductions[2] = target[line];
                    DemandKernel.Draw(options.Seed, run, (line * years) + year, demand, year, (int)l.Cohort, reductions, units);
                    for (int arm = 0; arm < units.Length; arm++) values[(((((arm * lines) + line) * years) + year) * runs) + run] = units[arm];
                }
        });
        return new FlowRuns([.. contract.Lines.Select(l => l.Id)], contract.Years, Arms, runs, values)
        {
            Source = string.Create(CultureInfo.InvariantCulture, $"{runs:N0} draws of the contract's own demand, seed {options.Seed}"),
        };
    }

    /// <summary>Runs in the order of how well the option works in them, the worst first; null where no line is unsure of it.</summary>
    public static int[]? ByEffect(Contract contract, BudgetOptions options)
    {
        if (contract.Lines.All(l => l.Drawn is not { ReductionDeviation: > 0 })) return null;
        double[] scores = [.. Enumerable.Range(0, options.Runs).Select(run => DemandKernel.EffectScore(options.Seed, run))];
        int[] order = [.. Enumerable.Range(0, options.Runs)];
        Array.Sort(scores, order);
        return order;
    }

    // What a run draws on average, were the option to do as much harm as it may.
    private static double EventsOf(ContractLine line, DrawnDemand demand, int years) =>
        demand.Chance > 0 ? (double)line.Cohort * years : Enumerable.Range(0, years).Sum(t => demand.Events * Math.Pow(1 + demand.Trend, t) * (1 + Math.Max(0, (4 * demand.ReductionDeviation) - demand.Reduction)));
}
