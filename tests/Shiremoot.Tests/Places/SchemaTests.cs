using System.Text.RegularExpressions;
using Shiremoot.Economics;
using Shiremoot.Evidence;
using Shiremoot.Futures;
using Shiremoot.Futures.Extracts;
using Shiremoot.Futures.Identities;
using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Spine;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Tests.Economics;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Shiremoot.Tests.Places;

/// <summary>The schemas of docs/schemas allow what the readers of place files know, and nothing else.</summary>
public sealed partial class SchemaTests : IDisposable
{
    private const string Strange = "no_such_key_anywhere";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schemas");

    public static TheoryData<string> Names => [.. Sources.Keys];

    // The files of the source that ask for the keys.
    private static readonly Dictionary<string, string[]> Sources = new()
    {
        ["place"] = ["1-Records/Place.cs", "02-Trust/DisclosureRules.cs"],
        ["feed"] = ["2-Intake/Feeds/FeedReading.cs", "2-Intake/Feeds/ColumnReading.cs"],
        ["measure-statistic"] = ["4-Picture/Areas/MeasureReading.cs"],
        ["measure-people"] = ["4-Picture/PeopleMeasureFile.cs", "4-Picture/ReoffendingRule.cs", "4-Picture/PeopleThing.cs"],
        ["question"] = ["4-Picture/Questions/QuestionReading.cs"],
        ["evaluation"] = ["5-Evidence/Protocols/ProtocolReading.cs"],
        ["evidence"] = ["5-Evidence/Synthesising/RegisterReading.cs"],
        ["synthesis"] = ["5-Evidence/Synthesising/SynthesisReading.cs"],
        ["cohort"] = ["1-Records/CohortFile.cs"],
        ["service"] = ["5-Evidence/ServiceStudyFile.cs", "5-Evidence/Engaging/EngagementReading.cs"],
        ["policy"] = ["5-Evidence/PolicyStudyFile.cs"],
        ["forecast"] = ["7-Futures/FlowModelFile.cs"],
        ["codelist"] = ["1-Records/CodeList.cs"],
        ["extract"] = ["7-Futures/Extracts/LayoutReading.cs", "7-Futures/Extracts/LayoutColumns.cs"],
        ["model"] = ["7-Futures/SystemModelFile.cs", "7-Futures/Modelling/StageReading.cs", "7-Futures/Modelling/ModelNames.cs", "7-Futures/Modelling/ModelNumbers.cs", "7-Futures/Modelling/FlowReading.cs"],
        ["generate"] =
        [
            "7-Futures/GenerateSettingsFile.cs", "7-Futures/Targets/TargetReading.cs", "7-Futures/GenerationFiles.cs", "7-Futures/Identities/HomeSettings.cs",
            "7-Futures/Mistakes/MistakeRates.cs",
        ],
        ["scenario"] = ["7-Futures/ScenarioFile.cs"],
        ["future-measures"] = ["7-Futures/FutureMeasure.cs"],
        ["future-steps"] = ["7-Futures/FutureStep.cs"],
        ["calibration"] = ["7-Futures/CalibrationFile.cs"],
        ["contract"] =
        [
            "7-Futures/Contracts/ContractReading.cs", "7-Futures/Contracts/ContractYears.cs", "7-Futures/Contracts/PartyReading.cs", "7-Futures/Contracts/LineReading.cs", "7-Futures/Contracts/SumReading.cs",
            "7-Futures/Contracts/RuleReading.cs", "7-Futures/Contracts/ExampleReading.cs",
        ],
        ["alternative"] = ["7-Futures/Alternative.cs"],
        ["flows"] = ["6-Economics/Flow.cs"],
        ["spend"] = ["6-Economics/Spend.cs"],
        ["event-costs"] = ["6-Economics/Costing/EventPriceReading.cs"],
        ["unit-costs"] = ["6-Economics/Files/CostFormat.cs"],
        ["deflator"] = ["6-Economics/Files/DeflatorRows.cs"],
        ["price-changes"] = ["6-Economics/Files/PriceChangeRows.cs"],
        ["uprating"] = ["6-Economics/UpratingRule.cs"],
        ["cost-agencies"] = ["6-Economics/Files/AgencyNames.cs"],
        ["option"] =
        [
            "6-Economics/Appraising/OptionReading.cs", "6-Economics/Appraising/OptionDraft.cs", "6-Economics/Appraising/AssumptionReading.cs", "6-Economics/Appraising/OutcomeReading.cs",
            "6-Economics/Appraising/ValueReading.cs", "6-Economics/Appraising/CostReading.cs",
        ],
        ["discounting"] = ["6-Economics/DiscountSchedules.cs"],
        ["optimism"] = ["6-Economics/OptimismBias.cs"],
        ["encoding"] = ["3-Spine/RecordEncodingFile.cs"],
        ["score-ogrs3"] = ["4-Picture/ScoreModelFile.cs", "4-Picture/Scores/Ogrs3Reading.cs", "4-Picture/Scores/ScoreParts.cs"],
        ["score-ogrs4g"] = ["4-Picture/ScoreModelFile.cs", "4-Picture/Scores/Ogrs4gReading.cs", "4-Picture/Scores/ScoreParts.cs"],
        ["linkage"] = ["3-Spine/LinkModelFile.cs", "3-Spine/LinkReading.cs"],
    };

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Names))]
    public void Every_shipped_file_keeps_to_its_schema(string name)
    {
        string[] files = [.. Shipped(name)];
        files.ShouldNotBeEmpty();
        SchemaFile schema = SchemaFile.Read(name);
        foreach (string file in files)
        {
            YamlStream yaml = [];
            yaml.Load(new StringReader(File.ReadAllText(file)));
            schema.Faults(yaml.Documents[0].RootNode).ShouldBeEmpty(file);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Whatever_a_schema_allows_its_reader_knows(string name)
    {
        foreach ((string path, string text) in SchemaFile.Read(name).Smallest())
        {
            string[] said = [.. Told(name, text[..^1] + $", \"{Strange}\": 1}}")];

            // The strange key shows that the reader was asked at all.
            said.ShouldContain(s => s.Contains(Strange, StringComparison.Ordinal), $"{name}{path}");
            said.ShouldNotContain(s => IsUnknown(s) && !s.Contains(Strange, StringComparison.Ordinal), $"{name}{path}: {text}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Whatever_a_reader_asks_for_its_schema_has(string name)
    {
        IReadOnlySet<string> known = SchemaFile.Read(name).Keys;
        string[] asked = [.. Sources[name].SelectMany(f => Asked(File.ReadAllText(Path.Combine(TestData.Root, "src", "Shiremoot", f))))];
        asked.ShouldNotBeEmpty();
        asked.Where(a => !known.Contains(a)).ShouldBeEmpty(name);
    }

    private static bool IsUnknown(string fault) =>
        fault.Contains("is not a key known here", StringComparison.Ordinal) || fault.Contains("must be one of", StringComparison.Ordinal)
        || fault.Contains("is not a kind of area", StringComparison.Ordinal) || fault.Contains("is not a style", StringComparison.Ordinal) || fault.Contains("which is none of", StringComparison.Ordinal);

    private static IEnumerable<string> Asked(string source) =>
        AskedFor().Matches(source).Select(m => m.Groups[1].Value).Concat(Constant().Matches(source).Select(m => m.Groups[1].Value));

    private static IEnumerable<string> Shipped(string name)
    {
        IEnumerable<string> all = new[] { "places", "vocabulary", "docs/examples" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(TestData.Root, f), "*.yaml", SearchOption.AllDirectories));
        return all.Where(file => (name, Path.GetFileName(Path.GetDirectoryName(file)), Path.GetFileName(file)) switch
        {
            ("place", _, "place.yaml") => true,
            ("feed", "feeds", _) => true,
            ("cohort", "cohorts", _) => true,
            ("question", "questions", _) => true,
            ("evaluation", "evaluations", _) => true,
            ("evidence", "evidence", _) => true,
            ("service", "services", _) => true,
            ("policy", "policies", _) => true,
            ("forecast", "forecasts", _) => true,
            ("synthesis", "syntheses", _) => true,
            ("codelist", "codelists", _) => true,
            ("extract", "extracts", _) => true,
            ("contract", "contracts", _) or ("alternative", "alternatives", _) => true,
            ("model", "models", _) or ("model", _, "model.yaml") or ("generate", _, "generate.yaml") or ("calibration", _, "calibration.yaml") => true,
            ("scenario", "scenarios", _) or ("future-measures", "futures", "measures.yaml") or ("future-steps", "futures", "steps.yaml") => true,
            ("measure-statistic", "measures", _) => Says(file, "kind: statistic"),
            ("measure-people", "measures", _) => Says(file, "kind: people"),
            ("flows", "costs", "flows.yaml") or ("spend", "costs", "spend.yaml") or ("cost-agencies", "costs", "agencies.yaml") => true,
            ("option", "options", _) or ("discounting", "costs", "discounting.yaml") or ("optimism", "costs", "optimism.yaml") => true,
            ("event-costs", "costs", "events.yaml") => true,
            ("unit-costs", "costs", _) => Says(file, "holds: unit-costs"),
            ("encoding", "linkage", "encoding.yaml") => true,
            ("deflator", "costs", _) => Says(file, "holds: deflator"),
            ("price-changes", "costs", _) => Says(file, "holds: price-changes"),
            ("uprating", "costs", "uprating.yaml") => true,
            ("score-ogrs3", "scores", _) => Says(file, "form: ogrs3"),
            ("score-ogrs4g", "scores", _) => Says(file, "form: ogrs4g"),
            ("linkage", "linkage", _) => Says(file, "compare:"),
            _ => false,
        });
    }

    private static bool Says(string file, string line) => File.ReadLines(file).Contains(line);

    private IEnumerable<string> Told(string name, string text)
    {
        string file = Path.Combine(folder.FullName, name switch { "place" => "place.yaml", "cost-agencies" => "agencies.yaml", _ => $"{name}.yaml" });
        File.WriteAllText(file, text);
        File.WriteAllText(Path.ChangeExtension(file, ".csv"), "code\n");
        return name switch
        {
            "place" => Details(Shire.Open(folder.FullName, new ShireOptions { Store = Path.Combine(folder.FullName, "store.db") })),
            "feed" => Details(FeedFile.Read(file, name)),
            "measure-statistic" => Details(AreaMeasures.ReadText(text, name)),
            "measure-people" => Details(PeopleMeasureFile.ReadText(text, name)),
            "evidence" => Details(EvidenceRegister.ReadText(text, name)),
            "question" => Details(Question.ReadText(text, name)),
            "service" => Details(ServiceStudyFile.ReadText(text, name)),
            "forecast" => Details(FlowModelFile.ReadText(text, name)),
            "policy" => Details(PolicyStudyFile.ReadText(text, name)),
            "synthesis" => Details(SynthesisFile.ReadText(text, name, folder.FullName)),
            "evaluation" => Details(EvaluationProtocol.Read(file)),
            "codelist" => Details(CodeList.ReadText(text, name, [])),
            "cohort" => Details(CohortFile.ReadText(text, name)),
            "extract" => Details(PlaceFile.ReadText(text, name, map => LayoutReading.Read(map, TheVocabulary.Read))),
            "model" => Details(SystemModelFile.Read(text, null, name, new Dictionary<string, double>())),
            "generate" => Details(GenerateSettingsFile.Read(file, name, Country.Value, IdentitySettings.Read)),
            "scenario" => Details(ScenarioFile.ReadText(text, name)),
            "future-measures" => Details(FutureMeasure.Read(text, name)),
            "future-steps" => Details(FutureStep.Read(text, name)),
            "calibration" => Details(CalibrationFile.Read(folder.FullName, "", "")),
            "alternative" => Details(Alternative.Read(text, name)),
            "contract" => Details(ContractFile.ReadText(text, name)),
            "flows" => Details(Flows.Read(file, name, Costs.Value)),
            "event-costs" => Details(EventPrices.Read(text, null, name, Costs.Value, TheVocabulary.Read)),
            "spend" => Details(Spend.Read(file, name)),
            "option" => Details(AppraisalOption.ReadText(text, name, TheSources.Read)),
            "discounting" => Details(DiscountSchedules.ReadText(text, name)),
            "optimism" => Details(OptimismTable.ReadText(text, name)),
            "encoding" => Details(RecordEncodingFile.ReadText(text, name)),
            "score-ogrs3" or "score-ogrs4g" => Details(ScoreModelFile.ReadText(text, name, TheVocabulary.Read.OffenceCategories)),
            "uprating" => Details(UpratingRule.Read(file, name, [], Costs.Value.Prices)),
            // A field is called x, as everything else in so small a file is, so that what is said of it is not taken for a word nobody knows.
            "linkage" => Details(LinkModelFile.ReadText(text.Replace("\"any\"", "\"x\"", StringComparison.Ordinal), name)),
            _ => Details(UnitCosts.Read(folder.FullName)),
        };
    }

    private static readonly Lazy<SystemModel> Country = new(() => SystemModelFile.Read(File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", "england-and-wales.yaml")), null, "model", new Dictionary<string, double>()).Value);

    private static readonly Lazy<UnitCosts> Costs = new(() => UnitCosts.Read(Path.Combine(TestData.Root, "vocabulary", "costs")).Value);

    private static IReadOnlyList<string> Details<T>(Outcome<T> read) => read.Refused(out Refusal? why, out _) ? why.Details : [];

    [GeneratedRegex("""(?:\.(?:Text|TextOr|Whole|WholeOr|Number|NumberOr|DecimalOr|Flag|Day|DayOr|Choice|Texts|MapOr|Maps|Pairs|Has)\(|\((?:map|choice), )"([a-z_]+)["]""")]
    private static partial Regex AskedFor();

    [GeneratedRegex("""const string Key = "([a-z_]+)";""")]
    private static partial Regex Constant();
}
