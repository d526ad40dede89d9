using Shiremoot.Web.Pages.People.Review;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.HowLinked;

/// <summary>What each level of agreement speaks for or against, in bits.</summary>
internal static class WeightChart
{
    public static ChartView Of(PlaceLinking linking)
    {
        (string Name, LevelLinked Level)[] levels = [.. linking.Comparisons.SelectMany(c => c.Levels.Select(l => (LinkingWords.Named(c.Name, l.Says), l)))];
        BarDrawing drawing = new(new Unit("bits for or against one person", Decimals: 1), [.. levels.Select(l => l.Name)], [new Series("Match weight", [.. levels.Select(l => l.Level.Bits)])]);
        return new ChartView("weights", Headline(levels), "Match weight of each level of agreement, log2(m/u), in bits", drawing, Table(linking), LinkingWords.SourceOf(linking))
        {
            HeadingLevel = 3,
            Downloads = LinkingWords.Files("levels", "the match weights of each level"),
        };
    }

    /// <summary>Kinds of pairs with numbers of their own; null where the model names none.</summary>
    public static TableView? Kin(PlaceLinking linking) => linking.Kin.Count == 0 ? null
        : new("Pairs alike for another reason than being one person", [new("Kind"), new("As written"), new("Pairs", true), new("Of one person", true)],
            [.. linking.Kin.Select(k => Row.Of(ReviewWords.Capital(k.Name), k.When, LinkingWords.Short(k.Pairs), k.Prior is { } prior ? LinkingWords.Share(prior) : "as of all pairs"))])
        { Notes = ["A pair is of the first kind that fits. “As of all pairs”: the kind had too few pairs to learn from, or told a very different story, and the numbers above stand."] };

    private static TableView Table(PlaceLinking linking)
    {
        List<Row> rows = [];
        foreach (ComparisonLinked comparison in linking.Comparisons)
        {
            foreach (LevelLinked level in comparison.Levels)
                rows.Add(Row.Of(LinkingWords.Named(comparison.Name, level.Says), LinkingWords.Share(level.M), LinkingWords.Share(level.U), LinkingWords.Bits(level.Bits), Rarity(level), LinkingWords.Short(level.Pairs), level.When));
            rows.Add(Row.Of(LinkingWords.Named(comparison.Name, "could not be told"), "", "", "", "", LinkingWords.Short(comparison.Untold), comparison.Only is { } only ? $"only: {only}" : ""));
        }
        return new TableView("Levels of agreement", [new("Level"), new("m: of one person", true), new("u: of two people", true), new("Bits", true), new("Rarity counts"), new("Pairs compared", true), new("As written")], rows)
        {
            CaptionHidden = true,
            Notes =
            [
                "m: of pairs of one person, the share at the level. u: of pairs of two people, the share at it. Both are of pairs of which the comparison can be told. Bits: log2(m/u).",
                "Where rarity counts, to share a rare value weighs more than this, and a common one less.",
                .. PeopleTable.Marks(linking.Rules),
            ],
        };
    }

    private static string Rarity(LevelLinked level) => string.Join(", ", level.RareTells.Append(level.IsGiven ? "given, not learned" : "").Where(t => t.Length > 0));

    private static string Headline((string Name, LevelLinked Level)[] levels)
    {
        (string Name, LevelLinked Level)[] known = [.. levels.Where(l => l.Level.Bits is not null).OrderBy(l => l.Level.Bits)];
        if (known.Length == 0) return "No level has a weight";
        ((string Name, LevelLinked Level) least, (string Name, LevelLinked Level) most) = (known[0], known[^1]);
        return $"Most for one person: {most.Name} ({LinkingWords.Bits(most.Level.Bits)} bits). Most against: {least.Name} ({LinkingWords.Bits(least.Level.Bits)} bits)";
    }
}
