using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>What the latest linking of a place learned and found, as tables fit to leave the building.</summary>
public static class LinkingTables
{
    /// <summary>The tables there are, by the name a caller asks for them.</summary>
    public static IReadOnlyList<(string Name, string Title, Func<PlaceLinking, Shire, ReleaseTable> Of)> All { get; } =
    [
        ("levels", "The match weights of each level", OfLevels),
        ("learning", "How learning settled", OfLearning),
        ("thresholds", "What other thresholds would give", OfThresholds),
        ("sizes", "Records a person", OfSizes),
        ("blocking", "What each blocking rule brought together", OfBlocking),
    ];

    private static ReleaseTable OfLevels(PlaceLinking linking, Shire shire) => Table(linking, shire, "Match weights of each level of agreement",
        "m: share at the level of pairs of one person; u: of pairs of two people; bits: log2(m/u)",
        [
            Text("Comparison"), Text("Level"), Text("As written"), Rate("m"), Rate("u"), Rate("Weight", "bits"), Text("Rarity counts"), Text("Given"), new("Pairs", ReleaseKind.Count, "compared pairs of records"),
        ],
        linking.Comparisons.SelectMany(c => (IEnumerable<IReadOnlyList<ReleaseCell>>)
        [
            .. c.Levels.Select(l => (IReadOnlyList<ReleaseCell>)
            [
                ReleaseCell.Of(c.Name), ReleaseCell.Of(l.Says), ReleaseCell.Of(l.When), Number(l.M), Number(l.U), Number(l.Bits),
                ReleaseCell.Of(l.RareTells.Count == 0 ? null : string.Join(", ", l.RareTells)), ReleaseCell.Of(l.IsGiven ? "yes" : null), ReleaseCell.Of(l.Pairs),
            ]),
            [ReleaseCell.Of(c.Name), ReleaseCell.Of("could not be told"), .. Enumerable.Repeat(ReleaseCell.Missing, 6), ReleaseCell.Of(c.Untold)],
        ]));

    private static ReleaseTable OfLearning(PlaceLinking linking, Shire shire) => Table(linking, shire, "How learning settled, by rule and round",
        "The share of a rule's pairs that is of one person, after each round of expectation and maximisation",
        [Text("Rule"), new("Pairs", ReleaseKind.Count, "compared pairs of records"), Rate("Round"), Rate("Share of one person")],
        linking.Learned.SelectMany(r => r.Shares.Select((share, n) => (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of(r.Rule), ReleaseCell.Of(r.Pairs), Number(n + 1), Number(share)])));

    private static ReleaseTable OfThresholds(PlaceLinking linking, Shire shire) => Table(linking, shire, "What other thresholds would give",
        "Estimated from the probabilities of pairs, without labels, each pair by itself. It does not see what blocking lost, nor what joining puts right",
        [Rate("Threshold", "bits"), new("Pairs at it or above", ReleaseKind.Count, "compared pairs of records"), Rate("Precision"), Rate("Recall"), Rate("F1"), Text("Used")],
        linking.Thresholds.Select(t => (IReadOnlyList<ReleaseCell>)
            [Number(t.Bits), ReleaseCell.Of(t.Pairs), Number(t.Precision), Number(t.Recall), Number(t.F1), ReleaseCell.Of(t.Bits.Equals(linking.Threshold) ? "yes" : null)]));

    private static ReleaseTable OfSizes(PlaceLinking linking, Shire shire) => Table(linking, shire, "People by how many records they have",
        "People of the linking by the number of records of partners that are theirs",
        [Rate("Records from"), Rate("Records until"), new("People", ReleaseKind.Count)],
        linking.Sizes.Select(s => (IReadOnlyList<ReleaseCell>)[Number(s.From), Number(s.Until), ReleaseCell.Of(s.People)]));

    private static ReleaseTable OfBlocking(PlaceLinking linking, Shire shire) => Table(linking, shire, "What each blocking rule brought together",
        "Shares are of all compared pairs expected to be of one person, by their probabilities",
        [
            Text("Rule"), new("Pairs", ReleaseKind.Count, "compared pairs of records"), new("Pairs of no rule before", ReleaseKind.Count), Rate("Share found"), Rate("Share found by no rule before"), Rate("Share found by it alone"),
            new("Largest block", ReleaseKind.Count, "records"), Rate("Keys cut short"), new("Commonest key cut short", ReleaseKind.Count, "records"),
        ],
        linking.Blocking.Select(b => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(b.Rule), ReleaseCell.Of(b.Pairs), ReleaseCell.Of(b.NewPairs), ReleaseCell.Of(b.Share), ReleaseCell.Of(b.NewShare), ReleaseCell.Of(b.OnlyShare),
            ReleaseCell.Of(b.LargestBlock), Number(b.KeysCut), b.LargestCut is { } cut ? ReleaseCell.Of(cut) : ReleaseCell.Missing,
        ]));

    private static ReleaseTable Table(PlaceLinking linking, Shire shire, string title, string definition, IReadOnlyList<ReleaseColumn> columns, IEnumerable<IReadOnlyList<ReleaseCell>> rows) => new(
        $"{title}: {shire.Place.Title}", definition, $"All records as linked at {linking.Build.At:uuuu-MM-dd HH:mm} UTC", $"Records of partners in {shire.Place.Title}, by the linkage model '{linking.Model}'",
        linking.Origin, linking.Rules.Label, columns, rows);

    private static ReleaseColumn Text(string name) => new(name, ReleaseKind.Text);

    private static ReleaseColumn Rate(string name, string unit = "") => new(name, ReleaseKind.Rate, unit);

    private static ReleaseCell Number(double? number) => ReleaseCell.NotOfPeople(number);
}
