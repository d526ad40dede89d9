using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.HowLinked;

/// <summary>What each blocking rule brought together, and what it cut short.</summary>
internal static class BlockingChart
{
    public static ChartView Of(PlaceLinking linking)
    {
        double? Drawn(Protected<double> share) => share.Shown is { } shown ? 100 * shown : null;
        BarDrawing drawing = new(new Unit("per cent of likely pairs of one person", Suffix: "%", Decimals: 1), [.. linking.Blocking.Select(b => b.Rule)],
            [new Series("Found by the rule", [.. linking.Blocking.Select(b => Drawn(b.Share))]), new Series("Found by no other rule", [.. linking.Blocking.Select(b => Drawn(b.OnlyShare))])]);
        return new ChartView("blocking", Headline(linking), "Share of the likely pairs of one person that agrees on each rule, and on no other", drawing, Table(linking), LinkingWords.SourceOf(linking))
        {
            HeadingLevel = 3,
            Downloads = LinkingWords.Files("blocking", "what each blocking rule brought together"),
        };
    }

    /// <summary>Which keys were cut short, and why; null if none was.</summary>
    public static string? CutShort(PlaceLinking linking)
    {
        RuleBlocked[] cut = [.. linking.Blocking.Where(b => b.KeysCut > 0)];
        if (cut.Length == 0) return null;
        RuleBlocked most = cut.MaxBy(b => b.LargestCut?.Shown ?? 0)!;
        return $"{LinkingWords.Number(cut.Sum(b => (double)b.KeysCut))} keys of {(cut.Length == 1 ? "1 rule" : $"{cut.Length} rules")} were cut short: more than {LinkingWords.Number(linking.MostInBlock)} records share each, and a key that so many share tells nobody apart. "
            + $"The commonest is shared by {most.LargestCut} records, under “{most.Rule}”. Of such records only those alike in every field were paired: {linking.Repeats} pairs.";
    }

    private static TableView Table(PlaceLinking linking)
    {
        List<Row> rows = [.. linking.Blocking.Select(b => Row.Of(b.Rule, LinkingWords.Short(b.Pairs), LinkingWords.Short(b.NewPairs), LinkingWords.Percent(b.Share), LinkingWords.Percent(b.NewShare), LinkingWords.Percent(b.OnlyShare),
            LinkingWords.Short(b.LargestBlock), LinkingWords.Number(b.KeysCut), b.LargestCut is { } cut ? LinkingWords.Short(cut) : "none"))];
        rows.Add(Row.Of("Alike in every field, out of blocks too large", LinkingWords.Short(linking.Repeats), LinkingWords.Short(linking.Repeats), "", "", "", "", "", ""));
        rows.Add(Row.TotalOf("All", "", LinkingWords.Short(linking.Compared), "", "", "", "", "", ""));
        return new TableView("Blocking rules in the order in which they were tried",
            [new("Rule"), new("Pairs", true), new("Of no rule before", true), new("Found", true), new("Found by no rule before", true), new("Found by no other", true), new("Largest block", true), new("Keys cut short", true), new("Commonest of them", true)], rows)
        {
            Notes =
            [
                "Pairs agree on many rules at once, so that pairs and shares found do not add up; those of no rule before do. Found: of all compared pairs, each counted with its probability of being of one person.",
                "Largest block and commonest key: records that share it.",
                .. PeopleTable.Marks(linking.Rules),
            ],
        };
    }

    private static string Headline(PlaceLinking linking)
    {
        RuleBlocked[] shown = [.. linking.Blocking.Where(b => b.Share.Shown is not null)];
        if (shown.Length == 0) return "No rule brought together enough pairs to be shown";
        RuleBlocked most = shown.MaxBy(b => b.Share.Shown)!;
        return $"“{most.Rule}” finds most: {LinkingWords.Percent(most.Share)} of the likely pairs of one person";
    }
}
