namespace Shiremoot.Futures.Simulating;

/// <summary>
/// Which step each stage is of, in the order the model first meets them. Before the steps stand four ends of the way: coming in for the first time, having come
/// back, coming back, and not coming back.
/// </summary>
internal sealed class StepPlan
{
    /// <summary>Places of the four ends among <see cref="Steps"/>.</summary>
    public const byte FirstTime = 0, HasComeBack = 1, ComesBack = 2, Leaves = 3;

    private const int Passed = -1;
    private readonly Dictionary<string, int> byStage = new(StringComparer.Ordinal);

    /// <param name="model">The model with all its stages: with the scenario laid over it, if there is one.</param>
    /// <param name="steps">The steps, those that go first before the others.</param>
    public StepPlan(SystemModel model, IReadOnlyList<FutureStep> steps)
    {
        SimulationPlan plan = new(model);
        bool records = model.Stages.Any(s => s.Records.Count > 0);
        List<FutureWayStep> found = [FutureWayStep.FirstTime, FutureWayStep.HasComeBack, FutureWayStep.ComesBack, FutureWayStep.Leaves];
        Dictionary<string, int> bySteps = new(StringComparer.Ordinal);
        for (int s = 0; s < plan.Stages; s++)
        {
            ModelStage stage = model.Stages[s];
            FutureStep? step = steps.FirstOrDefault(t => t.Takes(stage, model));
            bool isKnown = step is null ? records ? stage.Records.Count > 0 : IsKnownByTime(plan, s) : !step.IsPassed;
            byStage[stage.Id] = isKnown ? Place(step?.Id ?? stage.Id, step?.Title ?? Titled(stage.Id)) : Passed;
        }
        Steps = found;

        int Place(string id, string title)
        {
            if (bySteps.TryGetValue(id, out int there)) return there;
            found.Add(new(id, title, WayPlace.Step));
            return bySteps[id] = found.Count - 1;
        }
    }

    /// <summary>The four ends, then the steps that stages are of.</summary>
    public IReadOnlyList<FutureWayStep> Steps { get; }

    /// <summary>By stage of a model: its step, or -1 where people pass through.</summary>
    public int[] Of(SystemModel model) => [.. model.Stages.Select(s => byStage.GetValueOrDefault(s.Id, Passed))];

    // A model that records nothing: its stages are known by the time people spend there, but for the time until they come back.
    private static bool IsKnownByTime(SimulationPlan plan, int stage) =>
        (plan.Days[stage] is not null || plan.Line[stage] >= 0) && !(plan.Routes[stage] is [{ To: >= 0 and var to }] && plan.BeginsCase[to]);

    private static string Titled(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}
