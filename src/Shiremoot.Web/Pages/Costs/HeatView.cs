using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

/// <summary>A cell of a shaded table.</summary>
/// <param name="Text">The amount, the mark where it is withheld, or nothing where nothing can fall.</param>
/// <param name="Shade">1 for the lightest to 5; null for none.</param>
public sealed record HeatCell(string Text, int? Shade);

/// <summary>Costs as a table whose cells are the darker the more they hold. The figures stand in the cells, so the shade says nothing by itself.</summary>
public sealed record HeatView(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, IReadOnlyList<HeatCell> Cells, bool IsTotal)> Rows)
{
    public static HeatView Of(StoryCosts costs, Shire shire)
    {
        CostTable table = costs.Tables[0];
        (IReadOnlyList<int> rows, IReadOnlyList<int> columns) = StoryCostTables.Order(costs, shire);
        Shading shading = Shading.Of(rows.SelectMany(r => columns.Select(c => (double?)table.Cells[r, c].Amount.Shown)));
        HeatCell Cell(ProtectedAmount amount, bool isShaded) => new(Text(amount), isShaded ? shading.Shade((double?)amount.Amount.Shown) : null);
        return new HeatView(
            $"Cost by agency and stage, at {costs.Question.PriceYear} prices",
            [.. columns.Select(c => StoryCostTables.Name(CostBy.Stage, table.Columns[c], shire)), "Total"],
            [
                .. rows.Select(r => (table.Rows[r], (IReadOnlyList<HeatCell>)[.. columns.Select(c => table.Possible[r, c] ? Cell(table.Cells[r, c], true) : new HeatCell("", null)), Cell(table.Cells.RowTotal(r), false)], false)),
                ("Total", [.. columns.Select(c => Cell(table.Cells.ColumnTotal(c), false)), Cell(table.Cells.Total, false)], true),
            ]);
    }

    private static string Text(ProtectedAmount amount) => amount.Amount.Shown is { } pounds ? CostWords.Whole(new Money(pounds)) : ProtectedCount.Mark;
}
