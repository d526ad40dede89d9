using Shiremoot.Economics;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>A question about the future of a place.</summary>
/// <param name="Scenario">The scenario; null for the place as it goes on.</param>
/// <param name="Asked">Years, runs, seed.</param>
public sealed record WhatIf(Scenario? Scenario, SimulationAsked Asked)
{
    /// <summary>Values set by a reader in place of the scenario's, by name; they are then taken as known.</summary>
    public IReadOnlyDictionary<string, double> Set { get; init; } = new Dictionary<string, double>();

    /// <summary>Follow everyone, also those whom the scenario can never reach. Otherwise, where nobody waits for anybody, only those it may reach: the difference is the same, and quicker.</summary>
    public bool Everyone { get; init; }

    /// <summary>The year whose prices the money is in; null for the latest that is no forecast.</summary>
    public string? PriceYear { get; init; }

    /// <summary>The scenario with what the reader set.</summary>
    public Scenario? AsSet => Scenario?.With(Set);

    /// <summary>Who takes the runs of each arm on: this process, or a team's workers.</summary>
    public Func<SimulatedArm, Outcome<RunsToCome>> By { get; init; } = SimulatedArm.Here;
}

/// <summary>A scenario of a place, or why its file cannot be read.</summary>
public sealed record PlaceScenario(string Id, string ShownAs, Outcome<Scenario> Read);

public sealed partial class Shire
{
    private static readonly Lazy<Outcome<IReadOnlyList<FutureMeasure>>> futureMeasures = new(() =>
        PlaceFile.TextOf(Path.Combine(VocabularyFolder.Find(), "futures", "measures.yaml"), "vocabulary/futures/measures.yaml").Then(text => FutureMeasure.Read(text, "vocabulary/futures/measures.yaml")));

    private readonly Lock asking = new();
    private readonly Dictionary<string, KeptRuns> baselines = new(StringComparer.Ordinal);

    /// <summary>The model of a place, or of a model file by itself.</summary>
    /// <param name="path">A place's folder, or a model file.</param>
    /// <param name="set">A set of the place's targets, or null for the first.</param>
    public static Outcome<ModelSource> FutureModel(string path, string? set = null)
    {
        if (Directory.Exists(path)) return Generating(path, set).Then(g => g.Source());
        string name = Path.GetFileName(path);
        return PlaceFile.TextOf(path, name).Then(text => Outcome.Of(new ModelSource([text], name, new Dictionary<string, double>(), null)));
    }

    /// <summary>The scenarios of the country and of this place, in order of name.</summary>
    public IReadOnlyList<PlaceScenario> Scenarios =>
        [.. PlaceFiles.In([VocabularyFolder.Find(), Place.FolderPath], "scenarios").Select(f => new PlaceScenario(Path.GetFileNameWithoutExtension(f.Path), f.ShownAs, ScenarioFile.Read(f.Path)))];

    /// <summary>A scenario by the name of its file without the ending.</summary>
    public Outcome<Scenario> FindScenario(string id) => Scenarios.FirstOrDefault(s => s.Id == id) is { } found ? found.Read : Refusals.NoSuchScenario(id, [.. Scenarios.Select(s => s.Id)]);

    /// <summary>What would happen if, in a model that stands alone: people and events, no money.</summary>
    public static Outcome<FutureAnswer> AskAlone(string modelFile, WhatIf question, Action<string, int, int>? progress = null) =>
        futureMeasures.Value.Then(measures => FutureModel(modelFile).Then(source => Ask(source, question, measures, null, null, progress)));

    /// <summary>What would happen in this place if.</summary>
    /// <param name="question">The scenario and how to simulate it.</param>
    /// <param name="progress">Told what is being run, how many runs are done, and of how many.</param>
    public Outcome<FutureAnswer> Ask(WhatIf question, Action<string, int, int>? progress = null)
    {
        if (FutureModel(Place.FolderPath).Refused(out Refusal? why, out ModelSource? source)) return why;
        return Ask(source, question, progress);
    }

    /// <summary>What a scenario does if something in the model, which no record can tell, is otherwise: the model itself first, then each alternative, with the scenario's numbers at their likeliest.</summary>
    /// <param name="question">The scenario; a fifth of its runs are made for each.</param>
    /// <param name="progress">Told what is being run, how many runs are done, and of how many.</param>
    public Outcome<IReadOnlyList<AlternativeAnswer>> AskOtherwise(WhatIf question, Action<string, int, int>? progress = null)
    {
        const int Part = 5, Fewest = 4;
        if (FutureModel(Place.FolderPath).Refused(out Refusal? why, out ModelSource? source)) return why;
        WhatIf asked = question with { Asked = question.Asked with { Runs = Math.Max(Fewest, question.Asked.Runs / Part), Worlds = 1 } };
        List<AlternativeAnswer> answers = [];
        if (Ask(source, asked, progress).Refused(out why, out FutureAnswer? itself)) return why;
        answers.Add(new(null, itself));
        foreach ((string path, string shownAs) in PlaceFiles.In([Path.Combine(VocabularyFolder.Find(), "futures"), Path.Combine(Place.FolderPath, "futures")], "alternatives").Select(f => (f.Path, f.ShownAs)))
        {
            if (PlaceFile.TextOf(path, shownAs).Then(text => Alternative.Read(text, shownAs)).Refused(out why, out Alternative? otherwise)) return why;
            if (Ask(source.Where(otherwise), asked, progress).Refused(out why, out FutureAnswer? answer)) return why;
            answers.Add(new(otherwise, answer));
        }
        return answers;
    }

    private Outcome<FutureAnswer> Ask(ModelSource source, WhatIf question, Action<string, int, int>? progress)
    {
        if (futureMeasures.Value.Refused(out Refusal? why, out IReadOnlyList<FutureMeasure>? measures)) return why;
        if (UnitCosts.Refused(out why, out UnitCosts? costs) || EventPrices.Refused(out why, out EventPrices? prices)) return why;
        FuturePrices pricing = new(prices, costs, code => OffenceOf(code)?.Group, question.PriceYear ?? costs.Deflator.Years.Last(y => !y.IsForecast).Period.Label);
        return Ask(source, question, measures, pricing, this, progress);
    }

    /// <summary>The published figures the place's model is held to, fitted and not, beside what the simulation of the place as it goes on comes to.</summary>
    /// <param name="answer">The place as it goes on: an answer to a question without a scenario, of everyone.</param>
    public Outcome<IReadOnlyList<FutureFact>> FutureFacts(FutureAnswer answer) =>
        Generating(Place.FolderPath, null).Then(g => Outcome.Of<IReadOnlyList<FutureFact>>([.. g.Targets.Select(t => FutureFact.Of(t, answer))]));

    private static Outcome<FutureAnswer> Ask(ModelSource source, WhatIf question, IReadOnlyList<FutureMeasure> measures, FuturePrices? prices, Shire? kept, Action<string, int, int>? progress)
    {
        if (source.Today().Refused(out Refusal? why, out SystemModel? today)) return why;
        bool some = question.Scenario is { Who.IsEveryone: false } && !question.Everyone && today.Resources.Count == 0;
        SimulationAsked asked = some ? question.Asked with { Only = question.Scenario!.Who } : question.Asked;
        SimulatedArm before = new(source, null, asked), after = before with { Scenario = question.AsSet };
        SystemModel? changed = null;
        RunsToCome? afterToCome = null;
        if (after.Scenario is not null && source.With(after.Scenario).Refused(out why, out changed)) return why;
        // Both arms are taken on before either is waited for, so that workers need not stand idle between them.
        if (question.By(before).Refused(out why, out RunsToCome? beforeToCome)) return why;
        if (after.Scenario is not null && question.By(after).Refused(out why, out afterToCome)) return why;

        Outcome<SimulatedRuns> Wait(SimulatedArm arm, RunsToCome runs) => runs(done => progress?.Invoke(arm.Name, done, asked.Runs));
        Outcome<SimulatedRuns> baseline = kept is null ? Wait(before, beforeToCome) : kept.KeptBaseline(source, asked, () => Wait(before, beforeToCome));
        if (baseline.Refused(out why, out SimulatedRuns? without)) return why;
        if (afterToCome is null) return FutureAnswer.Of((today, without), null, null, asked, measures, prices);
        return Wait(after, afterToCome).Refused(out why, out SimulatedRuns? with) ? why : FutureAnswer.Of((today, without), (changed!, with), after.Scenario, asked, measures, prices);
    }

    // The place as it goes on is the same for every scenario: run once for each question of years, runs and seed, and the last few kept. Whoever asks
    // for the same ones waits for whoever makes them; who asks for others does not.
    private Outcome<SimulatedRuns> KeptBaseline(ModelSource source, SimulationAsked asked, Func<Outcome<SimulatedRuns>> make)
    {
        const int Kept = 8;
        string key = $"{source.Mark}/{asked.Years}/{asked.WarmUpYears}/{asked.Runs}/{asked.FirstRun}/{asked.Seed}/{asked.PeriodsPerYear}/{asked.OwnPasts}/{asked.Only?.InWords}";
        KeptRuns? kept;
        lock (asking)
            if (!baselines.TryGetValue(key, out kept))
            {
                if (baselines.Count >= Kept) baselines.Clear();
                baselines[key] = kept = new();
            }
        lock (kept.Making)
        {
            if (kept.Made is { } known) return known;
            if (make().Refused(out Refusal? why, out SimulatedRuns? made)) return why;
            kept.Made = made;
            return made;
        }
    }

    private sealed class KeptRuns
    {
        public Lock Making { get; } = new();

        public SimulatedRuns? Made { get; set; }
    }
}
