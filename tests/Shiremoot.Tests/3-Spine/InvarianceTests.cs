using System.Text;
using Shiremoot.Spine;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

/// <summary>The same records give the same people, on any number of threads and in whatever order they come.</summary>
public sealed class InvarianceTests : IDisposable
{
    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [DataTheory("febrl/febrl_dataset3.csv", "splink/fake_1000.csv")]
    [InlineData("febrl", "febrl/febrl_dataset3.csv")]
    [InlineData("fake-people", "splink/fake_1000.csv")]
    public void Threads_and_the_order_of_rows_change_nothing(string example, string file)
    {
        LinkModel model = SpineFiles.Example(example);
        string text = File.ReadAllText(TestData.File(file));
        Linked one = files.Link(model, text, threads: 1), two = files.Link(model, text, threads: 2), shuffled = files.Link(model, Shuffled(text), threads: 2);
        SpineFiles.ById(two).ShouldBe(SpineFiles.ById(one));
        SpineFiles.ById(shuffled).ShouldBe(SpineFiles.ById(one));
        shuffled.Model.Prior.ShouldBe(one.Model.Prior);
        Numbers(shuffled).ShouldBe(Numbers(one));
    }

    [DataFact("splink/fake_1000.csv")]
    public void Nor_does_it_matter_which_of_several_sources_comes_first()
    {
        LinkModel model = SpineFiles.Example("fake-people") with { SourceColumn = "agency" };
        string[] lines = [.. File.ReadAllLines(TestData.File("splink/fake_1000.csv")).Where(l => l.Length > 0)];
        // Each record twice: too many for every pair to be looked at, so that pairs are drawn.
        string text = $"{lines[0]},agency\n{string.Concat(lines.Skip(1).SelectMany((l, n) => new[] { 1, 2 }.Select(copy => $"{copy}{l},{"police prison court".Split(' ')[(n + copy) % 3]}\n")))}";
        Linked one = files.Link(model, text), shuffled = files.Link(model, Shuffled(text));
        SpineFiles.ById(shuffled).ShouldBe(SpineFiles.ById(one));
        Numbers(shuffled).ShouldBe(Numbers(one));
    }

    private static double?[] Numbers(Linked linked) => [.. linked.Model.Comparisons.SelectMany(c => c.Levels).SelectMany(l => new[] { l.M, l.U })];

    private static string Shuffled(string text)
    {
        string[] lines = [.. text.Split('\n').Where(l => l.Length > 0)];
        Chance chance = new(5, 5, 5);
        for (int n = lines.Length - 1; n > 1; n--)
        {
            int with = 1 + chance.Below(n); // the header stays
            (lines[n], lines[with]) = (lines[with], lines[n]);
        }
        return new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();
    }
}
