using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>Costs of people as tables fit to leave the building.</summary>
public static class StoryCostTables
{
    internal const string Sources = "Records of this place; unit costs and what each event costs in vocabulary/costs and the place's own";

    /// <summary>Rows and columns with their totals.</summary>
    public static ReleaseTable Of(StoryCosts costs, Shire shire)
    {
        CostTable table = costs.Tables[0];
        ReleaseKind kind = costs.Question.Basis == CostBasis.Quantity ? ReleaseKind.Rate : ReleaseKind.Money;
        string unit = kind == ReleaseKind.Money ? "£" : "events, nights or days";
        bool hasColumns = costs.Question.Columns != CostBy.All, hasMean = kind == ReleaseKind.Money && costs.Question.Rows is CostBy.Area or CostBy.Pathway;
        (IReadOnlyList<int> rows, IReadOnlyList<int> columns) = Order(costs, shire);
        ReleaseColumn[] inner = hasColumns ? [.. columns.Select(c => new ReleaseColumn(Name(costs.Question.Columns, table.Columns[c], shire), kind, unit))] : [];
        ReleaseColumn[] ends = [.. costs.HasRowTotals ? [new ReleaseColumn("Total", kind, unit)] : (ReleaseColumn[])[], new("People", ReleaseKind.Count), .. hasMean ? [new ReleaseColumn("Mean", kind, unit)] : (ReleaseColumn[])[]];
        IReadOnlyList<ReleaseCell> Row(string name, IEnumerable<ReleaseCell> cells, ProtectedAmount total) =>
            [ReleaseCell.Of(name), .. hasColumns ? cells : [], .. costs.HasRowTotals ? [ReleaseCell.Of(Figure(total))] : (ReleaseCell[])[], ReleaseCell.Of(total.People), .. hasMean ? [Pounds(total.Mean)] : (ReleaseCell[])[]];
        IEnumerable<IReadOnlyList<ReleaseCell>> lines = rows.Select(r => Row(Name(costs.Question.Rows, table.Rows[r], shire), columns.Select(c => table.Possible[r, c] ? ReleaseCell.Of(Figure(table.Cells[r, c])) : ReleaseCell.Missing), table.Cells.RowTotal(r)));
        return new ReleaseTable(
            $"What {Whom(table.Cohort, shire)} cost, {Words(costs.Question)}", Definition(costs.Question), costs.Period, Sources, costs.Origin, Disclosure(costs.Rules), [new(Title(costs.Question.Rows), ReleaseKind.Text), .. inner, .. ends],
            costs.HasColumnTotals ? [.. lines, Row("Total", columns.Select(c => ReleaseCell.Of(Figure(table.Cells.ColumnTotal(c)))), table.Cells.Total)] : lines)
        { Notes = [.. costs.Notes, .. PartNotes(costs.Question), .. costs.Rules.IsNone ? (string[])[] : ["Each figure is rounded by itself, so a table need not add up."]] };
    }

    /// <summary>Mean, median and the heaviest users.</summary>
    public static ReleaseTable Of(HeaviestUsers users, Shire shire) => new(
        $"The heaviest users among {Whom(users.Cohort, shire)}, {Words(users.Question)}", $"{Definition(users.Question)} The dearest few per cent of those who cost anything", users.Period, Sources, users.Origin, Disclosure(users.Rules),
        [new("Who", ReleaseKind.Text), new("People", ReleaseKind.Count), new("Cost", ReleaseKind.Money, "£"), new("Mean", ReleaseKind.Money, "£"), new("Share of cost", ReleaseKind.Rate), new("Share of harm", ReleaseKind.Rate)],
        [
            .. users.Top.Select(t => (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of(string.Create(CultureInfo.InvariantCulture, $"Dearest {t.PerCent}%")), ReleaseCell.Of(t.Top.People), Pounds(t.Top.Amount), Pounds(t.Top.Mean), ReleaseCell.Of(t.Share), t.HarmShare is { } harm ? ReleaseCell.Of(harm) : ReleaseCell.Missing]),
            [ReleaseCell.Of("Everyone"), ReleaseCell.Of(users.Total.People), Pounds(users.Total.Amount), Pounds(users.Total.Mean), ReleaseCell.Missing, ReleaseCell.Missing],
            [ReleaseCell.Of(users.Rules.IsNone ? "One in the middle (median)" : "The middle tenth"), ReleaseCell.Missing, ReleaseCell.Missing, Pounds(users.Median), ReleaseCell.Missing, ReleaseCell.Missing],
        ])
    { Notes = users.Gini is { } gini ? [.. users.Notes, string.Create(CultureInfo.InvariantCulture, $"Gini coefficient of cost: {gini:0.000}.")] : users.Notes };

    /// <summary>A row's or a column's name in words.</summary>
    public static string Name(CostBy by, string id, Shire shire) => by switch
    {
        CostBy.Stage => StageOf(id, shire),
        CostBy.What => shire.EventPrices.Refused(out _, out EventPrices? prices) ? id : prices.Priced.FirstOrDefault(p => p.Id == id)?.Title ?? id,
        CostBy.AgencyAndStage when id.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var cut => $"{id[..cut]}, {StageOf(id[(cut + 2)..], shire)}",
        _ => id,
    };

    /// <summary>Stages in their order, years and areas as they come, all else the dearest first.</summary>
    public static (IReadOnlyList<int> Rows, IReadOnlyList<int> Columns) Order(StoryCosts costs, Shire shire)
    {
        CostTable table = costs.Tables[0];
        return (Sorted(costs.Question.Rows, table.Rows, r => table.Cells.RowTotal(r)), Sorted(costs.Question.Columns, table.Columns, c => table.Cells.ColumnTotal(c)));

        int[] Sorted(CostBy by, IReadOnlyList<string> names, Func<int, ProtectedAmount> total) => [.. by switch
        {
            CostBy.Stage => Enumerable.Range(0, names.Count).OrderBy(i => shire.Vocabulary.Refused(out _, out Vocabulary? words) || !words.Stages.TryFind(names[i], out Stage? stage) ? 0 : stage.Order),
            CostBy.Year or CostBy.All or CostBy.Unit or CostBy.Area => Enumerable.Range(0, names.Count),
            // All others and those without a pathway stay at the end.
            CostBy.Pathway => Enumerable.Range(0, names.Count).OrderBy(i => Math.Max(i, names.Count - 3)).ThenByDescending(i => total(i).Amount.Shown ?? -1),
            _ => Enumerable.Range(0, names.Count).OrderByDescending(i => total(i).Amount.Shown ?? -1).ThenBy(i => names[i], StringComparer.Ordinal),
        }];
    }

    private static string StageOf(string id, Shire shire) => shire.Vocabulary.Refused(out _, out Vocabulary? words) || !words.Stages.TryFind(id, out Stage? stage) ? id : stage.Term.Title;

    /// <summary>What a reader of rows that are parts of the people must know.</summary>
    public static IReadOnlyList<string> PartNotes(CostQuestion question) => question.Rows switch
    {
        CostBy.Area => ["An area is that of the home as last recorded; all of a person's cost is put there, wherever it arose. The mean is over those who cost anything."],
        CostBy.Pathway => [$"A pathway is the first {Picture.PeopleRoutes.Steps} steps of a person's story from the index date on, or of all of it; a kind of event that follows itself is one step. Of fewer people than may be shown it has no name. The cost is all that falls in the time asked about, not of those steps alone. The mean is over those who cost anything."],
        _ => [],
    };

    private static Protected<double> Figure(ProtectedAmount amount) => amount.Amount.Then(a => (double)a);

    internal static ReleaseCell Pounds(Protected<decimal> amount) => ReleaseCell.Of(amount.Then(a => new Money(decimal.Round(a, 2, MidpointRounding.AwayFromZero))));

    internal static string Whom(string cohort, Shire shire) => cohort.Length > 0 ? $"people of {shire.Place.Title}: {cohort}" : $"people in the records of {shire.Place.Title}";

    private static string Words(CostQuestion question) => question.Basis == CostBasis.Quantity ? "in events, nights and days" : $"{question.Kind.ToString().ToLowerInvariant()} cost at {question.PriceYear} prices";

    private static string Definition(CostQuestion question) => question.Basis switch
    {
        CostBasis.Quantity => "Events, nights and days that have a price, by financial year.",
        CostBasis.AtOnce => "Events, nights and days, by financial year, times the part of the unit cost that falls with each case.",
        _ => "Events, nights and days, by financial year, times the unit cost that fits them, uprated by the GDP deflator.",
    };

    internal static string Disclosure(DisclosureRules rules) => rules.IsNone ? rules.Label : $"{rules.Label}. Amounts are withheld also where one person has most of it, and are rounded as coarsely as the people are";

    private static string Title(CostBy by) => by switch { CostBy.What => "What", CostBy.AgencyAndStage => "Agency and stage", CostBy.All => "All", CostBy.Area => "Where they live", _ => $"{by}" };
}
