using System.Collections.Concurrent;
using Shiremoot.Futures.Simulating;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>The people engine: a model run person by person, event by event, so that lines form and histories count. Method: docs/methods/simulation.md.</summary>
public static class Simulation
{
    /// <summary>Runs a model as it is.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">Years, runs, seed.</param>
    /// <param name="progress">Told the number of runs done.</param>
    public static Outcome<SimulatedRuns> Run(SystemModel model, SimulationAsked asked, Action<int>? progress = null)
    {
        SimulationPlan plan = new(model);
        if (Checked(plan, asked).Refused(out Refusal? why, out double perDay)) return why;
        RunFrame frame = new(plan, asked, perDay, new(model, model, 0, 0, 0, asked.WarmUpYears + asked.Years));
        if (plan.IsPlain)
        {
            PlainPath plain = new(plan);
            return Run(frame, () => plain, progress);
        }
        PeoplePlan people = new(model, plan, asked.Only);
        return Run(frame, () => new PeoplePath(people), progress);
    }

    private static SimulatedRuns Run<TPath>(RunFrame frame, Func<TPath> path, Action<int>? progress)
        where TPath : struct, IPath
    {
        SimulatedRuns runs = frame.Empty(frame.Asked.Runs);
        frame.Run(runs, 0, frame.MakePast(path()), _ => path(), progress);
        return runs;
    }

    /// <summary>Runs a model with a scenario: the same people with the same luck, but for what it changes.</summary>
    /// <param name="source">The model.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="asked">Years, runs, seed, and how many worlds its numbers are drawn for.</param>
    /// <param name="progress">Told the number of runs done.</param>
    public static Outcome<SimulatedRuns> Run(ModelSource source, Scenario scenario, SimulationAsked asked, Action<int>? progress = null)
    {
        if (source.Today().Refused(out Refusal? why, out SystemModel? today)) return why;
        if (Checked(new(today), asked).Refused(out why, out double perDay)) return why;
        ScenarioRun run = new(today, scenario, asked, perDay, progress);
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
        return run.Runs!;
    }

    /// <summary>Runs a model whose people differ and counts where they go, from the end of the warm-up on.</summary>
    internal static Outcome<(WayCounts Ways, SimulatedRuns Runs)> Count(SystemModel model, SimulationAsked asked)
    {
        SimulationPlan plan = new(model);
        if (Checked(plan, asked).Refused(out Refusal? why, out double perDay)) return why;
        RunFrame frame = new(plan, asked, perDay, new(model, model, 0, 0, 0, asked.WarmUpYears + asked.Years));
        PeoplePlan people = new(model, plan, asked.Only);
        double warm = asked.WarmUpYears * SteadyState.DaysAYear;
        ConcurrentBag<WayCounts> parts = [];
        SimulatedRuns runs = frame.Empty(asked.Runs);
        frame.Run(runs, 0, frame.MakePast(new CountingPath<PeoplePath>(new(people), Counts())), _ =>
        {
            WayCounts own = Counts();
            parts.Add(own);
            return new CountingPath<PeoplePath>(new(people), own);
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
        if (asked.Only is { IsEveryone: false } && plan.Model.Resources.Count > 0) return Refusals.OnlySomeInLine(plan.Model.Resources[0].Id);
        if (!plan.IsPlain && plan.Model.Covariates.Count > PersonRules.MostCovariates) return Refusals.TooManyCovariates(plan.Model.Covariates.Count, PersonRules.MostCovariates);
        if (plan.Services.Length > PeoplePlan.MostServices) return Refusals.TooManyServices(plan.Services.Length, PeoplePlan.MostServices);
        if (asked.ArrivalsPerDay is { } given) return given;
        if (plan.Model.Arrivals is { PerYear: { } perYear }) return perYear / SteadyState.DaysAYear;
        return plan.IsPlain ? SteadyState.Visits(plan).Then(v => SteadyState.ArrivalsOf(plan.Model, v)) : Refusals.NoArrivals();
    }
}
