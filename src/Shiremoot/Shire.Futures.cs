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

    /// <summary>Runs in which it is counted who goes where from step to step, besides the others; 0 to leave it out.</summary>
    public int WayRuns { get; init; }

    /// <summary>What people are counted by in place of sex and age: area or ethnicity; null for sex and age. Without money.</summary>
    public string? CountedBy { get; init; }

    /// <summary>Runs in which the same is counted by area and by ethnicity, besides the others; 0 to leave it out.</summary>
    public int HomeRuns { get; init; }

    /// <summary>Runs in which the place as it is is set beside the other engines; 0 to leave it out.</summary>
    public int EngineRuns { get; init; }

    /// <summary>The year whose prices the money is in; null for the latest that is no forecast.</summary>
    public string? PriceYear { get; init; }

    /// <summary>The scenario with what the reader set.</summary>
    public Scenario? AsSet => Scenario?.With(Set);

    /// <summary>Who takes the runs of each arm on, such as a team's workers; null for this process, which makes both arms at once.</summary>
    public Func<SimulatedArm, Outcome<RunsToCome>>? By { get; init; }
}

/// <summary>A scenario of a place, or why its file cannot be read.</summary>
public sealed record PlaceScenario(string Id, string ShownAs, Outcome<Scenario> Read);

public sealed partial class Shire
{
    private static readonly Lazy<Outcome<IReadOnlyList<FutureMeasure>>> futureMeasures = new(() =>
        PlaceFile.TextOf(Path.Combine(VocabularyFolder.Find(), "futures", "measures.yaml"), "vocabulary/futures/measures.yaml").Then(text => FutureMeasure.Read(text, "vocabulary/futures/measures.yaml")));

    private static readonly Lazy<Outcome<IReadOnlyList<FutureStep>>> futureSteps = new(() =>
        PlaceFile.TextOf(Path.Combine(VocabularyFolder.Find(), "futures", "steps.yaml"), "vocabulary/futures/steps.yaml").Then(text => FutureStep.Read(text, "vocabulary/futures/steps.yaml")));

    private readonly LastMade<IReadOnlyList<TargetExpected>> lived = new(2);

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
        question.CountedBy is { } by ? Refusals.NotCountedBy(by, []) : futureMeasures.Value.Then(measures => FutureModel(modelFile).Then(source => Answer(source, question, measures, null, null, progress)));

    /// <summary>What would happen in this place if.</summary>
    /// <param name="question">The scenario and how to simulate it.</param>
    /// <param name="progress">Told what is being run, how many runs are done, and of how many.</param>
    public Outcome<FutureAnswer> Ask(WhatIf question, Action<string, int, int>? progress = null)
    {
        if (Generating(Place.FolderPath, null).Refused(out Refusal? why, out Generation? place) || place.Source().Refused(out why, out ModelSource? source)) return why;
        if (question.CountedBy is { } by)
            return place.Groupings.FirstOrDefault(g => g.By == by) is { } groups ? Ask(source.CountedBy(groups), question, progress) : Refusals.NotCountedBy(by, [.. place.Groupings.Select(g => g.By)]);
        if (Ask(source, question, progress).Refused(out why, out FutureAnswer? answer) || question.HomeRuns == 0) return why is null ? answer! : why;
        WhatIf fewer = question with { Asked = question.Asked with { Runs = question.HomeRuns, Worlds = Math.Min(question.Asked.Worlds, question.HomeRuns) }, WayRuns = 0, EngineRuns = 0 };
        List<FutureAnswer> byHome = [];
        foreach (HomeGroups groups in place.Groupings)
        {
            if (Ask(source.CountedBy(groups), fewer, progress is null ? null : (_, done, of) => progress($"by {groups.By}", done, of)).Refused(out why, out FutureAnswer? own)) return why;
            byHome.Add(own);
        }
        return answer.Beside(byHome);
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
        return Answer(source, question, measures, pricing, this, progress);
    }

    /// <summary>The published figures the place's model is held to, fitted and not, beside what the model comes to.</summary>
    /// <param name="answer">The place as it goes on: an answer to a question without a scenario, of everyone.</param>
    /// <param name="threads">Threads at once; the answer is the same for any number.</param>
    public Outcome<IReadOnlyList<FutureFact>> FutureFacts(FutureAnswer answer, int threads)
    {
        const int Careers = 400_000;
        const ulong Seed = 1001;
        if (Generating(Place.FolderPath, null).Refused(out Refusal? why, out Generation? place)) return why;
        if (place.Source().Refused(out why, out ModelSource? source)) return why;
        return lived.Get(source.Mark, () => place.Expect(Careers, Seed, threads)).Then(all => Outcome.Of<IReadOnlyList<FutureFact>>([.. all.Select(t => FutureFact.Of(t, answer))]));
    }
}
