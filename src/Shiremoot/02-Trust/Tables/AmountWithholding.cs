namespace Shiremoot.Trust.Tables;

/// <summary>
/// Which amounts of a table are withheld. First those that are sensitive: of fewer people than the threshold, or such that the second largest share-holder, who
/// knows their own, could work out the largest to within p per cent (the p% rule). Then, line by line, enough others that none stands alone in its line and
/// that what is withheld in a line is not sensitive taken together, for a reader has its sum: the total less what is shown.
/// </summary>
static class AmountWithholding
{
    /// <summary>How near another may come to the largest amount, as a share of it.</summary>
    private const decimal Within = 0.1m;

    public static bool[,] Choose(RawAmount[,] cells, bool[,]? possible, DisclosureRules rules)
    {
        int rows = cells.GetLength(0), columns = cells.GetLength(1);
        bool[,] withheld = new bool[rows, columns];
        if (rules.IsNone) return withheld;
        bool Holds(int r, int c) => r == rows - 1 || c == columns - 1 || possible is null || possible[r, c];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++) withheld[r, c] = Holds(r, c) && IsSensitive([cells[r, c]], rules);
        (int Row, int Column)[][] lines =
        [
            .. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Where(c => Holds(r, c)).Select(c => (r, c)).ToArray()),
            .. Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Where(r => Holds(r, c)).Select(r => (r, c)).ToArray()),
        ];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach ((int Row, int Column)[] line in lines) changed |= Mend(line, cells, withheld, rules);
        }
        return withheld;
    }

    // The last of a line is its total.
    private static bool Mend((int Row, int Column)[] line, RawAmount[,] cells, bool[,] withheld, DisclosureRules rules)
    {
        bool changed = false;
        while (true)
        {
            (int Row, int Column)[] parts = [.. line[..^1].Where(at => withheld[at.Row, at.Column])];
            (int Row, int Column) total = line[^1];
            bool noTotal = withheld[total.Row, total.Column];
            int hidden = parts.Length + (noTotal ? 1 : 0);

            // One alone in its line is the rest of the line. With the total withheld too, the parts can be anything.
            if (hidden == 0 || line.Length == 1) return changed;
            if (hidden > 1 && (noTotal || !IsSensitive([.. parts.Select(at => cells[at.Row, at.Column])], rules))) return changed;
            (int Row, int Column)[] left = [.. line[..^1].Where(at => !withheld[at.Row, at.Column])];
            (int Row, int Column) next = left.Length == 0 ? total : left.MinBy(at => cells[at.Row, at.Column].Sum);
            withheld[next.Row, next.Column] = true;
            changed = true;
        }
    }

    // Of several cells at once the same people may be the largest of each, and may be all there are: the worst is taken.
    private static bool IsSensitive(RawAmount[] cells, DisclosureRules rules)
    {
        decimal first = cells.Sum(c => c.First), second = cells.Sum(c => c.Second), sum = cells.Sum(c => c.Sum);
        return cells.Max(c => c.People) < rules.Threshold || sum - first - second < Within * first;
    }
}
