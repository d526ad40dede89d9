using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>A simulation in slices of so many runs, that any program of the same build can make, each by itself.</summary>
/// <param name="Model">What the model is read from.</param>
/// <param name="Scenario">The text of a scenario; null for the model as it is.</param>
/// <param name="Asked">Years, runs, seed and the rest, for the whole.</param>
/// <param name="Slices">How many slices.</param>
public sealed record SpreadSimulation(ModelTexts Model, string? Scenario, SimulationAsked Asked, int Slices)
{
    private const string ScenarioShownAs = "scenario";
    private static readonly JsonSerializerOptions Form = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Makes one, or refuses what no worker could run.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scenario">The text of a scenario, or null.</param>
    /// <param name="asked">Years, runs, seed.</param>
    /// <param name="slices">How many slices; as many as runs at most.</param>
    public static Outcome<SpreadSimulation> Of(ModelSource model, string? scenario, SimulationAsked asked, int slices)
    {
        if (slices < 1 || slices > asked.Runs) return Spreading.Refusals.SlicesOutOfRange(slices, asked.Runs);
        if (model.Today().Refused(out Refusal? why, out SystemModel? today)) return why;
        if (Simulation.Checked(new(today), asked).Refused(out why, out double perDay)) return why;
        if (scenario is not null)
        {
            if (ScenarioFile.ReadText(scenario, ScenarioShownAs).Refused(out why, out Scenario? read)) return why;
            if (model.With(read).Refused(out why, out SystemModel? after)) return why;
            if (Simulation.Checked(new(after), asked with { ArrivalsPerDay = perDay }).Refused(out why, out _)) return why;
        }
        return new SpreadSimulation(model.Texts, scenario, asked, slices);
    }

    /// <summary>The same question to the same build has the same name.</summary>
    /// <param name="build">The build that answers: <see cref="EngineBuild.Name"/>.</param>
    public string Id(string build) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(build + "\n" + Slices + "\n" + ToJson())));

    /// <summary>The simulation as JSON; threads are the worker's affair and left out.</summary>
    public string ToJson() => JsonSerializer.Serialize(this with { Asked = Asked with { Threads = 1 }, Model = Model with { Fitted = new SortedDictionary<string, double>(Model.Fitted.ToDictionary(), StringComparer.Ordinal) } }, Form);

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
        return Run(Asked with { FirstRun = Asked.FirstRun + from, Runs = until - from, Threads = 1 }, null);
    }

    /// <summary>Makes all runs here and now, on the threads asked for.</summary>
    /// <param name="progress">Told the number of runs done.</param>
    public Outcome<SimulatedRuns> RunWhole(Action<int>? progress) => Run(Asked, progress);

    private int Edge(int slice) => (int)((long)Asked.Runs * slice / Slices);

    private Outcome<SimulatedRuns> Run(SimulationAsked asked, Action<int>? progress)
    {
        ModelSource source = Model.Source();
        if (Scenario is null) return source.Today().Then(model => Simulation.Run(model, asked, progress));
        return ScenarioFile.ReadText(Scenario, ScenarioShownAs).Then(scenario => Simulation.Run(source, scenario, asked, progress));
    }
}
