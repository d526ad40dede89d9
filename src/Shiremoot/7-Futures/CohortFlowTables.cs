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

    private static (int, double)[] Shares(Route[] routes)
    {
        double sum = routes.Sum(r => r.Share);
        return [.. routes.Where(r => r is { To: >= 0, Share: > 0 }).Select(r => (r.To, r.Share / sum))];
    }
}
