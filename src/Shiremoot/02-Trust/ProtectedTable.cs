using Shiremoot.Terms;
using Shiremoot.Trust.Tables;

namespace Shiremoot.Trust;

/// <summary>
/// Counts of people in rows and columns with every total, protected together: no small count can be worked out from a total and the other
/// cells of its row or column. A list with one total is a table of one row. Method: docs/methods/disclosure.md.
/// </summary>
public sealed class ProtectedTable
{
    private readonly ProtectedCount[,] grid;

    private ProtectedTable(ProtectedCount[,] grid) => this.grid = grid;

    public int Rows => grid.GetLength(0) - 1;

    public int Columns => grid.GetLength(1) - 1;

    /// <summary>The count in a row and a column, both from 0.</summary>
    public ProtectedCount this[int row, int column] => grid[Inside(row, Rows), Inside(column, Columns)];

    /// <summary>All the people of a row.</summary>
    public ProtectedCount RowTotal(int row) => grid[Inside(row, Rows), Columns];

    /// <summary>All the people of a column.</summary>
    public ProtectedCount ColumnTotal(int column) => grid[Rows, Inside(column, Columns)];

    /// <summary>All the people of the table.</summary>
    public ProtectedCount Total => grid[Rows, Columns];

    /// <summary>
    /// True if some total differs from the sum of the cells shown, being rounded by itself or over withheld cells. The table then says so.
    /// </summary>
    public bool DoesNotSum { get; private init; }

    /// <summary>Protects a table of people each of whom is in one cell only. Totals are the sums of the cells.</summary>
    public static ProtectedTable Protect(RawCount[,] cells, DisclosureRules rules)
    {
        long[,] raw = WithTotals(cells);
        bool[,] withheld = Withholding.Choose(raw, rules);
        ProtectedCount[,] shown = new ProtectedCount[raw.GetLength(0), raw.GetLength(1)];
        for (int r = 0; r < raw.GetLength(0); r++)
        {
            for (int c = 0; c < raw.GetLength(1); c++)
                shown[r, c] = withheld[r, c] ? ProtectedCount.Withheld(rules, standsAlone: false) : ProtectedCount.Of(rules.Rounded(raw[r, c]), rules);
        }
        return new(shown) { DoesNotSum = !Line.All(shown.GetLength(0), shown.GetLength(1)).All(line => Sums(line, shown)) };
    }

    /// <summary>Protects a list of groups that together make up a whole.</summary>
    public static ProtectedTable Protect(ReadOnlySpan<RawCount> groups, DisclosureRules rules)
    {
        RawCount[,] cells = new RawCount[1, groups.Length];
        for (int c = 0; c < groups.Length; c++) cells[0, c] = groups[c];
        return Protect(cells, rules);
    }

    private static long[,] WithTotals(RawCount[,] cells)
    {
        int rows = cells.GetLength(0), columns = cells.GetLength(1);
        long[,] all = new long[rows + 1, columns + 1];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                long value = cells[r, c].Value;
                if (value < 0) throw new ArgumentException("A count of people is below nought.", nameof(cells));
                all[r, c] = value;
                all[r, columns] += value;
                all[rows, c] += value;
                all[rows, columns] += value;
            }
        }
        return all;
    }

    private static bool Sums(Line line, ProtectedCount[,] shown) =>
        line.Parts.Sum(at => shown[at.Row, at.Column].Shown ?? 0) == (shown[line.Total.Row, line.Total.Column].Shown ?? 0);

    private static int Inside(int at, int length) =>
        at >= 0 && at < length ? at : throw new ArgumentOutOfRangeException(nameof(at), at, $"The table has {length} there.");
}
