using System.Text;
using Shiremoot.Spine;
using Shiremoot.Spine.Blocking;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Blocking;

/// <summary>Where a rule brings too many pairs together, narrower rules take its place; where it does not, it stays.</summary>
public sealed class NarrowerTests : IDisposable
{
    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    // 2,000 records in towns of 100 or of 4: 49.5 or 1.5 pairs a record.
    [Theory]
    [InlineData(20, new[] { "trade", "town, trade" })]
    [InlineData(500, new[] { "trade", "town" })]
    public void The_narrower_rules_are_taken_above_so_many_pairs_a_record(int towns, string[] rules)
    {
        Linked linked = files.Link(SpineFiles.Model(Model("{ of: town, above: 2, rules: [\"town, trade\"] }")), Csv(2000, towns));
        linked.Model.Blocks.Select(b => b.ToString()).ShouldBe(rules);
        linked.Blocking.Select(b => b.Rule).ShouldBe(rules, ignoreOrder: true);
        linked.Model.Narrower.Count.ShouldBe(rules.Contains("town") ? 1 : 0);
        LinkModel again = LinkModelFile.ReadText(LinkModelText.Write(linked.Model), "again.yaml").Value;
        again.Blocks.Select(b => b.ToString()).ShouldBe(rules);
        again.Narrower.Count.ShouldBe(linked.Model.Narrower.Count);
    }

    [Fact]
    public void Pairs_a_record_are_counted_in_full_in_small_tables_and_nearly_in_large_ones()
    {
        LinkModel model = SpineFiles.Model(Model("{ of: town, above: 2, rules: [\"town, trade\"] }"));
        ARecord(2000, 20).ShouldBe(49.5);
        ARecord(600_000, 60_000).ShouldBe(4.5, 0.2);

        double ARecord(int records, int towns)
        {
            RecordTable table = files.Table(model, Csv(records, towns));
            return PairCount.ARecord(table.Rows, new TableParts(table).Rule(model, 1));
        }
    }

    [Theory]
    [InlineData("{ of: born, above: 2, rules: [\"town, trade\"] }", "no field")]
    [InlineData("{ of: \"trade, town\", above: 2, rules: [\"town, trade\"] }", "no rule of 'block'")]
    [InlineData("{ of: town, above: 0, rules: [\"town, trade\"] }", "above")]
    [InlineData("{ of: town, above: 2, rules: [] }", "names no rules")]
    [InlineData("{ of: town, above: 2, rules: [\"town, trad\"] }", "trade")]
    public void What_cannot_be_meant_is_refused_with_the_reason(string narrower, string says)
    {
        LinkModelFile.ReadText(Model(narrower), "m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }

    private static string Model(string narrower) => $"id: t\nfields:\n  town: text\n  trade: text\nblock:\n  - trade\n  - town\nnarrower:\n  - {narrower}\nmost_in_block: 1000\ncompare:\n  - field: town\n  - field: trade\n";

    private static string Csv(int records, int towns)
    {
        StringBuilder csv = new("town,trade\n");
        for (int r = 0; r < records; r++) csv.Append($"T{r % towns},{(r % 3 == 0 ? $"W{r / 6}" : "")}\n");
        return csv.ToString();
    }
}
