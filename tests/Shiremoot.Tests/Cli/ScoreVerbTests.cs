using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>The verb 'score' as people run it, on the generated example of the documentation.</summary>
public sealed class ScoreVerbTests : IDisposable
{
    private const string Label = "Scores describe case mix. They are never for decisions on one person";
    private static readonly string Cases = Path.Combine(TestData.Root, "docs", "examples", "scores", "cases.csv");
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-score-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_is_scored_compared_and_written_with_its_label()
    {
        string to = Path.Combine(folder, "scored.csv");
        Ended ended = CommandLine.Run("score", Cases, "--score", "ogrs3", "--outcome", "reoffended", "--by", "area", "--label", "Generated: no such people exist", "--out", to, "--json");
        ended.Code.ShouldBe(0, ended.Errors);
        JsonElement json = ended.Json;
        long rows = json.GetProperty("rows").GetInt64(), scored = json.GetProperty("scored").GetInt64();
        rows.ShouldBe(240);
        (scored + json.GetProperty("not_scored").EnumerateArray().Sum(r => r.GetProperty("rows").GetInt64())).ShouldBe(rows);
        File.ReadLines(to).Count().ShouldBe(241);
        File.ReadLines(to).Skip(1).ShouldAllBe(line => line.Contains(Label) && line.Contains("Generated: no such people exist"));
        json.GetProperty("label").GetString().ShouldStartWith(Label);
        JsonElement compared = json.GetProperty("compared");
        compared.GetProperty("groups").GetArrayLength().ShouldBe(4);
        compared.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("observed").GetDouble()).ShouldBe(compared.GetProperty("everyone").GetProperty("observed").GetDouble());
        ended.Output.ShouldNotContain("G001");
        CommandLine.Run("score", Cases, "--score", "ogrs3", "--outcome", "reoffended", "--by", "area", "--label", "Generated: no such people exist", "--out", to, "--json").Output.ShouldBe(ended.Output);
    }

    [Fact]
    public void In_words_it_says_what_was_not_scored_and_why_and_what_scores_are_for()
    {
        Ended ended = CommandLine.Run("score", Cases, "--score", "ogrs4g", "--outcome", "reoffended");
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Output.ShouldContain(Label);
        ended.Output.ShouldContain("Not scored: 1, 'birth_date' is empty.");
        ended.Output.ShouldContain("scored as at the start of its follow-up");
    }

    [Fact]
    public void Wrong_usage_and_refusals_have_their_codes()
    {
        CommandLine.Run("score", Cases).Code.ShouldBe(2);
        CommandLine.Run("score", Cases, "--score", "ogrs3", "--by", "area").Code.ShouldBe(2);
        CommandLine.Run("score", Cases, "--score", "ogrs9", "--json").Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("PICTURE-60");
        CommandLine.Run("score", Cases, "--score", "ogrs3", "--sex", "gender").Errors.ShouldContain("--sex");
        CommandLine.Run("score", Cases, "--score", "ogrs3", "--out", Cases).Errors.ShouldContain("CLI-04");
        CommandLine.Run("score", Path.Combine(folder, "none.csv"), "--score", "ogrs3").Code.ShouldBe(1);
    }
}
