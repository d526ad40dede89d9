using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>What the runs of one model share, and the running of them: each by whichever thread is free, its figures kept under its own number.</summary>
internal sealed class RunFrame
{
    private const int DaysAYear = 365, Months = 12;
    private static readonly int[] MonthEnds = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
    private readonly double perDay;
    private readonly Shifts shifts;
    private readonly Periods periods;
    private readonly int skip;

    public RunFrame(SimulationPlan plan, SimulationAsked asked, double perDay, Shifts shifts)
    {
        (Plan, Asked, this.perDay, this.shifts) = (plan, asked, perDay, shifts);
        List<int> ends = [];
        int warm = asked.WarmUpYears * DaysAYear, each = Months / asked.PeriodsPerYear;
        if (warm > 0) ends.Add(warm);
        skip = ends.Count;
        for (int year = 0; year < asked.Years; year++)
            for (int month = each; month <= Months; month += each) ends.Add(warm + (year * DaysAYear) + MonthEnds[month - 1]);
        periods = new(ends);
    }

    /// <summary>The frame of a model's runs as it is, with no scenario.</summary>
    public static RunFrame AsItIs(SimulationPlan plan, SimulationAsked asked, double perDay) => new(plan, asked, perDay, new(plan.Model, plan.Model, 0, 0, 0, asked.WarmUpYears + asked.Years));

    public SimulationPlan Plan { get; }

    public SimulationAsked Asked { get; }

    /// <summary>Whom alone to follow; null for everyone.</summary>
    public Rollout? Only => Rollout.Whom(Asked, Plan.Model);

    /// <summary>Worlds that the runs are shared out over: run r is of world r modulo this.</summary>
    public int Worlds { get; init; } = 1;

    public SimulatedRuns Empty(int runs) => new(
        [.. Plan.Model.Stages.Select(s => s.Id)], Plan.Services, Plan.Spans.Kinds, [.. Plan.Model.Resources.Select(r => r.Id)], Plan.Groups,
        [.. Enumerable.Range(skip, periods.Count - skip).Select(periods.Length)], runs);

    /// <summary>Makes what all runs go on from; null if each is to have its own past.</summary>
    /// <param name="path">How people went before.</param>
    public StartingPoint? Start<TPath>(Func<TPath> path)
        where TPath : struct, IPath
    {
        if (Asked.OwnPasts || Asked.WarmUpYears == 0) return null;
        ulong seed = SeedOf(Asked.Seed, SimulationAsked.MostRuns);
        double day = Asked.WarmUpYears * DaysAYear;
        if (!Plan.IsOfSinglePeople) return new NetworkKernel<TPath>(Plan, Series(), shifts).Before(day, path(), Arrivals(seed, 0), seed);
        StartingPoint[] made = new StartingPoint[Math.Max(1, Asked.Threads)];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = made.Length, CancellationToken = Asked.Stop }, part =>
        {
            LoneKernel<TPath> kernel = new(Plan, Series());
            kernel.Set(path(), seed);
            made[part] = kernel.Before(day, Arrivals(seed, 0), (part, made.Length));
        });
        return StartingPoint.Joined(made);
    }

    private RunSeries Series() => new(Plan, periods);

    /// <summary>Makes the runs of a world.</summary>
    /// <param name="runs">Where their figures go.</param>
    /// <param name="world">The world.</param>
    /// <param name="from">What the runs go on from; null to fill the system anew in each.</param>
    /// <param name="pathOf">How people go, by the run's seed; asked once for each run, and not shared between threads.</param>
    /// <param name="progress">Told of each run done.</param>
    public void Run<TPath>(SimulatedRuns runs, int world, StartingPoint? from, Func<ulong, TPath> pathOf, Action<int>? progress)
        where TPath : struct, IPath => Each(world, progress, () =>
    {
        RunSeries series = Series();
        if (Plan.IsOfSinglePeople)
        {
            LoneKernel<TPath> lone = new(Plan, series);
            return (run, seed) =>
            {
                series.Clear();
                lone.Set(pathOf(seed), seed);
                lone.Run(from, Arrivals(seed, from?.Day ?? 0));
                runs.Keep(series, run, skip);
                if (run == 0) runs.BytesPerPerson = lone.BytesPerPerson;
            };
        }
        NetworkKernel<TPath> kernel = new(Plan, series, shifts);
        return (run, seed) =>
        {
            series.Clear();
            if (from is null) kernel.Run(pathOf(seed), Arrivals(seed, 0), seed);
            else kernel.GoOn(from, pathOf(seed), Arrivals(seed, from.Day), seed);
            runs.Keep(series, run, skip);
            if (run == 0) runs.BytesPerPerson = kernel.BytesPerPerson;
        };
    });

    /// <summary>Makes the runs of a world as things are and with the scenario at once; for models in which nobody waits for anybody.</summary>
    /// <param name="before">Where the figures as things are go.</param>
    /// <param name="with">Where those with the scenario go.</param>
    /// <param name="world">The world.</param>
    /// <param name="from">What the runs go on from; null to fill the system anew in each.</param>
    /// <param name="own">The model as it is, made ready in the numbers of this frame's.</param>
    /// <param name="differences">Where the scenario may make one.</param>
    /// <param name="pathOf">How people go as things are.</param>
    /// <param name="withOf">How people go with the scenario, by the run's seed.</param>
    /// <param name="progress">Told of each run done.</param>
    public void RunBoth<TPath>(
        SimulatedRuns before, SimulatedRuns with, int world, StartingPoint? from, SimulationPlan own, Differences differences, Func<TPath> pathOf, Func<ulong, TwoPaths<TPath>> withOf, Action<int>? progress)
        where TPath : struct, IPath => Each(world, progress, () =>
    {
        PairKernel<TPath> kernel = new(own, Plan, differences, periods);
        int[] rows = before.RowsIn(with);
        return (run, seed) =>
        {
            (RunSeries was, RunSeries then) = kernel.Run(from, pathOf(), withOf(seed), Arrivals(seed, from?.Day ?? 0), seed);
            before.Keep(was, run, skip, rows);
            with.Keep(then, run, skip);
            if (run == 0) before.BytesPerPerson = with.BytesPerPerson = kernel.BytesPerPerson;
        };
    });

    // Each run by whichever thread is free; a thread makes what it runs with once.
    private void Each(int world, Action<int>? progress, Func<Action<int, ulong>> maker)
    {
        int[] own = OwnRuns(Asked, Worlds, world);
        int next = -1, done = 0, threads = Math.Clamp(Asked.Threads, 1, Math.Max(1, own.Length));
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = Asked.Stop }, _ =>
        {
            Action<int, ulong> make = maker();
            for (int at = Interlocked.Increment(ref next); at < own.Length; at = Interlocked.Increment(ref next))
            {
                Asked.Stop.ThrowIfCancellationRequested();
                make(own[at] - Asked.FirstRun, SeedOf(Asked.Seed, own[at]));
                progress?.Invoke(Interlocked.Increment(ref done));
            }
        });
    }

    /// <summary>Whether any of the runs asked for is of a world.</summary>
    public static bool HasRuns(SimulationAsked asked, int worlds, int world) => OwnRuns(asked, worlds, world).Length > 0;

    private static int[] OwnRuns(SimulationAsked asked, int worlds, int world) => [.. Enumerable.Range(asked.FirstRun, asked.Runs).Where(r => r % worlds == world)];

    /// <summary>Each run's seed is drawn from the asked one; runs of another model with the same seed share them.</summary>
    public static ulong SeedOf(ulong seed, int run)
    {
        Chance chance = new(seed, (ulong)run, 0x5EED);
        return ((ulong)chance.Bits() << 32) | chance.Bits();
    }

    private Arrivals Arrivals(ulong seed, double from)
    {
        if (Plan.Model.Arrivals is not { Season.Count: Months } arrivals) return new(perDay, null, null, seed, from);
        int[] month = new int[(int)periods.End];
        for (int day = 0; day < month.Length; day++) month[day] = Array.FindIndex(MonthEnds, e => day % DaysAYear < e);
        return new(perDay, [.. arrivals.Season], month, seed, from);
    }
}
