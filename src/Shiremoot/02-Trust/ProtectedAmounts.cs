using Shiremoot.Terms;
using Shiremoot.Trust.Tables;

namespace Shiremoot.Trust;

/// <summary>
/// Amounts added up over people (pounds, nights) in rows and columns with every total, protected together. An amount is withheld where its people are
/// few or where one of them has so much of it that another could work out how much; and where it could be worked out from a total. What is shown is
/// rounded. Method: docs/methods/disclosure.md.
/// </summary>
public sealed class ProtectedAmounts
{
    private readonly ProtectedAmount[,] grid;

    private ProtectedAmounts(ProtectedAmount[,] grid) => this.grid = grid;

    public int Rows => grid.GetLength(0) - 1;

    public int Columns => grid.GetLength(1) - 1;

    public ProtectedAmount this[int row, int column] => grid[row, column];

    public ProtectedAmount RowTotal(int row) => grid[row, Columns];

    public ProtectedAmount ColumnTotal(int column) => grid[Rows, column];

    public ProtectedAmount Total => grid[Rows, Columns];

    /// <summary>Protects a table of amounts. A person may have some in many cells, so the people and the dominance of a total are given, not added up.</summary>
    /// <param name="cells">Rows and columns, the last of each being the totals.</param>
    /// <param name="possible">Which cells could hold anything at all: a nought by definition tells of no one. Null: all.</param>
    /// <param name="rules">The place's rules.</param>
    public static ProtectedAmounts Protect(RawAmount[,] cells, bool[,]? possible, DisclosureRules rules)
    {
        bool[,] withheld = AmountWithholding.Choose(cells, possible, rules);
        ProtectedAmount[,] shown = new ProtectedAmount[cells.GetLength(0), cells.GetLength(1)];
        for (int r = 0; r < cells.GetLength(0); r++)
        {
            for (int c = 0; c < cells.GetLength(1); c++)
            {
                RawAmount cell = cells[r, c];
                shown[r, c] = withheld[r, c]
                    ? new(ProtectedCount.Withheld(rules, standsAlone: false), Protected<decimal>.Withheld(rules))
                    : new(ProtectedCount.Of(rules.Rounded(cell.People), rules), Protected<decimal>.Of(Rounded(cell, rules), rules));
            }
        }
        return new(shown);
    }

    // To the nearest step of 1, 2 or 5 times a power of ten that is no less than what RoundTo people have on average: as coarse for the amount as the rounding of people is for them.
    private static decimal Rounded(RawAmount cell, DisclosureRules rules)
    {
        if (rules.IsNone || cell.People == 0) return cell.Sum;
        decimal least = cell.Sum / cell.People * rules.RoundTo, step = 0.01m;
        while (step < least) step *= (int)(step / PowerBelow(step)) == 2 ? 2.5m : 2;
        return decimal.Round(cell.Sum / step, MidpointRounding.AwayFromZero) * step;
    }

    private static decimal PowerBelow(decimal value)
    {
        decimal power = 0.01m;
        while (power * 10 <= value) power *= 10;
        return power;
    }
}
