namespace Shiremoot.Futures.Simulating;

/// <summary>The runs of a scenario, world by world. All go on from one past, in which there was no scenario yet.</summary>
internal sealed class ScenarioRun(SystemModel today, Scenario scenario, SimulationAsked asked, double perDay, Action<int>? progress)
{
    private readonly double warmDays = asked.WarmUpYears * SteadyState.DaysAYear;
    private Past? past;
    private int done;

    /// <summary>The runs made so far; null before the first world.</summary>
    public SimulatedRuns? Runs { get; private set; }

    public void Make(SystemModel after, Turning turning, int worlds, int world)
    {
        SystemModel before = Renumbering.Onto(today, after);
        (SimulationPlan own, SimulationPlan plan) = (new(before), new(after));
        double begins = warmDays + (scenario.FromYear * SteadyState.DaysAYear), ends = scenario.UntilYear is { } until ? warmDays + (until * SteadyState.DaysAYear) : double.PositiveInfinity;
        RunFrame frame = new(plan, asked, perDay, new(today, after, warmDays, begins, ends, asked.WarmUpYears + asked.Years)) { Worlds = worlds };
        if (plan.IsPlain)
        {
            (PlainPath plain, PlainPath changed) = (new(own), new(plan));
            Make(frame, () => plain, () => changed, turning, world);
            return;
        }
        (PeoplePlan people, PeoplePlan with) = (new(before, own, asked.Only), new(after, plan, asked.Only));
        Make(frame, () => new PeoplePath(people), () => new PeoplePath(with), turning, world);
    }

    private void Make<TPath>(RunFrame frame, Func<TPath> was, Func<TPath> then, Turning turning, int world)
        where TPath : struct, IPath
    {
        Runs ??= frame.Empty(asked.Runs);
        TwoPaths<TPath> Way(ulong seed) => new(was(), then(), new Rollout(scenario, frame.Plan.Model, warmDays, seed), turning);
        past ??= frame.MakePast(Way(0));
        frame.Run(Runs, world, past, Way, _ => progress?.Invoke(Interlocked.Increment(ref done)));
    }
}
