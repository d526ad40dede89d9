namespace Shiremoot.Futures.Simulating;

/// <summary>The runs of a scenario, world by world, and where nobody waits for anybody those of the place as it is beside them. All go on from one starting point, before which there was no scenario.</summary>
/// <param name="today">The model as it is.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="asked">Years, runs, seed.</param>
/// <param name="given">How the place stands on the first day; null to make it.</param>
/// <param name="perDay">People who come in a day.</param>
/// <param name="besides">The runs as things are are wanted too.</param>
/// <param name="progress">Told the number of runs done.</param>
/// <param name="book">Where it is counted who goes where; null to leave it out.</param>
internal sealed class ScenarioRun(SystemModel today, Scenario scenario, SimulationAsked asked, StartingPoint? given, double perDay, bool besides, Action<int>? progress, StepBook? book = null)
{
    private readonly double warmDays = asked.WarmUpYears * SteadyState.DaysAYear;
    private StartingPoint? start;
    private int done;
    private bool isApart;

    /// <summary>The runs made so far; null before the first world.</summary>
    public SimulatedRuns? Runs { get; private set; }

    /// <summary>The same as things are, run by run with the same luck; null if they are not wanted, or the arms cannot be lived at once.</summary>
    public SimulatedRuns? Before { get; private set; }

    public void Make(SystemModel after, Turning turning, int worlds, int world)
    {
        SystemModel before = Renumbering.Onto(today, after);
        (SimulationPlan own, SimulationPlan plan) = SimulationPlan.Pair(before, after);
        double begins = warmDays + (scenario.FromYear * SteadyState.DaysAYear), ends = scenario.UntilYear is { } until ? warmDays + (until * SteadyState.DaysAYear) : double.PositiveInfinity;
        RunFrame frame = new(plan, asked, perDay, new(today, after, warmDays, begins, ends, asked.WarmUpYears + asked.Years)) { Worlds = worlds };
        isApart |= !besides || !own.IsOfSinglePeople || !plan.IsOfSinglePeople || !turning.KeepsCount(own);
        Differences? differences = isApart ? null : new(turning, own, plan);
        if (isApart) Before = null;
        else Before ??= RunFrame.AsItIs(new(today), asked, perDay).Empty(asked.Runs);
        if (plan.IsPlain)
        {
            (PlainPath plain, PlainPath changed) = (new(own), new(plan));
            Make(frame, own, () => (plain, changed), turning, differences, world);
            return;
        }
        (PeoplePlan people, PeoplePlan with) = (new(before, own, asked), new(after, plan, asked));
        Make(frame, own, Paths, turning, differences, world);

        // A service's places are the same ones for whom the scenario holds and for whom it does not.
        (PeoplePath, PeoplePath) Paths()
        {
            ServiceRoom?[] rooms = with.NewRooms(people);
            return (new(people, rooms), new(with, rooms));
        }
    }

    private void Make<TPath>(RunFrame frame, SimulationPlan own, Func<(TPath Was, TPath Then)> paths, Turning turning, Differences? differences, int world)
        where TPath : struct, IPath
    {
        Runs ??= frame.Empty(asked.Runs);
        TwoPaths<TPath> Way(ulong seed)
        {
            (TPath was, TPath then) = paths();
            return new(was, then, new Rollout(scenario, frame.Plan.Model, warmDays, seed), turning);
        }

        void Told(int _) => progress?.Invoke(Interlocked.Increment(ref done));
        // Where the scenario has people wait for each other they do so from a day of their own making: the given one knows of no queue.
        StartingPoint? known = frame.Plan.IsOfSinglePeople ? given?.Onto(new(today), frame.Plan, frame.Only) : null;
        start ??= known ?? (book is null ? frame.Start(() => Way(0)) : frame.Start(() => book.Past(Way(0))));
        book?.Begin();
        if (book is not null) frame.Run(Runs, world, start, seed => book.Run(Way(seed), seed), Told);
        else if (differences is null) frame.Run(Runs, world, start, Way, Told);
        else frame.RunBoth(Before!, Runs, world, start, own, differences, () => paths().Was, Way, Told);
    }
}
