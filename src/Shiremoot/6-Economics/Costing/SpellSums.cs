using System.Collections.Concurrent;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics.Costing;

/// <summary>Adds up spells and cases on several threads and protects them.</summary>
static class SpellSums
{
    public static Outcome<SpellCosts> Of(CostSetting setting, CostQuestion question)
    {
        CostQuestion asked = question with { Rows = CostBy.What, Columns = CostBy.All, Cohorts = [.. question.Cohorts.Take(1)] };
        SpellRows rows = new(setting);
        ConcurrentBag<SpellTally> tallies = [];
        if (CostPass.Run(setting, asked, totals: false, frame => () => Made(rows, frame, tallies)).Refused(out Refusal? why, out CostSums? sums)) return why;
        SpellTally all = tallies.TryTake(out SpellTally? one) ? one : null!;
        while (tallies.TryTake(out SpellTally? other)) all.Add(other);
        return Costs(all, rows, sums, setting, question);
    }

    private static HearPerson Made(SpellRows rows, CostFrame frame, ConcurrentBag<SpellTally> tallies)
    {
        SpellTally made = new(rows, frame);
        tallies.Add(made);
        return made.Hear;
    }

    private static SpellCosts Costs(SpellTally all, SpellRows rows, CostSums sums, CostSetting setting, CostQuestion question)
    {
        decimal[] pounds = [.. Enumerable.Range(0, rows.Count).Select(r => Pounds(all, r, sums))];
        RawAmount Cost(int r) => new(all.Cost[r].People, r < rows.Count ? pounds[r] : pounds.Sum(), Units(all.Cost[r].First), Units(all.Cost[r].Second));
        RawAmount Number(int r) => new(all.Number[r].People, all.Numbers[r], all.Number[r].First, all.Number[r].Second);
        RawAmount Length(int r) => new(all.Length[r].People, all.Lengths[r], all.Length[r].First, all.Length[r].Second);
        ProtectedAmounts[] shown = [.. new Func<int, RawAmount>[] { Cost, Number, Length }.Select(of => Column(of, rows.Count, setting.Rules))];

        // Cost is number or length times a price: where one of a row may not be shown, none is.
        SpellLine Line(int r, string id, string title, EventPrice? price, bool hasLength) => Enumerable.Range(0, hasLength ? 3 : 2).All(s => !shown[s].RowTotal(r).IsWithheld)
            ? new(id, title, price, shown[0].RowTotal(r), shown[1].RowTotal(r), hasLength ? shown[2].RowTotal(r) : null)
            : new(id, title, price, default, default, hasLength ? default(ProtectedAmount) : null);
        SpellLine[] lines =
        [
            .. Enumerable.Range(0, rows.Spans.Length).Select(r => Line(r, setting.Prices.Priced[rows.Spans[r]].Id, Title(setting.Prices.Priced[rows.Spans[r]]), setting.Prices.Priced[rows.Spans[r]], true)),
            Line(rows.Case, "case", "Cases, from arrest to last disposal", null, true),
            Line(rows.Open, "case-open", "Cases with no disposal in the records", null, false),
            Line(rows.NoCase, "no-case", "Events of police and court in no such case", null, false),
            Line(rows.Other, "other", "All other events that are priced", null, false),
        ];
        return new SpellCosts(question, question.Cohorts is [var cohort, ..] ? cohort.Cohort.Title : "", lines, shown[0].Total, CostNotes.Period(sums), Notes(sums, setting, question), setting.Stories.Origin, setting.Rules);
    }

    private static IReadOnlyList<string> Notes(CostSums sums, CostSetting setting, CostQuestion question) =>
    [
        "A spell is a time at one price without a break: spells that overlap or follow at once are one. A case runs from an arrest to the last disposal before the next arrest; arrests before any disposal are of one case, and only what is priced of police and court is in it.",
        .. question.Year is { } year ? (string[])[$"Spells and cases with any cost in {year}; of spells the nights and days of that year, of cases the whole length."] : [],
        .. CostNotes.Of(sums, setting, question),
    ];

    private static decimal Pounds(SpellTally all, int row, CostSums sums)
    {
        (decimal pounds, int years, int quantities) = (0, sums.Years.All.Count, all.Quantity.Length / (all.Cost.Length - 1));
        for (int rule = 0; rule < sums.Cells.FirstPart.Length - 1; rule++)
            for (int part = sums.Cells.FirstPart[rule]; part < sums.Cells.FirstPart[rule + 1]; part++)
                for (int year = 0; year < years; year++) pounds += all.Quantity[(row * quantities) + (rule * years) + year] * sums.Cells.Pounds[(part * years) + year];
        return pounds;
    }

    private static ProtectedAmounts Column(Func<int, RawAmount> of, int rows, DisclosureRules rules)
    {
        RawAmount[,] cells = new RawAmount[rows + 1, 2];
        for (int r = 0; r <= rows; r++) cells[r, 0] = cells[r, 1] = of(r);
        return ProtectedAmounts.Protect(cells, null, rules);
    }

    // The title of a price names nights or days; what is counted here is spells of them.
    private static string Title(EventPrice price) => $"Spells: {char.ToLowerInvariant(price.Title[0])}{price.Title[1..]}";

    private static decimal Units(long millionths) => (decimal)millionths / PriceTable.Pound;
}
