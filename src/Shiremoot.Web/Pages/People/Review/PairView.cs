using System.Globalization;
using Shiremoot.Spine;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Data;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.Review;

/// <summary>Two records made ready for their page.</summary>
/// <param name="Pair">The records, and why they are as sure as they are.</param>
/// <param name="SideBySide">What each says, field by field.</param>
/// <param name="Waterfall">What each comparison adds or takes.</param>
/// <param name="Decisions">Decisions on the pair; null if there are none.</param>
/// <param name="Changes">The times their people were joined or parted; null if there were none.</param>
internal sealed record PairView(PairReview Pair, TableView SideBySide, ChartView Waterfall, TableView? Decisions, TableView? Changes)
{
    public static PairView Of(PairReview pair) => new(pair, Fields(pair), Steps(pair), DecisionsOf(pair), ChangesOf(pair));

    private static TableView Fields(PairReview pair) => new("What the two records say", [new("Field"), new($"Record of {pair.A.Name.Agency}"), new($"Record of {pair.B.Name.Agency}"), new("Alike")],
    [
        Row.Of("Reference", pair.A.Name.Reference, pair.B.Name.Reference, ""),
        .. pair.A.Fields.Zip(pair.B.Fields).Where(f => f.First.Values.Count + f.Second.Values.Count > 0)
            .Select(f => Row.Of(ReviewWords.Capital(f.First.Field), Values(f.First.Values), Values(f.Second.Values), Alike(f.First.Values, f.Second.Values))),
        Row.Of("Person", Person(pair.A), Person(pair.B), pair.IsJoined ? "Yes" : "No"),
    ])
    { CaptionHidden = true, Notes = ["Values are in the standard form in which they are compared."] };

    private static ChartView Steps(PairReview pair)
    {
        double sum = 0;
        List<Row> rows = [];
        foreach (ReasonStep step in pair.Reasons.Steps)
        {
            sum += step.Bits;
            rows.Add(Row.Of(ReviewWords.Capital(step.Name), step.When, ReviewWords.Bits(step.Bits), ReviewWords.Bits(sum)));
        }
        rows.Add(Row.TotalOf("Together", ReviewWords.Percent(pair.Reasons.Probability) + " likely of one person", ReviewWords.Bits(pair.Reasons.Bits), ""));
        string kin = pair.Reasons.Kin is { } name ? $" The two are judged as records that resemble each other as {name} do." : "";
        TableView table = new("What each comparison adds or takes, in bits", [new("Comparison"), new("Because"), new("Bits", true), new("Sum", true)], rows)
        {
            Notes = [$"A bit doubles the odds, or halves them below nought. The sum is log2 of the odds: nought is as likely as not. Pairs join from {ReviewWords.Bits(pair.Threshold)}.{kin}"],
        };
        ReasonStep[] drawn = [.. pair.Reasons.Steps];
        BarDrawing drawing = new(new Unit("bits for or against one person", Decimals: 1), [.. drawn.Select(s => ReviewWords.Capital(s.Name)), "Together"],
            [new Series("Bits", [.. drawn.Select(s => (double?)s.Bits), pair.Reasons.Bits])])
        { Highlight = "Together" };
        return new ChartView("reasons", $"{ReviewWords.Percent(pair.Reasons.Probability)} likely of one person", "What each comparison adds or takes, in bits", drawing, table,
            new Source(pair.IsGenerated ? Origin.Generated : Origin.Real, "The two records, by the model of the spine"));
    }

    private static TableView? DecisionsOf(PairReview pair) => pair.Decisions.Count == 0 ? null
        : new("Decisions on this pair", [new("Decision"), new("Why"), new("By whom"), new("When (UTC)"), new("Withdrawn")],
            [.. pair.Decisions.Select(d => Row.Of(ReviewWords.Verdict(d.Verdict), d.Rationale, d.Who, LoadWords.When(d.At), d.Withdrawn is { } w ? $"{LoadWords.When(w.At)}, {w.Who}: {w.Why}" : "Holds"))]);

    private static TableView? ChangesOf(PairReview pair) => pair.Changes.Count == 0 ? null
        : new("When their people were joined or parted", [new("When (UTC)"), new("What"), new("Why"), new("By whom")],
            [.. pair.Changes.Select(c => Row.Of(LoadWords.When(c.At), string.Create(CultureInfo.InvariantCulture, $"Person {c.Other} {(c.IsMerge ? "became part of" : "was parted from")} person {c.Person}"), c.Why, c.Who))]);

    private static string Person(ReviewedRecord record) => string.Create(CultureInfo.InvariantCulture, $"{record.Person}, of {record.Records:N0} record{(record.Records == 1 ? "" : "s")}");

    private static string Values(IReadOnlyList<string> values) => values.Count == 0 ? "not known" : string.Join("; ", values);

    private static string Alike(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Count == 0 || other.Count == 0 ? "" : one.Intersect(other).Any() ? "Yes" : "No";
}
