using Shiremoot.Futures.Identities;
using Shiremoot.Futures.Mistakes;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>The files generation reads: the country's model with the place's laid over it, generate.yaml, and the stocks of names and homes.</summary>
internal sealed class GenerationFiles
{
    private const string Country = "vocabulary/models/england-and-wales.yaml";
    private readonly string vocabularyFolder, modelText, generateText;
    private readonly string? overText, learnedText;

    private GenerationFiles(string placeFolder, string vocabularyFolder, string modelText, string? overText, string? learnedText, string generateText) =>
        (PlaceFolder, this.vocabularyFolder, this.modelText, this.overText, this.learnedText, this.generateText) = (placeFolder, vocabularyFolder, modelText, overText, learnedText, generateText);

    /// <summary>The layer learned from the place's own stories, laid over its model where the place's folder has it.</summary>
    public const string Learned = "learned.yaml";

    public string PlaceFolder { get; }

    public static Outcome<GenerationFiles> Open(string placeFolder, string vocabularyFolder)
    {
        string generate = Path.Combine(placeFolder, "generate.yaml"), own = Path.Combine(placeFolder, "model.yaml");
        if (!File.Exists(generate)) return Refusals.NoGenerateFile(Path.GetFileName(Path.TrimEndingDirectorySeparator(placeFolder)));
        if (PlaceFile.TextOf(Path.Combine(vocabularyFolder, "models", "england-and-wales.yaml"), Country).Refused(out Refusal? why, out string? model)) return why;
        if (PlaceFile.TextOf(generate, "generate.yaml").Refused(out why, out string? settings)) return why;
        string? over = null;
        if (File.Exists(own) && PlaceFile.TextOf(own, "model.yaml").Refused(out why, out over)) return why;
        string? learned = null;
        if (File.Exists(Path.Combine(placeFolder, Learned)) && PlaceFile.TextOf(Path.Combine(placeFolder, Learned), Learned).Refused(out why, out learned)) return why;
        return new GenerationFiles(placeFolder, vocabularyFolder, model, over, learned, settings);
    }

    /// <summary>Whether a layer learned from stories lies over the model.</summary>
    public bool HasLearned => learnedText is not null;

    /// <summary>The model with values of its open numbers, and what was learned from stories laid over it: what people are made from.</summary>
    public Outcome<SystemModel> ModelLearned(IReadOnlyDictionary<string, double> fitted) =>
        learnedText is null ? Model(fitted) : SystemModelFile.Read([.. ModelLayers.Select(l => (l, (string?)null))], $"{Learned} over {(overText is null ? Country : "model.yaml over " + Country)}", fitted, []);

    /// <summary>The model with a layer over it, in place of any the place's folder has.</summary>
    public Outcome<SystemModel> ModelWith(string layer, IReadOnlyDictionary<string, double> fitted) =>
        SystemModelFile.Read([.. new[] { modelText, overText, layer }.OfType<string>().Select(l => (l, (string?)null))], Learned, fitted, []);

    /// <summary>The model with values of its open numbers, as it is calibrated and learned for: without what was learned.</summary>
    public Outcome<SystemModel> Model(IReadOnlyDictionary<string, double> fitted) =>
        SystemModelFile.Read(modelText, overText, overText is null ? Country : "model.yaml over " + Country, fitted);

    /// <summary>The model's texts, the lowest first.</summary>
    public IReadOnlyList<string> ModelLayers => [.. new[] { modelText, overText, learnedText }.OfType<string>()];

    public Outcome<(GenerateSettings Settings, IdentitySettings Identities)> Settings(SystemModel model) =>
        GenerateSettingsFile.Read(Path.Combine(PlaceFolder, "generate.yaml"), "generate.yaml", model, IdentitySettings.Read);

    public string Mark => CalibrationFile.Mark(modelText, overText, generateText);

    public Outcome<NameStock> Names(GenerateSettings settings) => NameStock.Read(Path.Combine(vocabularyFolder, "names"), [.. settings.Ethnicities.Select(e => e.Id)]);

    public Outcome<HomeStock> Homes(GenerateSettings settings, IdentitySettings identities) =>
        HomeStock.Read(Path.Combine(vocabularyFolder, "areas", "small-areas.csv.gz"), Path.Combine(vocabularyFolder, "names"), identities.Homes, settings.Districts);

    public Outcome<Sounds> Sounds() => Mistakes.Sounds.Read(Path.Combine(vocabularyFolder, "names"));

    public Outcome<SecureSites> Sites(Vocabulary vocabulary, Geography geography) => SecureSites.Read(vocabularyFolder, vocabulary, geography);

    public Outcome<ExtractLayouts> Layouts(Vocabulary vocabulary) => ExtractLayouts.Read(vocabularyFolder, PlaceFolder, vocabulary);
}

/// <summary>The sections of generate.yaml that say who people are and what is written of them.</summary>
internal sealed record IdentitySettings(NameSettings Names, HomeSettings Homes, FamilySettings Families, MistakeRates Mistakes)
{
    public static IdentitySettings Read(MapNode map) => new(
        NameSettings.Read(Section(map, "names")), HomeSettings.Read(Section(map, "homes")), FamilySettings.Read(Section(map, "families")), MistakeRates.Read(Section(map, "mistakes"), MistakeRates.Agencies));

    private static MapNode Section(MapNode map, string key)
    {
        MapNode? found = map.MapOr(key);
        if (found is null) map.Fault(key, "is missing; docs/how-to/generate-people.md shows it.");
        return found ?? map;
    }
}
