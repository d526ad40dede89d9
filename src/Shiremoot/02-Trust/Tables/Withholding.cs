namespace Shiremoot.Trust.Tables;

/// <summary>
/// Chooses what a table withholds: every small count first; then, while a reader could still pin down a withheld one, the smallest count
/// still shown in the row or column that gives it away (secondary suppression). Each round withholds more, so it ends, at worst with nothing shown.
/// </summary>
static class Withholding
{
    public static bool[,] Choose(long[,] raw, DisclosureRules rules)
    {
        int rows = raw.GetLength(0), columns = raw.GetLength(1);
        IReadOnlyList<Line> lines = Line.All(rows, columns);
        bool[,] withheld = new bool[rows, columns];
        bool any = false;
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++) any |= withheld[r, c] = raw[r, c] < rules.Threshold;
        }
        while (any)
        {
            any = false;
            foreach (Line line in GivingAway(raw, withheld, rules, lines)) any |= WithholdSmallest(line, raw, withheld);
        }
        return withheld;
    }

    private static List<Line> GivingAway(long[,] raw, bool[,] withheld, DisclosureRules rules, IReadOnlyList<Line> lines)
    {
        (int rows, int columns) = (raw.GetLength(0), raw.GetLength(1));
        Attack attack = Attack.On(raw, withheld, rules, lines);
        bool[] guilty = new bool[lines.Count];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                if (!withheld[r, c] || !attack.Pins((r, c))) continue;
                (bool byRow, bool byColumn) = (attack.Pins(lines[r], (r, c)), attack.Pins(lines[rows + c], (r, c)));
                guilty[r] |= byRow || !byColumn; // where neither does it alone, both together do
                guilty[rows + c] |= byColumn || !byRow;
            }
        }
        return [.. lines.Where((_, i) => guilty[i])];
    }

    // Parts before the total, which is what most readers come for.
    private static bool WithholdSmallest(Line line, long[,] raw, bool[,] withheld)
    {
        (int Row, int Column)? smallest = null;
        foreach ((int r, int c) in line.Parts)
        {
            if (!withheld[r, c] && (smallest is not { } best || raw[r, c] < raw[best.Row, best.Column])) smallest = (r, c);
        }
        if (smallest is null && !withheld[line.Total.Row, line.Total.Column]) smallest = line.Total;
        if (smallest is not { } at) return false;
        return withheld[at.Row, at.Column] = true;
    }
}
