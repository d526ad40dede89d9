using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>The runs of an arm in slices, that any program of the same build can make, each by itself.</summary>
/// <param name="Model">What the model is read from.</param>
/// <param name="Scenario">What the scenario is read from; null for the model as it is.</param>
/// <param name="Asked">Years, runs, seed and the rest, for the whole.</param>
/// <param name="Slices">How many slices.</param>
public sealed record SpreadSimulation(ModelTexts Model, ScenarioTexts? Scenario, SimulationAsked Asked, int Slices)
{
    private static readonly JsonSerializerOptions Form = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Makes one, or refuses what no worker could run.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="slices">How many slices; as many as runs at most.</param>
    public static Outcome<SpreadSimulation> Of(SimulatedArm arm, int slices)
    {
        SimulationAsked asked = arm.Asked;
        if (arm.Model.Today().Refused(out Refusal? why, out SystemModel? today)) return why;
        if (Simulation.Checked(new(today), asked).Refused(out why, out double perDay)) return why;
        if (slices < 1 || slices > asked.Runs) return Spreading.Refusals.SlicesOutOfRange(slices, asked.Runs);
        if (arm.Scenario is { } scenario)
        {
            if (arm.Model.With(scenario).Refused(out why, out SystemModel? after)) return why;
            if (Simulation.Checked(new(after), asked with { ArrivalsPerDay = perDay }).Refused(out why, out _)) return why;
        }
        return new SpreadSimulation(arm.Model.Texts, arm.Scenario?.Texts, asked, slices);
    }

    /// <summary>The same question to the same build has the same name.</summary>
    /// <param name="build">The build that answers: <see cref="EngineBuild.Name"/>.</param>
    public string Id(string build) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(build + "\n" + Slices + "\n" + ToJson())));

    /// <summary>The simulation as JSON; threads are the worker's affair and left out.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        this with { Asked = Asked with { Threads = 1 }, Model = Model with { Fitted = InOrder(Model.Fitted) }, Scenario = Scenario is null ? null : Scenario with { Set = InOrder(Scenario.Set) } }, Form);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    public static SpreadSimulation FromJson(string json) => JsonSerializer.Deserialize<SpreadSimulation>(json, Form)!;

    /// <summary>The runs of a slice: from the first, until before the other.</summary>
    /// <param name="slice">The slice, from 0.</param>
    public (int From, int Until) RunsOf(int slice) => (Edge(slice), Edge(slice + 1));

    /// <summary>Makes the runs of a slice, on one thread.</summary>
    /// <param name="slice">The slice, from 0.</param>
    public Outcome<SimulatedRuns> Run(int slice)
    {
        (int from, int until) = RunsOf(slice);
        SimulationAsked part = Asked with { FirstRun = Asked.FirstRun + from, Runs = until - from, Threads = 1 };
        ModelSource source = Model.Source();
        return Scenario is null ? new SimulatedArm(source, null, part).Run(null) : Scenario.Scenario().Then(scenario => new SimulatedArm(source, scenario, part).Run(null));
    }

    private int Edge(int slice) => (int)((long)Asked.Runs * slice / Slices);

    // What is the same must have the same text, and so the same name.
    private static SortedDictionary<string, double> InOrder(IReadOnlyDictionary<string, double> numbers) => new(numbers.ToDictionary(), StringComparer.Ordinal);
}
