using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>
/// How many people of each group went at least so far along steps that follow one another. Every count is worked out from the numbers shown in one protected table of who ended where, and from
/// nothing else, so that steps give away no more than the table does: the price is that a count may be a few roundings off. Method: docs/methods/disclosure.md.
/// </summary>
public sealed class ProtectedSteps
{
    private readonly ProtectedCount[,] reached;

    private ProtectedSteps(ProtectedCount[,] reached) => this.reached = reached;

    /// <summary>Groups; everyone together stands besides.</summary>
    public int Groups => reached.GetLength(0) - 1;

    /// <summary>Steps, at the first of which everyone is.</summary>
    public int Steps => reached.GetLength(1);

    /// <summary>The people of a group who reached a step, both from 0.</summary>
    public ProtectedCount this[int group, int step] => reached[group, step];

    /// <summary>Everyone who reached a step.</summary>
    public ProtectedCount Everyone(int step) => reached[Groups, step];

    /// <summary>Protects the steps.</summary>
    /// <param name="furthest">For each group the people by the furthest step they reached; each person stands in one cell.</param>
    /// <param name="rules">How counts of people are protected.</param>
    public static ProtectedSteps Protect(RawCount[,] furthest, DisclosureRules rules)
    {
        ProtectedTable table = ProtectedTable.Protect(furthest, rules);
        ProtectedCount[,] reached = new ProtectedCount[table.Rows + 1, table.Columns];
        for (int g = 0; g <= table.Rows; g++)
        {
            long?[] ended = [.. Enumerable.Range(0, table.Columns).Select(s => (g < table.Rows ? table[g, s] : table.ColumnTotal(s)).Shown)];
            long? before = (g < table.Rows ? table.RowTotal(g) : table.Total).Shown;
            for (int s = 0; s < table.Columns; s++)
            {
                // Rounded parts may add up to more than were at the step before.
                long? people = s == 0 ? before : Reached(ended, (g < table.Rows ? table.RowTotal(g) : table.Total).Shown, s) is { } made ? Math.Min(made, before ?? made) : null;
                reached[g, s] = people is { } shown && shown >= rules.Threshold ? ProtectedCount.Of(shown, rules) : ProtectedCount.Withheld(rules, standsAlone: false);
                before = reached[g, s].Shown ?? before;
            }
        }
        return new(reached);
    }

    // The total less those who ended before, or those who ended from here on: whichever is made of fewer numbers, of the ways that are known.
    private static long? Reached(long?[] ended, long? total, int step)
    {
        long? less = total - Sum(ended[..step]), sum = Sum(ended[step..]);
        return step < ended.Length - step ? less ?? sum : sum ?? less;
    }

    private static long? Sum(long?[] some) => some.Any(s => s is null) ? null : some.Sum();
}
