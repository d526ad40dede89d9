using System.Collections.Concurrent;
using Shiremoot.Futures.Simulating;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>The people engine: a model run person by person, event by event, so that lines form and histories count. Method: docs/methods/simulation.md.</summary>
public static class Simulation
{
    // A bit of SimulatedPerson.Visited for each.
    private const int MostStages = 64;

    /// <summary>Runs a model as it is.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">Years, runs, seed.</param>
    /// <param name="progress">Told the number of runs done.</param>
    /// <param name="start">How the place stands on the first day, made by <see cref="StartOf"/> for the same warm-up and seed; null to make it.</param>
    public static Outcome<SimulatedRuns> Run(SystemModel model, SimulationAsked asked, Action<int>? progress = null, StartingPoint? start = null)
    {
        SimulationPlan plan = new(model);
        if (Checked(plan, asked).Refused(out Refusal? why, out double perDay)) return why;
        RunFrame frame = RunFrame.AsItIs(plan, asked, perDay);
        if (plan.IsPlain)
        {
            PlainPath plain = new(plan);
            return Run(frame, () => plain, start, progress);
        }
        PeoplePlan people = new(model, plan, asked);
        return Run(frame, () => new PeoplePath(people), start, progress);
    }

    /// <summary>How a place stands on the first day that is counted: for runs that are made apart and are to go on from the same day.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">The warm-up and the seed, and whom to follow.</param>
    /// <returns>Null where runs go on from no common day: people wait for each other, each run has a past of its own, or there is no warm-up.</returns>
    public static Outcome<StartingPoint?> StartOf(SystemModel model, SimulationAsked asked)
    {
        SimulationPlan plan = new(model);
        if (Checked(plan, asked).Refused(out Refusal? why, out double perDay)) return why;
        if (!plan.IsOfSinglePeople) return Outcome.Of<StartingPoint?>(null);
        RunFrame frame = RunFrame.AsItIs(plan, asked, perDay);
        if (plan.IsPlain) return Outcome.Of(frame.Start(() => new PlainPath(plan)));
        PeoplePlan people = new(model, plan, asked);
        return Outcome.Of(frame.Start(() => new PeoplePath(people)));
    }

    private static SimulatedRuns Run<TPath>(RunFrame frame, Func<TPath> path, StartingPoint? start, Action<int>? progress)
        where TPath : struct, IPath
    {
        SimulatedRuns runs = frame.Empty(frame.Asked.Runs);
        frame.Run(runs, 0, start?.Onto(frame.Plan, frame.Plan, frame.Only) ?? frame.Start(path), _ => path(), progress);
        return runs;
    }

    /// <summary>Runs a model with a scenario: the same people with the same luck, but for what it changes.</summary>
    /// <param name="source">The model.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="asked">Years, runs, seed, and how many worlds its numbers are drawn for.</param>
    /// <param name="progress">Told the number of runs done.</param>
    /// <param name="start">How the place stands on the first day, as for a model as it is; null to make it.</param>
    public static Outcome<SimulatedRuns> Run(ModelSource source, Scenario scenario, SimulationAsked asked, Action<int>? progress = null, StartingPoint? start = null) =>
        Run(source, scenario, asked, start, besides: false, progress).Then(run => Outcome.Of(run.Runs!));

    /// <summary>
    /// Runs a model as it is and with a scenario: figure by figure what the two make by themselves, but quicker where nobody waits for anybody, for whom the scenario
    /// makes no difference to is followed once.
    /// </summary>
    /// <param name="source">The model.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="asked">Years, runs, seed, and how many worlds its numbers are drawn for.</param>
    /// <param name="progress">Told the number of runs done, out of those asked for; of both arms at once or of one after the other.</param>
    /// <param name="start">How the place stands on the first day; null to make it.</param>
    /// <param name="alone">Gives the runs as things are where they are made by themselves; null to make them.</param>
    public static Outcome<(SimulatedRuns Before, SimulatedRuns With)> RunBoth(
        ModelSource source, Scenario scenario, SimulationAsked asked, Action<int>? progress = null, StartingPoint? start = null, Func<Outcome<SimulatedRuns>>? alone = null)
    {
        if (Run(source, scenario, asked, start, besides: true, progress).Refused(out Refusal? why, out ScenarioRun? run)) return why;
        if (run.Before is { } before) return (before, run.Runs!);
        return (alone is null ? source.Today().Then(today => Run(today, asked, progress)) : alone()).Then(made => Outcome.Of((made, run.Runs!)));
    }

    private static Outcome<ScenarioRun> Run(ModelSource source, Scenario scenario, SimulationAsked asked, StartingPoint? start, bool besides, Action<int>? progress, StepBook? book = null)
    {
        if (source.Today().Refused(out Refusal? why, out SystemModel? today)) return why;
        if (Checked(new(today), asked).Refused(out why, out double perDay)) return why;
        if (new SimulationPlan(today).IsPlain && !scenario.Who.IsEveryone) return Refusals.PeopleAlike($"the scenario '{scenario.Id}' is for some: {scenario.Who.InWords}");
        // The first day is made by the model as it is, so that it is the same whoever makes it.
        if (start is null && book is null && StartOf(today, asked).Refused(out why, out start)) return why;
        ScenarioRun run = new(today, scenario, asked, start, perDay, besides, progress, book);
        int worlds = Math.Clamp(asked.Worlds, 1, SimulationAsked.MostRuns);
        for (int world = 0; world < worlds; world++)
        {
            if (run.Runs is not null && !RunFrame.HasRuns(asked, worlds, world)) continue;
            IReadOnlyDictionary<string, double> numbers = Worlds.Numbers(scenario, worlds, world, asked.Seed);
            if (source.With(scenario, numbers).Refused(out why, out SystemModel? after)) return why;
            // The same people come in with the scenario as without it.
            if (Checked(new(after), asked with { ArrivalsPerDay = perDay }).Refused(out why, out _)) return why;
            if (Turning.Of(scenario, today, after, numbers).Refused(out why, out Turning? turning)) return why;
            run.Make(after, turning, worlds, world);
        }
        return run;
    }

    /// <summary>Runs a model as it is, and with a scenario if there is one, and counts who goes from step to step.</summary>
    /// <param name="source">The model.</param>
    /// <param name="scenario">The scenario; null for the model as it is.</param>
    /// <param name="asked">Years, runs, seed, and how many worlds the scenario's numbers are drawn for.</param>
    /// <param name="steps">Into which steps stages are gathered.</param>
    /// <param name="progress">Told the number of runs done, of both arms.</param>
    public static Outcome<FutureWays> Ways(ModelSource source, Scenario? scenario, SimulationAsked asked, IReadOnlyList<FutureStep> steps, Action<int>? progress = null)
    {
        if (source.Today().Refused(out Refusal? why, out SystemModel? today)) return why;
        SystemModel all = today;
        if (scenario is not null && source.With(scenario).Refused(out why, out all!)) return why;
        SimulationPlan plan = new(today);
        if (Checked(plan, asked).Refused(out why, out double perDay)) return why;
        StepPlan known = new(all, steps);
        StepBook before = new(known, today, asked);
        StartingPoint? start = CountAsItIs(RunFrame.AsItIs(plan, asked, perDay), before, progress);
        if (scenario is null) return new FutureWays(null, asked, known.Steps, before.ByRun(), null);
        // Where nobody waits for anybody both arms go on from one day, with what was known of everyone then.
        bool isShared = start is not null && plan.IsOfSinglePeople && new SimulationPlan(all).IsOfSinglePeople;
        StepBook with = isShared ? new(known, all, asked) { Begun = before.Begun } : new(known, all, asked);
        if (Run(source, scenario, asked, isShared ? start : null, besides: false, done => progress?.Invoke(asked.Runs + done), with).Refused(out why, out _)) return why;
        return new FutureWays(scenario, asked, known.Steps, before.ByRun(), with.ByRun());
    }

    private static StartingPoint? CountAsItIs(RunFrame frame, StepBook book, Action<int>? progress)
    {
        if (frame.Plan.IsPlain)
        {
            PlainPath plain = new(frame.Plan);
            return Count(frame, () => plain, book, progress);
        }
        PeoplePlan people = new(frame.Plan.Model, frame.Plan, frame.Asked);
        return Count(frame, () => new PeoplePath(people), book, progress);
    }

    private static StartingPoint? Count<TPath>(RunFrame frame, Func<TPath> path, StepBook book, Action<int>? progress)
        where TPath : struct, IPath
    {
        StartingPoint? start = frame.Start(() => book.Past(path()));
        book.Begin();
        frame.Run(frame.Empty(frame.Asked.Runs), 0, start, seed => book.Run(path(), seed), progress);
        return start;
    }

    /// <summary>Runs a model whose people differ and counts where they go, from the end of the warm-up on.</summary>
    internal static Outcome<(WayCounts Ways, SimulatedRuns Runs)> Count(SystemModel model, SimulationAsked asked)
    {
        SimulationPlan plan = new(model);
        if (Checked(plan, asked).Refused(out Refusal? why, out double perDay)) return why;
        RunFrame frame = RunFrame.AsItIs(plan, asked, perDay);
        PeoplePlan people = new(model, plan, asked);
        double warm = asked.WarmUpYears * SteadyState.DaysAYear;
        ConcurrentBag<WayCounts> parts = [];
        SimulatedRuns runs = frame.Empty(asked.Runs);
        frame.Run(runs, 0, frame.Start(() => new CountingPath<PeoplePath, WayCounts>(new(people), Counts())), _ =>
        {
            WayCounts own = Counts();
            parts.Add(own);
            return new CountingPath<PeoplePath, WayCounts>(new(people), own);
        }, null);
        // Whole numbers: the sum is the same in whatever order the runs came.
        WayCounts sum = Counts();
        foreach (WayCounts part in parts) sum.Add(part);
        return (sum, runs);

        WayCounts Counts() => new(plan.Rows * plan.Groups.Count, plan.Rows, warm);
    }

    /// <summary>People who come in a day, or why a model is not run as asked.</summary>
    internal static Outcome<double> Checked(SimulationPlan plan, SimulationAsked asked)
    {
        if (asked.Years is < 1 or > SimulationAsked.MostYears) return Refusals.YearsNotSimulated(asked.Years, SimulationAsked.MostYears);
        if (asked.Runs is < 1 or > SimulationAsked.MostRuns) return Refusals.RunsOutOfRange(asked.Runs, SimulationAsked.MostRuns);
        if (plan.Stages > MostStages) return Refusals.TooManyStages(plan.Stages, MostStages);
        if (!plan.IsPlain && (plan.Model.Entry.MenAges.Count == 0 || plan.Model.Entry.WomenAges.Count == 0)) return Refusals.PeopleAlike("offers, odds or sentences speak of what differs between them");
        if (plan.IsPlain && asked.Only is { IsEveryone: false } some) return Refusals.PeopleAlike($"only some are asked for: {some.InWords}");
        if (asked.Only is { IsEveryone: false } && plan.Model.Resources.Count > 0) return Refusals.OnlySomeInLine(plan.Model.Resources[0].Id);
        if (!plan.IsPlain && plan.Model.Covariates.Count > PersonRules.MostCovariates) return Refusals.TooManyCovariates(plan.Model.Covariates.Count, PersonRules.MostCovariates);
        if (plan.Services.Length > PeoplePlan.MostServices) return Refusals.TooManyServices(plan.Services.Length, PeoplePlan.MostServices);
        if (asked.ArrivalsPerDay is { } given) return given;
        if (plan.Model.Arrivals is { PerYear: { } perYear }) return perYear / SteadyState.DaysAYear;
        return plan.IsPlain ? SteadyState.Visits(plan).Then(v => SteadyState.ArrivalsOf(plan.Model, v)) : Refusals.NoArrivals();
    }
}
