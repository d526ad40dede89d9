using System.Globalization;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>simulate as people run it: who goes where, as a file and in the document.</summary>
public sealed class SimulateWaysTests : IDisposable
{
    private static readonly string Model = Path.Combine(TestData.Root, "vocabulary", "models", "justice-network.yaml");
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-simulate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Who_goes_where_is_written_and_what_a_scenario_turns_is_a_change()
    {
        (string scenario, string to) = (Path.Combine(folder, "turned.yaml"), Path.Combine(folder, "ways.csv"));
        File.WriteAllText(scenario, """
            id: turned
            title: Half of short custody is an order
            says: A test.
            source: a test
            numbers: [{ name: half, title: Half, value: 0.5, known: true, scale: share, source: "assumption: a test" }]
            instead: [{ of: [short-custody], to: community-order, share: { number: half } }]
            """);
        Ended told = CommandLine.Run("simulate", Model, "--scenario", scenario, "--years", "2", "--warm-up", "2", "--runs", "1", "--ways", to, "--json");
        told.Code.ShouldBe(0, told.Errors);
        string[][] rows = [.. File.ReadAllLines(to).Select(l => l.TrimStart('\uFEFF').Split(',').Select(c => c.Trim('"')).ToArray())];
        rows[0][..6].ShouldBe(["Scenario", "From", "To", "As things are (a year)", "With the scenario (a year)", "Change (a year)"]);
        double[] Of(string from, string way) => [.. rows.Single(r => r[0] == "turned" && r[1] == from && r[2] == way)[3..6].Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
        double[] custody = Of("Magistrates", "Short custody"), order = Of("Magistrates", "Community order");
        (custody[1] / custody[0]).ShouldBe(0.5, 0.03);
        order[2].ShouldBe(-custody[2], -0.1 * custody[2]);

        JsonElement ways = told.Json.GetProperty("answers")[0].GetProperty("ways");
        JsonElement same = ways.EnumerateArray().Single(w => w.GetProperty("from").GetString() == "magistrates" && w.GetProperty("to").GetString() == "short-custody");
        same.GetProperty("change").GetProperty("mean").GetDouble().ShouldBe(custody[2], 0.01);
        CommandLine.Run("simulate", Model, "--scenario", scenario, "--ways", scenario).Errors.ShouldContain("CLI-04");
    }

    [Fact]
    public void Without_a_scenario_ways_are_of_things_as_they_are_and_unasked_they_are_not_counted()
    {
        string to = Path.Combine(folder, "ways.csv");
        CommandLine.Run("simulate", Model, "--years", "1", "--warm-up", "1", "--runs", "1", "--ways", to).Code.ShouldBe(0);
        File.ReadLines(to).First().ShouldNotContain("Change");
        File.ReadLines(to).ShouldContain(l => l.StartsWith("\"as things are\",\"Come in for the first time\",\"Investigation\",", StringComparison.Ordinal));
        CommandLine.Run("simulate", Model, "--years", "1", "--warm-up", "1", "--runs", "1", "--json").Json.GetProperty("answers")[0].GetProperty("ways").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
