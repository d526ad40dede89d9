using System.IO.Compression;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>Every verb over a small place of its own: what it prints, what it keeps, and its exit code (0 done, 1 refused, 2 wrong usage).</summary>
public sealed class VerbTests : IDisposable
{
    private const string Label = "Generated: no such people exist";
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-cli-").FullName;
    private readonly string place;
    private readonly string store;

    public VerbTests()
    {
        (place, store) = (Path.Combine(folder, "small"), Path.Combine(folder, "small-store.db"));
        foreach (string name in (string[])["feeds", "measures", "cohorts"]) Directory.CreateDirectory(Path.Combine(place, name));
        Write("place.yaml", """
            id: small
            title: Small place
            areas: [{ code: E08000025, name: Birmingham, kind: local-authority }]
            period: { from: 2020-01-01, until: 2021-01-01 }
            """);
        Write("feeds/arrests.yaml", """
            id: arrests
            title: Arrests
            source: Made up for a test
            origin: generated
            agency: police
            file: arrests.csv
            checks: { bad_rows_at_most: 0.5 }
            columns: { at: { type: date, formats: [yyyy-MM-dd] }, age: whole }
            record: { person: person, sex: sex, attributes: [age] }
            events: [{ kind: arrest, person: person, start: at }]
            """);
        Write("measures/people.yaml", "id: people\ntitle: People arrested\nkind: people\nsource: Ours\nshows: people\nperiod: 2020\nmaturity: complete\n");
        Write("cohorts/children.yaml", "id: children\ntitle: Children\nsource: Ours\nwhere: age < 18\n");
        Write("arrests.csv", "person,sex,age,at\n" + string.Concat(Enumerable.Range(0, 13).Select(i => $"P{i},female,{15 + i},2020-01-{i + 1:00}\n")) + "P99,male,30,2020-02-30\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_takes_in_draws_and_prints_one_protected_document_and_twice_the_same()
    {
        Ended first = Shire("run", "--json");
        first.Code.ShouldBe(0, first.Errors);
        JsonElement file = first.Json.GetProperty("files")[0];
        (file.GetProperty("rows_in").GetInt64(), file.GetProperty("rows_quarantined").GetInt64()).ShouldBe((14, 1));
        first.Json.GetProperty("measures")[0].GetProperty("rows")[0].GetProperty("people").GetInt64().ShouldBe(15);
        Shire("run", "--json").Output.ShouldBe(first.Output);
    }

    [Fact]
    public void A_cohort_is_counted_protected_with_the_people_left_after_each_condition()
    {
        Shire("take-in").Code.ShouldBe(0);
        JsonElement cohort = Shire("cohort", "--json", "--where", "sex = 'female' and age >= 18").Json;
        cohort.GetProperty("people").GetInt64().ShouldBe(10);
        cohort.GetProperty("attrition").EnumerateArray().Select(l => l.GetProperty("left").GetInt64()).ShouldBe([15, 15, 10]);
        cohort.GetProperty("origin_says").GetString().ShouldBe(Label);
        Shire("cohort", "--where", "age >= 18").Output.ShouldContain(Label);
        Shire("cohort", "children", "--json").Json.GetProperty("people").ValueKind.ShouldBe(JsonValueKind.Null);
        Shire("cohort", "--where", "agee < 18").Errors.ShouldContain("age");
        Shire("cohort").Code.ShouldBe(2);
    }

    [Fact]
    public void Whatever_is_printed_or_written_of_generated_people_says_that_they_are_generated()
    {
        string book = Path.Combine(folder, "people.xlsx");
        Shire("run").Output.ShouldContain(Label);
        Shire("run", "--json").Output.ShouldContain(Label);
        Shire("take-in", "--json").Output.ShouldContain(Label);
        foreach (string format in (string[])["table", "csv", "json"]) Shire("picture", "people", "--format", format).Output.ShouldContain(Label, Case.Sensitive, format);
        Shire("picture", "people", "--xlsx", book).Code.ShouldBe(0);
        using ZipArchive zip = ZipFile.OpenRead(book);
        zip.Entries.ShouldContain(e => new StreamReader(e.Open()).ReadToEnd().Contains(Label));
    }

    [Fact]
    public void A_backup_restores_what_was_there_and_never_writes_over_a_file()
    {
        Shire("take-in");
        string backup = Path.Combine(folder, "backup.db");
        Ended written = Shire("backup", backup, "--json");
        written.Code.ShouldBe(0, written.Errors);
        Shire("backup", backup).Errors.ShouldContain("SHIRE-03");
        Shire("forget", "--feed", "arrests").Code.ShouldBe(0);
        Shire("picture", "people", "--json").Json.GetProperty("rows")[0].GetProperty("people").ValueKind.ShouldBe(JsonValueKind.Null);
        Shire("restore", backup).Code.ShouldBe(0);
        Shire("picture", "people", "--json").Json.GetProperty("rows")[0].GetProperty("people").GetInt64().ShouldBe(15);
        Shire("upgrade", "--json").Json.GetProperty("audit").GetString()!.ShouldContain("as they were sealed");
        File.WriteAllBytes(backup, File.ReadAllBytes(backup)[..5000]);
        Shire("restore", backup).Errors.ShouldContain("SHIRE-06");
    }

    [Fact]
    public void A_person_is_forgotten_by_a_reference_that_no_command_line_holds()
    {
        Shire("take-in");
        Ended gone = CommandLine.RunWith("P3", "forget", place, "--agency", "police", "--person", "--store", store, "--json");
        gone.Code.ShouldBe(0, gone.Errors);
        gone.Json.GetProperty("events").GetInt64().ShouldBe(1);
        gone.Errors.ShouldNotContain("P3");
        Shire("forget").Code.ShouldBe(2);
        Shire("forget", "--load", "77").Errors.ShouldContain("INTAKE-15");
    }

    [Fact]
    public void A_new_place_opens_and_says_what_it_lacks()
    {
        string made = Path.Combine(folder, "my-county");
        CommandLine.Run("new", made, "--area", "E10000023").Code.ShouldBe(0);
        CommandLine.Run("run", made, "--store", Path.Combine(folder, "new.db")).Code.ShouldBe(0);
        CommandLine.Run("new", made, "--area", "E10000023").Errors.ShouldContain("SHIRE-07");
    }

    [Theory]
    [InlineData(2, "picture")]
    [InlineData(2, "no-such-verb")]
    [InlineData(2, "run", "x", "--no-such-option")]
    [InlineData(1, "run", "no/such/place")]
    [InlineData(0, "--help")]
    public void The_exit_code_tells_wrong_usage_from_a_refusal(int code, params string[] arguments) => CommandLine.Run(arguments).Code.ShouldBe(code);

    [Fact]
    public void A_refusal_names_the_file_line_and_mend_and_json_stays_one_document()
    {
        Write("feeds/arrests.yaml", "id: arrests\ntitel: Arrests\n");
        Ended refused = Shire("take-in", "--json");
        refused.Code.ShouldBe(1);
        refused.Errors.ShouldContain("feeds/arrests.yaml:2: 'titel' is not a key known here. Did you mean 'title'?");
        refused.Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("INTAKE-02");
    }

    private Ended Shire(string verb, params string[] rest) => CommandLine.Run([verb, place, .. rest, "--store", store]);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(place, name), text);
}
