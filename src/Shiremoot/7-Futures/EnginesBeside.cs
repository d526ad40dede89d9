using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>One stage by the three engines: mean number of people in it in the years asked.</summary>
/// <param name="Stage">Its id.</param>
/// <param name="Exact">In the long run, exactly; null where the model has no exact answer.</param>
/// <param name="Flow">By the cohort-flow engine.</param>
/// <param name="People">By the people engine.</param>
/// <param name="EntriesFlow">Entries a year by the cohort-flow engine.</param>
/// <param name="EntriesPeople">Entries a year by the people engine.</param>
public sealed record StageBeside(string Stage, double? Exact, double Flow, RunMean People, double EntriesFlow, RunMean EntriesPeople)
{
    /// <summary>How far the flow engine lies from the people engine, as a share of the latter; 0 where nobody is.</summary>
    public double Apart => People.Mean > 0 ? (Flow / People.Mean) - 1 : 0;
}

/// <summary>The three engines on one model, beside each other: each checks the others.</summary>
public static class EnginesBeside
{
    /// <summary>A warm-up that is long enough to compare engines, which all begin empty: each run has one of its own.</summary>
    public const int WarmUpYears = 15;

    /// <summary>Runs all three.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">Years, warm-up and runs; the flow engine starts from empty at the beginning of the warm-up, as the people engine does.</param>
    public static Outcome<IReadOnlyList<StageBeside>> Of(SystemModel model, SimulationAsked asked)
    {
        SimulationAsked own = asked with { OwnPasts = true };
        if (Simulation.Run(model, own).Refused(out Refusal? why, out SimulatedRuns? runs)) return why;
        if (CohortFlowTables.Learn(model, own).Refused(out why, out CohortFlowTables? tables)) return why;
        int from = asked.WarmUpYears * 12, months = from + (asked.Years * 12);
        CohortFlow flow = CohortFlow.Run([(0, tables)], months);
        SteadyState? exact = SteadyState.Of(model, asked.ArrivalsPerDay) is { IsRefused: false } outcome ? outcome.Value : null;
        List<StageBeside> all = [];
        for (int s = 0; s < model.Stages.Count; s++)
        {
            double people = 0, entries = 0;
            for (int g = 0; g < tables.Groups.Count; g++)
                for (int month = from; month < months; month++)
                {
                    people += flow.People((g * model.Stages.Count) + s, month) / (months - from);
                    entries += flow.Entries((g * model.Stages.Count) + s, month) / asked.Years;
                }
            all.Add(new(model.Stages[s].Id, exact?.Stages[s].People, people, Mean(runs, SimulatedFigure.Days, s, asked.Years * SteadyState.DaysAYear), entries, Mean(runs, SimulatedFigure.Entries, s, asked.Years)));
        }
        return all;
    }

    private static RunMean Mean(SimulatedRuns runs, SimulatedFigure figure, int stage, double over)
    {
        double[] sums = new double[runs.Runs];
        for (int g = 0; g < runs.Groups.Count; g++)
        {
            double[] each = runs.Sums(figure, runs.Row(stage, g), 0, runs.PeriodDays.Count);
            for (int r = 0; r < sums.Length; r++) sums[r] += each[r] / over;
        }
        return RunMean.Of(sums);
    }
}
