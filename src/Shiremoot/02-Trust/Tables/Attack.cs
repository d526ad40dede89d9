namespace Shiremoot.Trust.Tables;

/// <summary>
/// What a reader who knows the rules can work out of a table: for each place the least and the most its true count can be. A shown number
/// gives its own bounds; then every row and column that must add up is used on every other until nothing tightens (bound propagation).
/// </summary>
sealed class Attack
{
    private const int MostPasses = 100; // bounds only ever tighten; tables of ours settle in a handful
    private readonly Bounds[,] known;
    private readonly int threshold;

    private Attack(int rows, int columns, int threshold) => (known, this.threshold) = (new Bounds[rows, columns], threshold);

    public static Attack On(long[,] raw, bool[,] withheld, DisclosureRules rules, IReadOnlyList<Line> lines)
    {
        Attack attack = new(raw.GetLength(0), raw.GetLength(1), rules.Threshold);
        for (int r = 0; r < raw.GetLength(0); r++)
        {
            for (int c = 0; c < raw.GetLength(1); c++)
                attack.known[r, c] = withheld[r, c] ? Bounds.Unknown : Bounds.Of(rules.Known(rules.Rounded(raw[r, c])));
        }
        bool tightened = true;
        for (int pass = 0; pass < MostPasses && tightened; pass++)
        {
            tightened = false;
            foreach (Line line in lines) tightened |= attack.Tightens(line);
        }
        return attack;
    }

    /// <summary>True if the reader knows the place too well: fewer than threshold + 1 counts are possible, or only small ones.</summary>
    public bool Pins((int Row, int Column) at) => IsTight(known[at.Row, at.Column]);

    /// <summary>True if this line alone, with what is known of its other places, pins the place.</summary>
    public bool Pins(Line line, (int Row, int Column) at) => IsTight(Implied(Sum(line), line, at));

    private bool IsTight(Bounds bounds) => bounds.Most < threshold || bounds.Most - bounds.Least < threshold;

    private bool Tightens(Line line)
    {
        Bounds sum = Sum(line); // kept through the line: bounds that tighten on the way only make it careful, and the next pass sees them
        bool tightened = Narrow(line.Total, Implied(sum, line, line.Total));
        foreach ((int Row, int Column) part in line.Parts) tightened |= Narrow(part, Implied(sum, line, part));
        return tightened;
    }

    private Bounds Sum(Line line)
    {
        Bounds sum = default;
        foreach ((int r, int c) in line.Parts) sum = sum.Plus(known[r, c]);
        return sum;
    }

    // The total is the sum of the parts; a part is the total less the other parts.
    private Bounds Implied(Bounds sum, Line line, (int Row, int Column) at)
    {
        if (at == line.Total) return sum;
        Bounds total = known[line.Total.Row, line.Total.Column], others = sum.Less(known[at.Row, at.Column]);
        return new(Math.Max(0, total.Least - others.Most), total.Most - others.Least, 0);
    }

    private bool Narrow((int Row, int Column) at, Bounds implied)
    {
        Bounds before = known[at.Row, at.Column];
        if (implied.Least <= before.Least && implied.Most >= before.Most) return false;
        known[at.Row, at.Column] = before.Within(implied);
        return true;
    }
}
