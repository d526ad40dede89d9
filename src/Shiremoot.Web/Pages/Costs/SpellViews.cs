using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

/// <summary>Tables of what spells, cases, pathways and the people of each area cost.</summary>
internal static class SpellViews
{
    public static TableView Of(SpellCosts spells) => new(
        $"Spells and cases, at {spells.Question.PriceYear} prices", [new("What"), new("How many", true), new("People", true), new("Cost", true), new("Mean cost", true), new("Mean nights or days", true)],
        [
            .. spells.Lines.Where(l => l.Number.Amount.Shown is not 0).Select(l => Row.Of(l.Title, Number(l.Number.Amount, "#,##0"), $"{l.Number.People}", Pounds(l.Cost.Amount), Pounds(l.MeanCost), l.Length is null ? "" : Number(l.MeanLength, "#,##0.#"))),
            Row.TotalOf("All that is priced", "", $"{spells.Total.People}", Pounds(spells.Total.Amount), "", ""),
        ])
    { CaptionHidden = true, Notes = spells.Notes.Take(1).ToArray() };

    /// <summary>A row for each part of the people, with its mean.</summary>
    public static TableView Parts(StoryCosts costs, Shire shire, string caption, string of)
    {
        CostTable table = costs.Tables[0];
        return new TableView($"{caption}, at {costs.Question.PriceYear} prices", [new(of), new("People", true), new("Cost", true), new("Mean", true)],
            [
                .. StoryCostTables.Order(costs, shire).Rows.Select(r => Line(table.Rows[r], table.Cells.RowTotal(r))),
                Row.TotalOf("Everyone who cost anything", $"{table.Cells.Total.People}", Pounds(table.Cells.Total.Amount), Pounds(table.Cells.Total.Mean)),
            ])
        { CaptionHidden = true, Notes = StoryCostTables.PartNotes(costs.Question) };
    }

    private static Row Line(string name, ProtectedAmount amount) => Row.Of(name, $"{amount.People}", Pounds(amount.Amount), Pounds(amount.Mean));

    private static string Pounds(Protected<decimal> pounds) => pounds.Shown is { } shown ? CostWords.Whole(new Money(decimal.Round(shown, 2))) : ProtectedCount.Mark;

    private static string Number(Protected<decimal> value, string format) => value.Shown is { } shown ? shown.ToString(format, CultureInfo.InvariantCulture) : ProtectedCount.Mark;
}
