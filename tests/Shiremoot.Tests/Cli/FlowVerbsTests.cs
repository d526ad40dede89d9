using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>forecast and backtest as people run them.</summary>
public sealed class FlowVerbsTests : IDisposable
{
    private static readonly string Flows = Path.Combine(TestData.Root, "vocabulary", "statistics", "ew_quarterly_dev_2018q2_2022q1.csv");
    private static readonly string Model = Path.Combine(TestData.Root, "vocabulary", "forecasts", "england-and-wales.yaml");
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-flows-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_backtest_is_told_given_as_JSON_and_written()
    {
        string to = Path.Combine(folder, "points.csv");
        Ended text = CommandLine.Run("backtest", Flows, "--model", Model, "--out", to);
        text.Code.ShouldBe(0, text.Errors);
        text.Output.ShouldContain("No better than the last figure: ");
        text.Output.ShouldContain("Left out: police__charges.");
        JsonElement json = CommandLine.Run("backtest", Flows, "--model", Model, "--json").Json;
        json.GetProperty("geometric_mean").GetProperty("beside_last").GetDouble().ShouldBeLessThan(1);
        json.GetProperty("by_series").GetArrayLength().ShouldBe(22);
        int points = json.GetProperty("points").GetArrayLength();
        (json.GetProperty("wins").GetProperty("over_last").GetArrayLength() + json.GetProperty("losses").GetProperty("to_last").GetArrayLength()).ShouldBe(22);
        File.ReadAllLines(to).Length.ShouldBe(points + 1);
    }

    [Fact]
    public void The_quarters_to_come_are_told_and_paths_drawn()
    {
        (string to, string paths) = (Path.Combine(folder, "f.csv"), Path.Combine(folder, "p.csv"));
        Ended text = CommandLine.Run("forecast", Flows, "--ahead", "2", "--out", to, "--paths", paths, "--draws", "5", "--seed", "4");
        text.Code.ShouldBe(0, text.Errors);
        text.Output.ShouldContain("2022Q3");
        File.ReadAllLines(to).Length.ShouldBe(1 + (27 * 2));
        string[] drawn = File.ReadAllLines(paths);
        drawn.Length.ShouldBe(1 + (27 * 5));
        CommandLine.Run("forecast", Flows, "--ahead", "2", "--paths", paths, "--draws", "5", "--seed", "4").Code.ShouldBe(0);
        File.ReadAllLines(paths).ShouldBe(drawn);
        CommandLine.Run("forecast", Flows, "--out", Flows).Errors.ShouldContain("CLI-04");
        CommandLine.Run("forecast", Flows, "--ahead", "99").Errors.ShouldContain("FLOW-08");
        CommandLine.Run("backtest", Path.Combine(folder, "none.csv")).Code.ShouldBe(1);
    }
}
