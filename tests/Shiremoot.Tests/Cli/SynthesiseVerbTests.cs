using System.Text.Json;
using Shiremoot.Tests.Evidence;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>synthesise and evidence as people run them.</summary>
public sealed class SynthesiseVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-synthesise-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_studies_that_a_file_names_are_not_written_over()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(TestData.Root, "vocabulary", "syntheses"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        (string asked, string studies) = (Path.Combine(folder, "scared-straight.yaml"), Path.Combine(folder, "scared-straight.csv"));
        string before = File.ReadAllText(studies);
        Ended ended = CommandLine.Run("synthesise", asked, "--out", studies);
        ended.Code.ShouldBe(1);
        ended.Errors.ShouldContain("CLI-04");
        File.ReadAllText(studies).ShouldBe(before);
    }

    [Fact]
    public void Trials_are_combined_printed_as_a_forest_given_as_JSON_and_written()
    {
        string file = MetaforAnswers.WriteStudies("bcg", folder), to = Path.Combine(folder, "out.csv");
        Ended text = CommandLine.Run("synthesise", file, "--effect", "yi", "--variance", "vi", "--measure", "rr", "--method", "dl", "--study", "row", "--out", to);
        text.Code.ShouldBe(0, text.Errors);
        text.Output.ShouldContain("Average: -0.71412");
        text.Output.Split('\n').Count(l => l.Contains('o') && l.Contains("% ", StringComparison.Ordinal) || l.EndsWith('%')).ShouldBeGreaterThanOrEqualTo(13);
        File.ReadAllLines(to).Length.ShouldBe(16);
        JsonElement json = CommandLine.Run("synthesise", file, "--effect", "yi", "--variance", "vi", "--measure", "rr", "--method", "dl", "--json").Json;
        json.GetProperty("average").GetProperty("value").GetDouble().ShouldBe(-0.714117222073227, 1e-9);
        json.GetProperty("average").GetProperty("ratio").GetProperty("value").GetDouble().ShouldBe(Math.Exp(-0.714117222073227), 1e-9);
        json.GetProperty("spread").GetProperty("tau_squared").GetDouble().ShouldBe(0.308760262862376, 1e-9);
        json.GetProperty("studies").GetArrayLength().ShouldBe(13);
    }

    [Fact]
    public void Wrong_words_are_wrong_usage_and_wrong_columns_are_refused()
    {
        string file = MetaforAnswers.WriteStudies("bcg", folder);
        CommandLine.Run("synthesise", file, "--effect", "yi", "--variance", "vi", "--method", "best").Code.ShouldBe(2);
        Ended refused = CommandLine.Run("synthesise", file, "--effect", "yo", "--variance", "vi", "--json");
        refused.Code.ShouldBe(1);
        refused.Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("SYNTHESIS-01");
        CommandLine.Run("synthesise", file, "--effect", "yi", "--json").Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("SYNTHESIS-07");
    }

    [Fact]
    public void The_register_is_listed_searched_and_shown()
    {
        string place = Path.Combine(TestData.Root, "places", "west-midlands"), store = Path.Combine(folder, "s.db");
        CommandLine.Run("evidence", place, "--store", store, "--find", "youth diversion", "--json").Json.EnumerateArray().Select(e => e.GetProperty("id").GetString()).ShouldContain("youth-diversion");
        Ended one = CommandLine.Run("evidence", place, "youth-diversion", "--store", store);
        one.Output.ShouldContain("odds ratio 0.83 (95% interval 0.43 to 1.58)");
        one.Output.ShouldContain("Verified: yes");
        CommandLine.Run("evidence", place, "no-such", "--store", store).Code.ShouldBe(1);
    }
}
