using Shiremoot.Futures.Simulating;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// A model as flows of alike people: in each row (a stage, of a group where people differ) how long a stay lasts and where it leads. Of a model whose people
/// are alike these are the model's own; of others they are what the people engine did on average.
/// </summary>
public sealed class CohortFlowTables
{
    internal CohortFlowTables(IReadOnlyList<string> stages, IReadOnlyList<string> groups, Lasting?[] days, int[] line, IReadOnlyList<ModelResource> resources, double[] arrivalsPerDay, (int To, double Share)[][] ways) =>
        (Stages, Groups, Days, Line, Resources, ArrivalsPerDay, Ways) = (stages, groups, days, line, resources, arrivalsPerDay, ways);

    public IReadOnlyList<string> Stages { get; }

    public IReadOnlyList<string> Groups { get; }

    public int Rows => Stages.Count * Groups.Count;

    /// <summary>By stage: the stay; of stages that wait, the time of a server.</summary>
    internal Lasting?[] Days { get; }

    /// <summary>By stage: the resource it waits for, or -1.</summary>
    internal int[] Line { get; }

    internal IReadOnlyList<ModelResource> Resources { get; }

    /// <summary>By row: people who come in from outside a day.</summary>
    internal double[] ArrivalsPerDay { get; }

    /// <summary>By row: rows it leads to, with their shares; what is left of 1 leaves.</summary>
    internal (int To, double Share)[][] Ways { get; }

    /// <summary>The tables of a model whose people are alike.</summary>
    /// <param name="model">The model.</param>
    /// <param name="arrivalsPerDay">People from outside a day; null for the model's own.</param>
    public static Outcome<CohortFlowTables> Of(SystemModel model, double? arrivalsPerDay = null)
    {
        SimulationPlan plan = new(model);
        if (!plan.IsPlain) return Refusals.NoOwnTables();
        double perDay;
        if (arrivalsPerDay is { } given) perDay = given;
        else if (SteadyState.Visits(plan).Then(v => SteadyState.ArrivalsOf(model, v)).Refused(out Refusal? why, out perDay)) return why;
        double[] arrivals = new double[plan.Stages];
        arrivals[plan.Entry] = perDay;
        return new CohortFlowTables([.. model.Stages.Select(s => s.Id)], plan.Groups, plan.Days, plan.Line, model.Resources, arrivals, [.. plan.Routes.Select(Shares)]);
    }

    /// <summary>The tables of a model whose people differ: what the people engine does on average, by sex and age when a case began.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">Years to learn from, after the warm-up; every run counts.</param>
    public static Outcome<CohortFlowTables> Learn(SystemModel model, SimulationAsked asked)
    {
        SimulationPlan plan = new(model);
        if (plan.IsPlain) return Of(model, asked.ArrivalsPerDay);
        if (Simulation.Count(model, asked).Refused(out Refusal? why, out (WayCounts Ways, SimulatedRuns Runs) counted)) return why;
        int rows = plan.Stages * plan.Groups.Count;
        double days = asked.Years * SteadyState.DaysAYear * asked.Runs;
        double[] arrivals = new double[rows];
        (int, double)[][] ways = new (int, double)[rows][];
        for (int row = 0; row < rows; row++)
        {
            int from = Counted(row);
            arrivals[row] = counted.Ways.At(-1, from) / days;
            double all = counted.Ways.At(from, -1);
            for (int to = 0; to < rows; to++) all += counted.Ways.At(from, Counted(to));
            ways[row] = all == 0 ? [] : [.. Enumerable.Range(0, rows).Select(to => (to, counted.Ways.At(from, Counted(to)) / all)).Where(w => w.Item2 > 0)];
        }
        Lasting?[] stays = [.. Enumerable.Range(0, plan.Stages).Select(s => Stay(plan, s, counted.Runs))];
        return new CohortFlowTables([.. model.Stages.Select(s => s.Id)], plan.Groups, stays, plan.Line, model.Resources, arrivals, ways);

        // Rows of runs hold services too.
        int Counted(int row) => (row / plan.Stages * plan.Rows) + (row % plan.Stages);
    }

    // A stay that is part of a sentence is as long as that part of it; of other sentences only the mean is known, from the runs.
    private static Lasting? Stay(SimulationPlan plan, int stage, SimulatedRuns runs)
    {
        ModelStage its = plan.Model.Stages[stage];
        if (plan.Days[stage] is { } days) return days;
        if (its.Served <= 0) return null;
        if (its.Sentence is { Shape: LastingShape.Uniform or LastingShape.Fixed or LastingShape.Exponential or LastingShape.LogNormal or LastingShape.Weibull or LastingShape.Gamma } sentence)
            return new(sentence.Shape, sentence.Mean * its.Served, sentence.Shape == LastingShape.Uniform ? sentence.Spread * its.Served : sentence.Spread);
        double entries = 0, spent = 0;
        for (int group = 0; group < runs.Groups.Count; group++)
            for (int run = 0; run < runs.Runs; run++)
                for (int p = 0; p < runs.PeriodDays.Count; p++)
                {
                    entries += runs.At(SimulatedFigure.Entries, run, runs.Row(stage, group), p);
                    spent += runs.At(SimulatedFigure.Days, run, runs.Row(stage, group), p);
                }
        return entries == 0 ? null : new(LastingShape.Exponential, spent / entries, 0);
    }

    private static (int, double)[] Shares(Route[] routes)
    {
        double sum = routes.Sum(r => r.Share);
        return [.. routes.Where(r => r is { To: >= 0, Share: > 0 }).Select(r => (r.To, r.Share / sum))];
    }
}
