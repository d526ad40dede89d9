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

    public SimulationPlan Plan { get; }

    public SimulationAsked Asked { get; }

    /// <summary>Worlds that the runs are shared out over: run r is of world r modulo this.</summary>
    public int Worlds { get; init; } = 1;

    public SimulatedRuns Empty(int runs) => new(
        [.. Plan.Model.Stages.Select(s => s.Id)], Plan.Services, [.. Plan.Model.Resources.Select(r => r.Id)], Plan.Groups,
        [.. Enumerable.Range(skip, periods.Count - skip).Select(periods.Length)], runs);

    /// <summary>Makes the past that all runs go on from; null if each is to have its own.</summary>
    /// <param name="path">How people went in it.</param>
    public Past? MakePast<TPath>(TPath path)
        where TPath : struct, IPath
    {
        if (Asked.OwnPasts || Asked.WarmUpYears == 0) return null;
        ulong seed = SeedOf(Asked.Seed, SimulationAsked.MostRuns);
        return new NetworkKernel<TPath>(Plan, Series(), shifts).Before(Asked.WarmUpYears * DaysAYear, path, Arrivals(seed, 0), seed);
    }

    private RunSeries Series() => new(Plan.Rows * Plan.Groups.Count, periods, Plan.Model.Resources.Count);

    /// <summary>Makes the runs of a world.</summary>
    /// <param name="runs">Where their figures go.</param>
    /// <param name="world">The world.</param>
    /// <param name="past">What the runs go on from; null to fill the system anew in each.</param>
    /// <param name="pathOf">How people go, by the run's seed; asked once for each run, and not shared between threads.</param>
    /// <param name="progress">Told of each run done.</param>
    public void Run<TPath>(SimulatedRuns runs, int world, Past? past, Func<ulong, TPath> pathOf, Action<int>? progress)
        where TPath : struct, IPath
    {
        int[] own = OwnRuns(Asked, Worlds, world);
        int next = -1, done = 0;
        long moves = 0;
        int threads = Math.Clamp(Asked.Threads, 1, Math.Max(1, own.Length));
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = Asked.Stop }, _ =>
        {
            RunSeries series = Series();
            NetworkKernel<TPath> kernel = new(Plan, series, shifts);
            for (int at = Interlocked.Increment(ref next); at < own.Length; at = Interlocked.Increment(ref next))
            {
                Asked.Stop.ThrowIfCancellationRequested();
                ulong seed = SeedOf(Asked.Seed, own[at]);
                series.Clear();
                if (past is null) kernel.Run(pathOf(seed), Arrivals(seed, 0), seed);
                else kernel.GoOn(past, pathOf(seed), Arrivals(seed, past.Day), seed);
                runs.Keep(series, own[at] - Asked.FirstRun, skip);
                Interlocked.Add(ref moves, series.Moves);
                if (own[at] == Asked.FirstRun) runs.BytesPerPerson = kernel.BytesPerPerson;
                progress?.Invoke(Interlocked.Increment(ref done));
            }
        });
        runs.Moves += moves;
    }

    /// <summary>Whether any of the runs asked for is of a world.</summary>
    public static bool HasRuns(SimulationAsked asked, int worlds, int world) => OwnRuns(asked, worlds, world).Length > 0;

    private static int[] OwnRuns(SimulationAsked asked, int worlds, int world) => [.. Enumerable.Range(asked.FirstRun, asked.Runs).Where(r => r % worlds == world)];

    // Each run's seed is drawn from the asked one; runs of another model with the same seed share them.
    private static ulong SeedOf(ulong seed, int run)
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
