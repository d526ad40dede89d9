using System.Text.RegularExpressions;
using Shiremoot.Futures;
using Shiremoot.Futures.Extracts;
using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Spine;
using Shiremoot.Spine.Comparing;
using Shiremoot.Spine.Parts;
using Shiremoot.Spine.Standardising;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Shiremoot.Tests.Places;

/// <summary>The worked examples of the how-tos are files that their readers take.</summary>
public sealed partial class HowToTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("howto");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("make-a-place.md", 1)]
    [InlineData("write-a-feed.md", 1)]
    [InlineData("write-a-measure.md", 3)]
    [InlineData("write-a-cohort.md", 1)]
    [InlineData("generated-extracts.md", 1)]
    [InlineData("write-a-linkage-model.md", 1)]
    [InlineData("price-a-budget.md", 1)]
    [InlineData("ask-what-if.md", 1)]
    public void A_worked_example_is_read_without_a_fault(string page, int examples)
    {
        string[] whole = [.. Blocks(page).Where(b => IdFirst().IsMatch(b))];
        whole.Length.ShouldBe(examples, page);
        foreach (string text in whole) Faults(text).ShouldBeEmpty(text);
    }

    [Fact]
    public void The_manual_of_linkage_models_has_every_word_they_may_use()
    {
        string page = File.ReadAllText(PathOf("write-a-linkage-model.md"));
        string[] words =
        [
            .. Standards.Kinds.Select(k => $"| `{k}` |"), .. ValueParts.Names.Select(p => $"`{p}`"), .. Measures.Names.Select(m => $"| `{m}("), .. ReadyComparisons.Names.Select(r => $"| `{r}` |"),
            .. SchemaFile.Read("linkage").Keys.Select(k => $"`{k}`"),
        ];
        words.Where(w => !page.Contains(w, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Worked_examples_of_costs_keep_to_their_schemas()
    {
        Dictionary<string, string> schemas = new() { ["holds: unit-costs"] = "unit-costs", ["holds: deflator"] = "deflator", ["agencies:"] = "cost-agencies", ["flows:"] = "flows", ["source: Our tender"] = "event-costs", ["spend:"] = "spend", ["holds: price-changes"] = "price-changes", ["uprating:"] = "uprating" };
        string[] blocks = [.. Blocks("price-things.md")];
        blocks.Length.ShouldBe(schemas.Count);
        foreach (string text in blocks)
        {
            YamlStream yaml = [];
            yaml.Load(new StringReader(text));
            SchemaFile.Read(schemas.Single(s => text.StartsWith(s.Key, StringComparison.Ordinal)).Value).Faults(yaml.Documents[0].RootNode).ShouldBeEmpty(text);
        }
    }

    [Fact]
    public void The_example_of_a_place_gives_what_its_page_says()
    {
        string page = File.ReadAllText(PathOf("make-a-place.md"));
        string rows = Fenced().Matches(page).Select(m => Outdented(m.Groups["text"].Value)).Single(b => b.StartsWith("arrest_id,", StringComparison.Ordinal));
        string extracts = Path.Combine(folder.FullName, "extracts"), place = Path.Combine(folder.FullName, "my-county");
        Directory.CreateDirectory(extracts);
        File.WriteAllText(Path.Combine(extracts, "arrests-2024-01.csv"), rows);
        NewPlace.Make(place, ["E10000023"], TimeProvider.System).IsRefused.ShouldBeFalse();
        File.WriteAllText(Path.Combine(place, "feeds", "arrests.yaml"), Blocks("make-a-place.md").Single(b => IdFirst().IsMatch(b)));
        using Shire shire = Shire.Open(place, new ShireOptions { Store = Path.Combine(folder.FullName, "store.db"), DataFolder = extracts }).Value;
        Receipt receipt = shire.TakeIn([], checkOnly: true).Value.Single().Outcome.Value;
        page.ShouldContain($"arrests: {receipt.RowsIn} rows in, {receipt.RowsAccepted} accepted, {receipt.RowsQuarantined} quarantined; checked only");
    }

    private IReadOnlyList<string> Faults(string text)
    {
        if (text.Contains("kind: statistic", StringComparison.Ordinal)) return Said(AreaMeasures.ReadText(text, "example"));
        if (text.Contains("kind: people", StringComparison.Ordinal)) return Said(PeopleMeasureFile.ReadText(text, "example"));
        if (text.Contains("demand:", StringComparison.Ordinal)) return Said(ContractFile.ReadText(text, "example"));
        if (text.Contains("examples:", StringComparison.Ordinal)) return Said(CohortFile.ReadText(text, "example"));
        if (text.Contains("person_reference:", StringComparison.Ordinal)) return Said(PlaceFile.ReadText(text, "example", map => LayoutReading.Read(map, TheVocabulary.Read)));
        if (text.Contains("numbers:", StringComparison.Ordinal)) return Said(ScenarioFile.ReadText(text, "example").Then(s => Country.Value.With(s)));
        if (text.Contains("compare:", StringComparison.Ordinal)) return Said(LinkModelFile.ReadText(text, "example"));
        string file = Path.Combine(folder.FullName, "feed.yaml");
        File.WriteAllText(file, text);
        return Said(FeedFile.Read(file, "example"));
    }

    private static readonly Lazy<ModelSource> Country = new(() => new([File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", "england-and-wales.yaml"))], "england-and-wales.yaml", new Dictionary<string, double>(), 1000));

    private static IReadOnlyList<string> Said<T>(Outcome<T> read) => read.Refused(out Refusal? why, out _) ? [why.Says, .. why.Details] : [];

    private static IEnumerable<string> Blocks(string page) =>
        Fenced().Matches(File.ReadAllText(PathOf(page))).Where(m => m.Groups["kind"].Value == "yaml").Select(m => Outdented(m.Groups["text"].Value));

    private static string PathOf(string page) => Path.Combine(TestData.Root, "docs", "how-to", page);

    // A block in a list is set in by the list.
    private static string Outdented(string block)
    {
        string[] lines = block.Split('\n');
        int set = lines.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length >= set ? l[set..] : l));
    }

    [GeneratedRegex(@"^ *```(?<kind>\w*)\n(?<text>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\A(?:#[^\n]*\n)?id: ")]
    private static partial Regex IdFirst();
}
