using Shiremoot.Futures.Simulating;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>The people engine: a model run person by person, event by event, so that lines form and histories count. Method: docs/methods/simulation.md.</summary>
public static class Simulation
{
    /// <summary>Runs the model as often as asked.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">Years, runs, seed.</param>
    /// <param name="progress">Told the number of runs done.</param>
    public static Outcome<SimulatedRuns> Run(SystemModel model, SimulationAsked asked, Action<int>? progress = null)
    {
        if (asked.Years is < 1 or > SimulationAsked.MostYears) return Refusals.YearsNotSimulated(asked.Years, SimulationAsked.MostYears);
        if (asked.Runs is < 1 or > SimulationAsked.MostRuns) return Refusals.RunsOutOfRange(asked.Runs, SimulationAsked.MostRuns);
        SimulationPlan plan = new(model);
        double perDay;
        if (asked.ArrivalsPerDay is { } given) perDay = given;
        else if (model.Arrivals is { PerYear: { } perYear }) perDay = perYear / SteadyState.DaysAYear;
        else if (!plan.IsPlain) return Refusals.NoArrivals();
        else if (SteadyState.Visits(plan).Then(v => SteadyState.ArrivalsOf(model, v)).Refused(out Refusal? why, out perDay)) return why;
        if (plan.IsPlain) return Run(plan, () => new PlainPath(plan), asked, perDay, progress);
        if (model.Covariates.Count > PeoplePlan.MostCovariates) return Refusals.TooManyCovariates(model.Covariates.Count, PeoplePlan.MostCovariates);
        PeoplePlan people = new(model, plan);
        return Run(plan, () => new PeoplePath(people), asked, perDay, progress);
    }

    private static SimulatedRuns Run<TPath>(SimulationPlan plan, Func<TPath> pathOf, SimulationAsked asked, double perDay, Action<int>? progress)
        where TPath : struct, IPath
    {
        Calendar calendar = new(asked);
        SimulatedRuns runs = new([.. plan.Model.Stages.Select(s => s.Id)], [.. plan.Model.Resources.Select(r => r.Id)], plan.Groups, calendar.PeriodDays, asked.Runs);
        int next = -1, done = 0;
        long moves = 0;
        double bytes = 0;
        int threads = Math.Clamp(asked.Threads, 1, asked.Runs);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            RunSeries series = new(plan.Stages * plan.Groups.Count, calendar.Periods, plan.Model.Resources.Count);
            NetworkKernel<TPath> kernel = new(plan, series);
            TPath path = pathOf();
            for (int run = Interlocked.Increment(ref next); run < asked.Runs; run = Interlocked.Increment(ref next))
            {
                ulong seed = SeedOf(asked.Seed, run);
                series.Clear();
                kernel.Run(path, calendar.Arrivals(plan.Model.Arrivals, perDay, seed), seed);
                runs.Keep(series, run, calendar.Skip);
                Interlocked.Add(ref moves, series.Moves);
                if (run == 0) bytes = kernel.BytesPerPerson;
                progress?.Invoke(Interlocked.Increment(ref done));
            }
        });
        (runs.Moves, runs.BytesPerPerson) = (moves, bytes);
        return runs;
    }

    // Each run's seed is drawn from the asked one; runs of another model with the same seed share them.
    private static ulong SeedOf(ulong seed, int run)
    {
        Chance chance = new(seed, (ulong)run, 0x5EED);
        return ((ulong)chance.Bits() << 32) | chance.Bits();
    }

    /// <summary>The days simulated: the warm-up as one period, then those asked for.</summary>
    private sealed class Calendar
    {
        private const int DaysAYear = 365, Months = 12;
        private static readonly int[] MonthEnds = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

        public Calendar(SimulationAsked asked)
        {
            List<int> ends = [];
            int warm = asked.WarmUpYears * DaysAYear, each = Months / asked.PeriodsPerYear;
            if (warm > 0) ends.Add(warm);
            Skip = ends.Count;
            for (int year = 0; year < asked.Years; year++)
                for (int month = each; month <= Months; month += each) ends.Add(warm + (year * DaysAYear) + MonthEnds[month - 1]);
            Periods = new(ends);
            PeriodDays = [.. Enumerable.Range(Skip, ends.Count - Skip).Select(Periods.Length)];
        }

        public Periods Periods { get; }

        public int Skip { get; }

        public IReadOnlyList<double> PeriodDays { get; }

        public Arrivals Arrivals(ModelArrivals? arrivals, double perDay, ulong seed)
        {
            if (arrivals is not { Season.Count: Months }) return new(perDay, null, null, seed);
            int[] month = new int[(int)Periods.End];
            for (int day = 0; day < month.Length; day++) month[day] = Array.FindIndex(MonthEnds, e => day % DaysAYear < e);
            return new(perDay, [.. arrivals.Season], month, seed);
        }
    }
}
