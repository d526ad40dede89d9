using Shiremoot.Trust;

namespace Shiremoot.Tests.Trust;

/// <summary>
/// A reader who tries every table of whole numbers that could lie behind a protected one (by the published rules, written out here afresh),
/// and notes the least and most each inner cell can be. Counts above <paramref name="cap"/> are not tried for a withheld cell.
/// </summary>
sealed class TableAttacker(ProtectedTable table, DisclosureRules rules, int cap)
{
    private readonly int[,] guess = new int[table.Rows, table.Columns];
    private readonly (int Least, int Most)[,] ranges = new (int, int)[table.Rows, table.Columns];

    public (int Least, int Most)[,] Ranges()
    {
        for (int r = 0; r < table.Rows; r++)
        {
            for (int c = 0; c < table.Columns; c++) ranges[r, c] = (int.MaxValue, -1);
        }
        Try(0);
        return ranges;
    }

    private void Try(int place)
    {
        if (place == table.Rows * table.Columns)
        {
            if (Fits(table.Total, guess.Cast<int>().Sum())) Note();
            return;
        }
        (int r, int c) = (place / table.Columns, place % table.Columns);
        for (guess[r, c] = 0; guess[r, c] <= (table[r, c].IsWithheld ? cap : table[r, c].Shown + rules.RoundTo); guess[r, c]++)
        {
            if (!Fits(table[r, c], guess[r, c])) continue;
            if (c == table.Columns - 1 && !Fits(table.RowTotal(r), Enumerable.Range(0, table.Columns).Sum(i => guess[r, i]))) continue;
            if (r == table.Rows - 1 && !Fits(table.ColumnTotal(c), Enumerable.Range(0, table.Rows).Sum(i => guess[i, c]))) continue;
            Try(place + 1);
        }
    }

    private bool Fits(ProtectedCount shown, int count) => shown.IsWithheld
        || (count >= rules.Threshold && Math.Floor(((double)count / rules.RoundTo) + 0.5) * rules.RoundTo == shown.Shown);

    private void Note()
    {
        for (int r = 0; r < table.Rows; r++)
        {
            for (int c = 0; c < table.Columns; c++)
                ranges[r, c] = (Math.Min(ranges[r, c].Least, guess[r, c]), Math.Max(ranges[r, c].Most, guess[r, c]));
        }
    }
}
