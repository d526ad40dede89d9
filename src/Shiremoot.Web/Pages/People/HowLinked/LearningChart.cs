using System.Globalization;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.HowLinked;

/// <summary>How learning settled: under each rule, the share of its pairs of one person after each round.</summary>
internal static class LearningChart
{
    private const int MostLines = 6;

    /// <summary>Null where the model gave all numbers and nothing was learned.</summary>
    public static ChartView? Of(PlaceLinking linking)
    {
        if (linking.Learned.Count == 0) return null;
        RuleSettled[] drawn = [.. linking.Learned.OrderByDescending(r => r.Shares.Count).Take(MostLines)];
        int rounds = drawn.Max(r => r.Shares.Count);
        LineDrawing drawing = new(new Unit("per cent of the rule's pairs", Suffix: "%", Decimals: 1), [.. Enumerable.Range(1, rounds).Select(Whole)],
            [.. drawn.Select(r => new Series(r.Rule, [.. Enumerable.Range(0, rounds).Select(n => n < r.Shares.Count ? (double?)(100 * r.Shares[n]) : null)]))])
        { Within = LinkingWords.Within(drawn.SelectMany(r => r.Shares)) };
        string subtitle = $"Share of each rule’s pairs that is of one person, after each round of learning{(drawn.Length < linking.Learned.Count ? $". The {MostLines} rules that took longest are drawn; all are in the table" : "")}{LinkingWords.BeginsAt(drawing.Within)}";
        return new ChartView("learning", Headline(linking.Learned), subtitle, drawing, Table(linking), LinkingWords.SourceOf(linking))
        {
            HeadingLevel = 3,
            Downloads = LinkingWords.Files("learning", "how learning settled"),
        };
    }

    private static TableView Table(PlaceLinking linking) => new("Learning by rule", [new("Rule"), new("Pairs", true), new("After the first round", true), new("After the last", true), new("Rounds", true), new("Settled")],
        [.. linking.Learned.Select(r => Row.Of(r.Rule, LinkingWords.Short(r.Pairs), LinkingWords.Percent(r.Shares[0]), LinkingWords.Percent(r.Shares[^1]), Whole(r.Shares.Count), r.IsSettled ? "Yes" : "No"))])
    {
        CaptionHidden = true,
        Notes = ["Rules with fewer than 30 pairs, and those that ask for every field that is compared, taught nothing and are left out.", .. PeopleTable.Marks(linking.Rules)],
    };

    private static string Headline(IReadOnlyList<RuleSettled> learned)
    {
        int unsettled = learned.Count(r => !r.IsSettled), fewest = learned.Min(r => r.Shares.Count), most = learned.Max(r => r.Shares.Count);
        if (unsettled > 0) return $"{unsettled} of {learned.Count} rules had not settled after {RuleSettled.MostRounds} rounds";
        return fewest == most ? $"Learning settled in {most} rounds under every rule" : $"Learning settled under every rule, in {fewest} to {most} rounds";
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
