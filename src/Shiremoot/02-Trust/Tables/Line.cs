namespace Shiremoot.Trust.Tables;

/// <summary>One sum a reader can check in a table with totals: the parts of a row or a column, and their total in its last place.</summary>
sealed record Line((int Row, int Column)[] Parts, (int Row, int Column) Total)
{
    /// <summary>Every row and every column of a grid whose last row and last column hold the totals.</summary>
    public static IReadOnlyList<Line> All(int rows, int columns)
    {
        List<Line> lines = [];
        for (int r = 0; r < rows; r++) lines.Add(new([.. Enumerable.Range(0, columns - 1).Select(c => (r, c))], (r, columns - 1)));
        for (int c = 0; c < columns; c++) lines.Add(new([.. Enumerable.Range(0, rows - 1).Select(r => (r, c))], (rows - 1, c)));
        return lines;
    }
}
