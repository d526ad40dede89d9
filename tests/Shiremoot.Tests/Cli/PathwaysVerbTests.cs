using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>pathways as it is run: the example of the how-to, its files and its document, and what is asked in vain.</summary>
public sealed class PathwaysVerbTests : IDisposable
{
    private static readonly string Examples = Path.Combine(TestData.Root, "docs", "examples", "pathways");
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-pathways-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_example_gives_one_document_with_everything_asked()
    {
        Ended ended = Run("--json", "--path", Path.Combine(Examples, "intended.yaml"), "--before", "charge", "--from", "arrest", "--to", "sentence", "--top", "3");
        ended.Code.ShouldBe(0, ended.Errors);
        JsonElement json = ended.Json;
        (json.GetProperty("events").GetInt32(), json.GetProperty("cases").GetInt32()).ShouldBe((34, 10));
        json.GetProperty("variants").GetProperty("shown").GetArrayLength().ShouldBe(3);
        json.GetProperty("variants").GetProperty("shown")[0].GetProperty("cases").GetInt32().ShouldBe(4);
        json.GetProperty("conformance").GetProperty("conforming").GetInt32().ShouldBe(6);
        json.GetProperty("before").GetProperty("cases").GetInt32().ShouldBe(8);
        json.GetProperty("between").GetProperty("reached").GetInt32().ShouldBe(7);
        json.GetProperty("sankey").GetProperty("links").EnumerateArray().Where(l => l.GetProperty("source").GetString()!.StartsWith("1.")).Sum(l => l.GetProperty("value").GetInt32()).ShouldBe(10);
    }

    [Fact]
    public void Every_table_is_written_whole_and_threads_change_nothing()
    {
        foreach (string threads in (string[])["1", "2"])
        {
            Ended ended = Run("--out", Path.Combine(folder, threads), "--threads", threads, "--path", "arrest -> charge -> first-hearing? -> sentence", "--before", "charge", "--from", "arrest", "--to", "sentence", "--top", "1");
            ended.Code.ShouldBe(0, ended.Errors);
            ended.Output.ShouldContain("are not shown");
        }
        string[] files = [.. Directory.GetFiles(Path.Combine(folder, "1")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        files.ShouldBe(["before.csv", "between.csv", "conformance.csv", "network.csv", "orders.csv", "sankey.json", "stages.csv", "variants.csv", "waits.csv"]);
        foreach (string file in files) File.ReadAllBytes(Path.Combine(folder, "1", file)).ShouldBe(File.ReadAllBytes(Path.Combine(folder, "2", file)), file);
        File.ReadAllLines(Path.Combine(folder, "1", "variants.csv")).Length.ShouldBe(1 + 5);
    }

    [Theory]
    [InlineData("PICTURE-85", "--before", "chrage")]
    [InlineData("PICTURE-84", "--path", "arrest -> chrage")]
    [InlineData("PICTURE-80", "--path", "arrest -> -> charge")]
    [InlineData("PLACE-01", "--path", "nowhere.yaml")]
    [InlineData("CLI-11", "--from", "arrest")]
    [InlineData("CLI-12", "--top", "0")]
    [InlineData("PICTURE-72", "--time-format", "dd/QQ")]
    [InlineData("PICTURE-74", "--time-format", "dd/MM/yyyy")]
    public void What_is_asked_in_vain_is_refused(string code, string option, string value)
    {
        Ended ended = Run(option, value);
        ended.Code.ShouldBe(1, ended.Errors);
        ended.Errors.ShouldStartWith(code);
        ended.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public void The_file_of_a_path_in_the_manual_is_the_one_in_the_examples() =>
        File.ReadAllText(Path.Combine(TestData.Root, "docs", "how-to", "pathways.md")).ShouldContain($"```yaml\n{File.ReadAllText(Path.Combine(Examples, "intended.yaml"))}```");

    [Fact]
    public void The_file_that_is_read_is_never_written_over()
    {
        string log = Path.Combine(folder, "variants.csv");
        File.Copy(Path.Combine(Examples, "events.csv"), log);
        Ended ended = CommandLine.Run("pathways", log, "--case", "person", "--activity", "event", "--time", "day", "--out", folder);
        ended.Errors.ShouldStartWith("CLI-04");
        File.ReadAllBytes(log).ShouldBe(File.ReadAllBytes(Path.Combine(Examples, "events.csv")));
    }

    private static Ended Run(params string[] more) => CommandLine.Run(["pathways", Path.Combine(Examples, "events.csv"), "--case", "person", "--activity", "event", "--time", "day", .. more]);
}
