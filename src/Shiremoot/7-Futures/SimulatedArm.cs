using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>One arm of a question: a model as it is or with a scenario, and how it is run. Two arms of one seed share their luck, run by run.</summary>
/// <param name="Model">The model.</param>
/// <param name="Scenario">The scenario; null for the model as it is.</param>
/// <param name="Asked">Years, runs, seed.</param>
public sealed record SimulatedArm(ModelSource Model, Scenario? Scenario, SimulationAsked Asked)
{
    /// <summary>In words, as progress and messages name it.</summary>
    public string Name => Scenario is null ? "as things are" : "with the scenario";

    /// <summary>Makes the runs in this process.</summary>
    /// <param name="progress">Told the number of runs done.</param>
    public Outcome<SimulatedRuns> Run(Action<int>? progress) =>
        Scenario is null ? Model.Today().Then(model => Simulation.Run(model, Asked, progress)) : Simulation.Run(Model, Scenario, Asked, progress);
}

/// <summary>Runs that someone has taken on, this process or a team's workers: waits until all are made. They are the same whoever makes them.</summary>
/// <param name="progress">Told the number of runs done.</param>
public delegate Outcome<SimulatedRuns> RunsToCome(Action<int>? progress);
