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
        SimulatedRuns runs = frame.Empty(asked.Runs);
        if (plan.IsPlain)
        {
            PlainPath plain = new(plan);
            frame.Run(runs, 0, (_, _) => plain, progress);
            return runs;
        }
        PeoplePlan people = new(model, plan);
        frame.Run(runs, 0, (_, _) => new PeoplePath(people), progress);
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
        double warm = asked.WarmUpYears * SteadyState.DaysAYear, begins = warm + (scenario.FromYear * SteadyState.DaysAYear);
        double ends = scenario.UntilYear is { } until ? warm + (until * SteadyState.DaysAYear) : double.PositiveInfinity;
        SimulatedRuns? runs = null;
        int worlds = Math.Clamp(asked.Worlds, 1, SimulationAsked.MostRuns), done = 0;
        for (int world = 0; world < worlds; world++)
        {
            if (runs is not null && !RunFrame.HasRuns(asked, worlds, world)) continue;
            if (source.With(scenario, Worlds.Numbers(scenario, worlds, world, asked.Seed)).Refused(out why, out SystemModel? after)) return why;
            SimulationPlan plan = new(after);
            // The same people come in with the scenario as without it.
            if (Checked(plan, asked with { ArrivalsPerDay = perDay }).Refused(out why, out _)) return why;
            RunFrame frame = new(plan, asked, perDay, new(today, after, warm, begins, ends, asked.WarmUpYears + asked.Years)) { Worlds = worlds };
            runs ??= frame.Empty(asked.Runs);
            Run(frame, runs, world, scenario, today, after, _ => progress?.Invoke(Interlocked.Increment(ref done)));
        }
        return runs!;
    }

    private static void Run(RunFrame frame, SimulatedRuns runs, int world, Scenario scenario, SystemModel today, SystemModel after, Action<int> progress)
    {
        SystemModel before = Renumbering.Onto(today, after);
        SimulationPlan own = new(before);
        double warm = frame.Asked.WarmUpYears * SteadyState.DaysAYear;
        if (frame.Plan.IsPlain)
        {
            (PlainPath was, PlainPath then) = (new(own), new(frame.Plan));
            frame.Run(runs, world, (_, seed) => new TwoPaths<PlainPath>(was, then, new Rollout(scenario, after, warm, seed)), progress);
            return;
        }
        (PeoplePlan first, PeoplePlan second) = (new(before, own), new(after, frame.Plan));
        frame.Run(runs, world, (_, seed) => new TwoPaths<PeoplePath>(new(first), new(second), new Rollout(scenario, after, warm, seed)), progress);
    }

    /// <summary>People who come in a day, or why a model is not run as asked.</summary>
    internal static Outcome<double> Checked(SimulationPlan plan, SimulationAsked asked)
    {
        if (asked.Years is < 1 or > SimulationAsked.MostYears) return Refusals.YearsNotSimulated(asked.Years, SimulationAsked.MostYears);
        if (asked.Runs is < 1 or > SimulationAsked.MostRuns) return Refusals.RunsOutOfRange(asked.Runs, SimulationAsked.MostRuns);
        if (!plan.IsPlain && plan.Model.Covariates.Count > PeoplePlan.MostCovariates) return Refusals.TooManyCovariates(plan.Model.Covariates.Count, PeoplePlan.MostCovariates);
        if (asked.ArrivalsPerDay is { } given) return given;
        if (plan.Model.Arrivals is { PerYear: { } perYear }) return perYear / SteadyState.DaysAYear;
        return plan.IsPlain ? SteadyState.Visits(plan).Then(v => SteadyState.ArrivalsOf(plan.Model, v)) : Refusals.NoArrivals();
    }
}
