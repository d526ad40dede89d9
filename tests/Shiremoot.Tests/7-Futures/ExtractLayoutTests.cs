using Shiremoot.Futures;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Layout files: what is wrong with one is told with its line, all at once.</summary>
public sealed class ExtractLayoutTests : IDisposable
{
    private const string Good = """
        id: stops
        title: Stops
        source: Made up for a test
        agency: police
        file: stops.csv
        person_reference: "N########"
        rows: { kinds: [stop-and-search] }
        columns:
          Ref: { value: event_reference, as: "S##########" }
          Person: reference
          Day: { value: day, as: dd/MM/yyyy }
          Sex: { value: sex, codes: { male: M, female: F } }
          Origin: { constant: GENERATED }
        planted:
          rate: 0.01
          faults: [{ column: Day, text: never, reason: not a date }]
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("layouts");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Person: reference", "Person: referense", ":10:", "must be one of reference, forename")]
    [InlineData("Person: reference", "\"\": reference", ":10:", "a column without a header")]
    [InlineData("Person: reference", "Person: forename", ":9:", "none with 'value: reference'")]
    [InlineData("  Person: reference", "  Person: ", ":10:", "must be one of reference")]
    [InlineData("  Person: reference", "  Person: [reference]", ":10:", "must be a map")]
    [InlineData("dd/MM/yyyy", "dd/QQ/yyyy", ":11:", "has 'Q', which is no part of a date")]
    [InlineData("as: dd/MM/yyyy", "pick: first", ":11:", "must say how the date is written")]
    [InlineData("male: M", "man: M", ":12:", "has 'man', which is not known here")]
    [InlineData("GENERATED", "REAL", ":9:", "has none that is always 'GENERATED'")]
    [InlineData("column: Day", "column: Days", ":16:", "'Days' is not a column of the layout")]
    [InlineData("text: never", "day: -3, text: x", ":16:", "must be spoiled in one way")]
    [InlineData("column: Day, text: never", "column: Sex, day: 4", ":16:", "is for a column with a date")]
    [InlineData("kinds: [stop-and-search]", "kinds: [stop-and-serch]", ":7:", "not an event kind of the vocabulary. Did you mean 'stop-and-search'?")]
    [InlineData("kinds: [stop-and-search]", "kinds: [arrest], age_under: 0", ":7:", "leaves no age")]
    [InlineData("S##########", "S##", ":9:", "from 3 to 16 places")]
    [InlineData("N########", "N{yyyy}########", ":6:", "cannot hold a year")]
    [InlineData("agency: police", "agency: polis", ":4:", "not an agency")]
    [InlineData("file: stops.csv", "file: ../stops.csv", ":5:", "without a folder")]
    [InlineData("rate: 0.01", "rate: 2", ":15:", "not between 0 and 0.5")]
    [InlineData("title: Stops", "titel: Stops", ":2:", "'titel' is not a key known here")]
    [InlineData("Sex: { value: sex,", "Sex: { value: sex, constant: x,", ":12:", "one of four things")]
    public void A_fault_is_told_with_its_line(string was, string now, string line, string says)
    {
        Good.ShouldContain(was);
        Read(Good.Replace(was, now)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("EXTRACT-01");
        why.Details.ShouldContain(d => d.Contains($"stops.yaml{line}") && d.Contains(says), string.Join('\n', why.Details));
    }

    [Fact]
    public void The_layout_of_this_test_and_all_that_are_shipped_are_read()
    {
        Read(Good).Value.Ids.ShouldBe(["stops"]);
        ExtractLayouts.Read(TheVocabulary.Folder, null, TheVocabulary.Read).Value.Ids.Count.ShouldBe(14);
    }

    [Fact]
    public void Every_kind_of_event_that_lives_hold_is_written_by_an_agency_and_taken_in_by_a_feed()
    {
        SystemModel model = SystemModelFile.Read(File.ReadAllText(Path.Combine(TheVocabulary.Folder, "models", "england-and-wales.yaml")), null, "model", new Dictionary<string, double>()).Value;
        HashSet<string> written = [.. ExtractLayouts.Read(TheVocabulary.Folder, null, TheVocabulary.Read).Value.All.SelectMany(l => l.Rows.Kinds.Concat(l.Columns.SelectMany(c => c.Any.Append(c)).SelectMany(c => c.Of)))];
        written.Add("release"); // as the end of a custody spell
        HashSet<string> takenIn = [];
        foreach (string file in Directory.GetFiles(Path.Combine(TheVocabulary.Folder, "extracts", "feeds")))
        {
            Feed feed = FeedFile.Read(file, Path.GetFileName(file)).Value;
            foreach (FeedEvent e in feed.Events)
                takenIn.UnionWith(e.Kind is { } kind ? [kind] : feed.Columns.Single(c => c.Name == e.KindFrom).Codes.Select(c => c.Kept));
        }

        model.Kinds.Where(k => !written.Contains(k)).ShouldBeEmpty("written");
        model.Kinds.Where(k => !takenIn.Contains(k)).ShouldBeEmpty("taken in");
    }

    [Fact]
    public void A_place_puts_its_own_layout_in_the_stead_of_the_countrys()
    {
        using MadeExtracts made = new();
        string own = Good.Replace("id: stops", "id: police-stop-search").Replace("N########", "N#########");
        made.Make(50, made.Layouts(null, ("mine.yaml", own)));
        made.Lines("stops.csv")[0].ShouldBe("Ref,Person,Day,Sex,Origin");
        File.Exists(Path.Combine(made.Folder, "police-stop-search.csv")).ShouldBeFalse();
    }

    [Fact]
    public void Two_layouts_may_not_write_one_file_nor_share_a_register_they_write_otherwise()
    {
        File.WriteAllText(PathOf("a.yaml"), Good);
        Read(Good.Replace("id: stops", "id: others").Replace("N########", "X########")).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldContain(d => d.Contains("write the same file 'stops.csv'"));
        why.Details.ShouldContain(d => d.Contains("share the register 'police'"));
    }

    private Outcome<ExtractLayouts> Read(string text)
    {
        File.WriteAllText(PathOf("stops.yaml"), text);
        return ExtractLayouts.Read(folder.FullName, null, TheVocabulary.Read);
    }

    private string PathOf(string name)
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "extracts"));
        return Path.Combine(folder.FullName, "extracts", name);
    }
}
