using Shiremoot.Futures;

namespace Shiremoot.Cli;

/// <summary>One arm of a result as files name it: the place as it goes on, or one of its scenarios.</summary>
/// <param name="Name">baseline, or the scenario's id.</param>
/// <param name="Model">The model that was run.</param>
/// <param name="Runs">Its runs.</param>
/// <param name="Asked">What was asked of it.</param>
sealed record RunArm(string Name, SystemModel Model, SimulatedRuns Runs, SimulationAsked Asked)
{
    /// <summary>The arms of answers to questions that differ in nothing but the scenario and follow the same people: the baseline once, then each scenario.</summary>
    public static IReadOnlyList<RunArm> Of(IReadOnlyList<FutureAnswer> answers) =>
    [
        Baseline(answers.MaxBy(a => a.Asked.Runs)!),
        .. answers.Where(a => a.With is not null).Select(a => new RunArm(a.Scenario!.Id, a.With!.Value.Model, a.With.Value.Runs, a.Asked)),
    ];

    // Runs that more precision asked for go on from those before: the longest holds all.
    private static RunArm Baseline(FutureAnswer longest) => new(FlowRuns.Baseline, longest.Baseline.Model, longest.Baseline.Runs, longest.Asked);
}
