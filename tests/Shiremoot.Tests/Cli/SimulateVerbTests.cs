using System.Text.RegularExpressions;
using Shiremoot.Tests.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>simulate as people run it: its files, and what its manual says of it.</summary>
public sealed partial class SimulateVerbTests : IDisposable
{
    private static readonly string[] Short = ["--runs", "2", "--worlds", "1", "--years", "1", "--warm-up", "1"];
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-simulate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_figure_of_every_run_stands_in_the_file_once_by_arm_and_period()
    {
        string model = Path.Combine(TestData.Root, "vocabulary", "models", "justice-network.yaml"), scenario = Write("halved.yaml", JusticeNetwork.Halved.Text);
        Ended ended = CommandLine.Run(["simulate", model, "--scenario", scenario, .. Short, "--periods", "4", "--figures", Path.Combine(folder, "figures.csv")]);
        ended.Code.ShouldBe(0, ended.Errors);
        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "figures.csv")).Skip(1).Select(l => l.Split(','))];
        // Ten stages and two lines; two arms of two runs of a year of four quarters.
        rows.Length.ShouldBe(12 * 2 * 2 * 4);
        rows.Select(r => string.Join(',', r[..5])).Distinct().Count().ShouldBe(rows.Length);
        rows.Select(r => (r[0], r[1])).Distinct().ShouldBe([("baseline", "1"), ("baseline", "2"), ("halved", "1"), ("halved", "2")]);
        ended.Output.ShouldMatch($@"{rows.Length} rows in .*figures\.csv, SHA-256 [0-9a-f]{{64}}");
    }

    [Fact]
    public void Files_of_scenarios_for_different_people_have_a_baseline_of_all_of_them()
    {
        string children = Write("children.yaml", "id: children\ntitle: Children\nsource: a test\nwho: { ages: [10, 18] }\ninstead: [{ of: [detention-and-training-order], to: leaves, share: 0.5 }]\n");
        string[] women = GroupsOfBaseline("women-community-sentences"), everyone = GroupsOfBaseline("women-community-sentences", children);
        women.ShouldNotBeEmpty();
        women.ShouldAllBe(g => g == "girls" || g.StartsWith("women", StringComparison.Ordinal));
        women.Except(everyone).ShouldBeEmpty();
        everyone.ShouldContain("boys");
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("work")]
    public void The_manual_names_each_option_of_the_help_and_no_other(string verb)
    {
        string page = File.ReadAllText(Path.Combine(TestData.Root, "docs", "how-to", "use-the-command-line.md"));
        string row = page.Split('\n').Single(l => l.StartsWith($"| `{verb} ", StringComparison.Ordinal)).Split("` |")[0];
        string[] told = [.. Option().Matches(row).Select(m => m.Value).Distinct()];
        // --option is an older name of --scenario.
        IEnumerable<string> names = CommandLine.Run(verb, "--help").Output.Split('\n').Select(l => l.TrimStart()).Where(l => l.StartsWith('-')).Select(l => l.Split("  ")[0]);
        string[] there = [.. names.SelectMany(l => Option().Matches(l).Select(m => m.Value)).Except(["--help", "--option"])];
        told.Except(there).ShouldBeEmpty();
        there.Where(o => !told.Contains(o)).ShouldBeEmpty();
    }

    private string[] GroupsOfBaseline(params string[] scenarios)
    {
        string file = Path.Combine(folder, "figures.csv");
        Ended ended = CommandLine.Run(["simulate", Path.Combine(TestData.Root, "places", "northumbria"), .. scenarios.SelectMany(s => (string[])["--scenario", s]), .. Short, "--store", Path.Combine(folder, "store.db"), "--figures", file]);
        ended.Code.ShouldBe(0, ended.Errors);
        return [.. File.ReadLines(file).Skip(1).Select(l => l.Split(',')).Where(r => r[0] == "baseline" && r[5] is not ("" or "0")).Select(r => r[2]).Distinct()];
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex Option();
}
