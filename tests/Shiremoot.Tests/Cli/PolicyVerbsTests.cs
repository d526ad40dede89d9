using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Shiremoot.Tests.Evidence.Policies;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>difference, interrupted and policies as people run them.</summary>
public sealed class PolicyVerbsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-policies-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Areas_are_compared_printed_given_as_JSON_and_written()
    {
        string file = Write("panel.csv", MadePanels.Twelve().ToCsv()), to = Path.Combine(folder, "out.csv");
        string[] words = ["difference", file, "--outcome", "y", "--unit", "id", "--period", "period", "--treated", "treated", "--from", "2016"];
        Ended text = CommandLine.Run([.. words, "--out", to]);
        text.Code.ShouldBe(0, text.Errors);
        text.Output.ShouldContain("y was 1.728 lower on average with the policy");
        text.Output.ShouldContain("no count of our people is in it");
        File.ReadAllLines(to).Length.ShouldBe(9);
        JsonElement json = CommandLine.Run([.. words, "--json"]).Json;
        json.GetProperty("effect").GetProperty("value").GetDouble().ShouldBe(-1.728481905, 1e-8);
        json.GetProperty("placement").GetProperty("all").GetBoolean().ShouldBeTrue();
        json.GetProperty("steps").GetArrayLength().ShouldBe(8);
        CommandLine.Run("difference", file, "--outcome", "y", "--unit", "id", "--period", "period").Code.ShouldBe(2);
        CommandLine.Run("difference", file, "--outcome", "z", "--unit", "id", "--period", "period", "--treated", "treated", "--json").Json.GetProperty("refused").GetProperty("says").GetString()!.ShouldContain("no column 'z'");
    }

    [Fact]
    public void A_series_is_set_beside_its_line()
    {
        string file = Write("months.csv", MadePanels.Months());
        string[] words = ["interrupted", file, "--outcome", "y", "--time", "month", "--from", "2017-07", "--season", "months", "--lag", "3"];
        Ended text = CommandLine.Run(words);
        text.Code.ShouldBe(0, text.Errors);
        text.Output.ShouldContain("y broke from its line when the policy began");
        JsonElement json = CommandLine.Run([.. words, "--compare", "x", "--json"]).Json;
        json.GetProperty("total").GetProperty("value").GetDouble().ShouldBe(-197.734344738, 1e-7);
        json.GetProperty("periods").GetArrayLength().ShouldBe(48);
        CommandLine.Run([.. words, "--season", "weeks"]).Code.ShouldBe(2);
    }

    [Fact]
    public void The_shipped_policy_is_told_of_published_figures_and_its_effect_is_the_difference_of_four_means()
    {
        string place = Path.Combine(TestData.Root, "places", "west-midlands"), store = Path.Combine(folder, "s.db");
        CommandLine.Run("policies", place, "violence-reduction-units", "--store", store).Code.ShouldBe(1, "nothing is taken in yet");
        CommandLine.Run("take-in", place, "crime-severity", "--store", store).Code.ShouldBe(0);
        JsonElement json = CommandLine.Run("policies", place, "violence-reduction-units", "--store", store, "--json").Json;
        JsonElement made = json.GetProperty("difference");
        made.GetProperty("units").GetProperty("treated").GetInt32().ShouldBe(18);
        made.GetProperty("effect").GetProperty("value").GetDouble().ShouldBe(FourMeans(), 1e-9);
        made.GetProperty("withheld").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("note").GetString()!.ShouldContain("pandemic");
        CommandLine.Run("policies", place, "--store", store).Output.ShouldContain("No effect can be told from chance");
        CommandLine.Run("policies", place, "violence-reduction", "--store", store).Errors.ShouldContain("POLICY-17");
    }

    // By hand from the file: years to March 2016 to 2019 before, 2021 and 2022 since, forces with every figure.
    private static double FourMeans()
    {
        string[] treated = ["E23000001", "E23000003", "E23000004", "E23000005", "E23000007", "E23000010", "E23000011", "E23000014", "E23000019", "E23000021", "E23000026", "E23000028", "E23000029", "E23000030", "E23000032", "E23000033", "E23000036", "W15000003"];
        using StreamReader text = new(new GZipStream(File.OpenRead(Path.Combine(TestData.Root, "vocabulary", "statistics", "ons_crime_severity_score_2003_2022.csv.gz")), CompressionMode.Decompress));
        List<(string Area, int Year, double Score)> rows = [.. text.ReadToEnd().Split("\nViolence against the person,").Skip(1).Select(r => r.ReplaceLineEndings(" "))
            .Where(r => r.StartsWith("E23", StringComparison.Ordinal) || r.StartsWith("W15", StringComparison.Ordinal))
            .Select(r => (r[..9], r.Split('"')[2].Split(',', StringSplitOptions.RemoveEmptyEntries)))
            .Where(r => double.TryParse(r.Item2[0], CultureInfo.InvariantCulture, out _))
            .Select(r => (r.Item1, int.Parse(r.Item2[1][..4], CultureInfo.InvariantCulture), double.Parse(r.Item2[0], CultureInfo.InvariantCulture)))];
        double Mean(bool isTreated, bool isSince) => rows.Where(r => treated.Contains(r.Area) == isTreated && (isSince ? r.Year is 2021 or 2022 : r.Year is >= 2016 and <= 2019)).Average(r => r.Score);
        return Mean(true, true) - Mean(true, false) - (Mean(false, true) - Mean(false, false));
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
