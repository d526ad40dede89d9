using System.Text.Json;
using Shiremoot.Tests.Picture.Indicators;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>The verb 'fairness' as people run it.</summary>
public sealed class FairnessVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-fairness-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [DataFact(Broward.Path)]
    public void Broward_comes_out_as_published_in_words_and_as_json()
    {
        string[] asked = ["fairness", TestData.File(Broward.Path), "--score", "decile_score", "--outcome", "two_year_recid", "--by", "race", "--threshold", "5"];
        string words = CommandLine.Run(asked).Output;
        foreach (string published in (string[])["2,681", "1,282", "1,216", "2,035", "32.35", "37.40", "44.85", "27.99", "23.45", "47.72", "0.70217"]) words.ShouldContain(published);
        words.ShouldContain("cannot all be equal");
        JsonElement everyone = CommandLine.Run([.. asked, "--json"]).Json.GetProperty("everyone");
        everyone.GetProperty("true_positives").GetInt32().ShouldBe(2035);
        everyone.GetProperty("false_positive_rate").GetProperty("lower").GetDouble().ShouldBeLessThan(0.3235);
    }

    [Fact]
    public void Wrong_usage_and_refusals_have_their_codes()
    {
        string file = Path.Combine(folder, "risk.csv");
        File.WriteAllText(file, "risk,back\n1,1\n2,0\n");
        CommandLine.Run("fairness", file, "--score", "risk").Code.ShouldBe(2);
        CommandLine.Run("fairness", file, "--score", "risk", "--outcome", "back", "--threshold", "NaN").Code.ShouldBe(2);
        CommandLine.Run("fairness", file, "--score", "rsk", "--outcome", "back", "--json").Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("PICTURE-61");
        CommandLine.Run("fairness", file, "--score", "risk", "--outcome", "back").Code.ShouldBe(0);
    }
}
