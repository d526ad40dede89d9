using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>What a fall in use saves, and what spells and cases cost, as tables fit to leave the building.</summary>
public static class StorySavingTables
{
    /// <summary>By agency: what it bears, and what of it would be saved.</summary>
    public static ReleaseTable ByAgency(FallSavings savings, Shire shire) => Table(savings, shire, "by agency",
        [new("Agency", ReleaseKind.Text), .. Money("Cost of the year", "At average cost", "At once", "By steps", "Saved in all"), new("The sum", ReleaseKind.Text)],
        [
            .. savings.ByAgency.Select(a => (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of(a.Agency), .. Cells(savings, a.Cost, a.Saved), ReleaseCell.Of(a.Sum)]),
            [ReleaseCell.Of("Total"), .. Cells(savings, savings.ByAgency.Sum(a => a.Cost), savings.Total), ReleaseCell.Missing],
        ]);

    /// <summary>By price: cases, how many fewer, what that saves and how far it is to the next step.</summary>
    public static ReleaseTable ByPrice(FallSavings savings, Shire shire) => Table(savings, shire, "by what it is spent on",
        [new("What", ReleaseKind.Text), new("Cases", ReleaseKind.Rate), new("Fewer", ReleaseKind.Rate), .. Money("At average cost", "At once", "By steps"), new("Steps empty", ReleaseKind.Rate), new("To the next step", ReleaseKind.Rate), new("The sum", ReleaseKind.Text)],
        [
            .. savings.Lines.Select(l => (IReadOnlyList<ReleaseCell>)
            [
                ReleaseCell.Of(l.Price.Title), Number(l, l.Cases), Number(l, l.Fewer), .. Cells(savings, null, l.Saved)[..3], l.ToNextStep is null ? ReleaseCell.Missing : Number(l, l.WholeSteps),
                l.ToNextStep is { } next ? Number(l, next) : ReleaseCell.Missing, ReleaseCell.Of(l.Sum),
            ]),
        ]);

    /// <summary>Spells, cases and what is in neither.</summary>
    public static ReleaseTable Of(SpellCosts spells, Shire shire) => new(
        $"What spells and cases of {Whom(spells.Cohort, shire)} cost, {$"{spells.Question.Kind}".ToLowerInvariant()} cost at {spells.Question.PriceYear} prices", "Each event, night and day that has a price is in one row.", spells.Period,
        StoryCostTables.Sources, spells.Origin, StoryCostTables.Disclosure(spells.Rules),
        [new("What", ReleaseKind.Text), new("How many", ReleaseKind.Rate), new("People", ReleaseKind.Count), .. Money("Cost", "Mean cost"), new("Mean nights or days", ReleaseKind.Rate)],
        [
            .. spells.Lines.Select(l => (IReadOnlyList<ReleaseCell>)
            [
                ReleaseCell.Of(l.Title), ReleaseCell.Of(l.Number.Amount.Then(n => (double)n)), ReleaseCell.Of(l.Number.People), StoryCostTables.Pounds(l.Cost.Amount), StoryCostTables.Pounds(l.MeanCost),
                l.Length is null ? ReleaseCell.Missing : ReleaseCell.Of(l.MeanLength.Then(d => (double)decimal.Round(d, 1))),
            ]),
            [ReleaseCell.Of("All that is priced"), ReleaseCell.Missing, ReleaseCell.Of(spells.Total.People), StoryCostTables.Pounds(spells.Total.Amount), ReleaseCell.Missing, ReleaseCell.Missing],
        ])
    { Notes = spells.Notes };

    private static ReleaseTable Table(FallSavings savings, Shire shire, string by, IReadOnlyList<ReleaseColumn> columns, IReadOnlyList<IReadOnlyList<ReleaseCell>> rows) => new(
        string.Create(CultureInfo.InvariantCulture, $"What a fall of {savings.Fall} in what {Whom(savings.Cohort, shire)} use would save in {savings.Year}, {by}, at {savings.Question.PriceYear} prices"),
        "The cost of the year as it may be shown, times the fall: at the average cost; the part that falls with each case (cash); the part that falls when a whole step is empty.", savings.Year,
        StoryCostTables.Sources, savings.Origin, StoryCostTables.Disclosure(savings.Rules), columns, rows)
    { Notes = [.. savings.ShareSum.Length > 0 ? (string[])[savings.ShareSum] : [], .. savings.Notes] };

    private static ReleaseColumn[] Money(params string[] names) => [.. names.Select(n => new ReleaseColumn(n, ReleaseKind.Money, "£"))];

    // All of it comes from the cost as shown, and so is as protected as that.
    private static ReleaseCell[] Cells(FallSavings savings, decimal? cost, SavingSum saved) =>
        [.. (cost is { } all ? (decimal[])[all] : []).Concat([saved.Average, saved.AtOnce, saved.ByStep, saved.Stepped]).Select(p => StoryCostTables.Pounds(savings.Lines.Count == 0 ? default : savings.Lines[0].Cost.Amount.Then(_ => decimal.Round(p))))];

    private static ReleaseCell Number(SavingLine line, decimal value) => ReleaseCell.Of(line.Cost.Amount.Then(_ => (double)decimal.Round(value, 1)));

    private static string Whom(string cohort, Shire shire) => StoryCostTables.Whom(cohort, shire);
}
