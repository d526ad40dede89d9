using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Scores;

/// <summary>Gathers, as columns, what happened to those of a file beside what was expected or scored, and the group each is of.</summary>
sealed class OutcomeRows
{
    private const int MostGroups = 1000;
    private const string NotKnown = "not known";
    private readonly CellColumn outcome;
    private readonly CellColumn? by;
    private readonly SeenTexts<int> seen;
    private readonly List<string> groups = [];
    private readonly List<double> values = [];
    private readonly List<bool> outcomes = [];
    private readonly List<int> groupOf = [];

    private OutcomeRows(CellColumn outcome, CellColumn? by)
    {
        (this.outcome, this.by) = (outcome, by);
        seen = new(NumberOf);
    }

    /// <summary>Finds the columns, or refuses.</summary>
    public static Outcome<OutcomeRows> For(string file, IReadOnlyList<string> headers, string outcome, string? by)
    {
        int At(string name) => headers.ToList().FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));
        if (At(outcome) < 0) return ScoreRefusals.NoColumn(file, outcome, "--outcome", headers);
        if (by is not null && At(by) < 0) return ScoreRefusals.NoColumn(file, by, "--by", headers);
        return new OutcomeRows(new(outcome, At(outcome)), by is null ? null : new(by, At(by)));
    }

    /// <summary>The names of the groups, in the order in which they first came.</summary>
    public IReadOnlyList<string> Groups => groups;

    public int Count => values.Count;

    /// <summary>Rows whose outcome is empty or cannot be read.</summary>
    public long WithoutOutcome { get; private set; }

    /// <summary>The refusal if there are too many groups to compare.</summary>
    public Refusal? TooMany => groups.Count > MostGroups ? ScoreRefusals.TooManyGroups(by!.Name, MostGroups) : null;

    public ReadOnlySpan<double> Values => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values);

    public ReadOnlySpan<bool> Outcomes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(outcomes);

    /// <summary>Takes the row that the reader stands on, with what was expected of it.</summary>
    public void Add(TableReader row, double value)
    {
        if (!CellReading.TryFlag(row.Field(outcome.At), out bool had))
        {
            WithoutOutcome++;
            return;
        }
        values.Add(value);
        outcomes.Add(had);
        if (by is not null && TooMany is null) groupOf.Add(seen.Of(row.Field(by.At)));
    }

    /// <summary>The values and outcomes of a group.</summary>
    public (double[] Values, bool[] Outcomes) Of(int group)
    {
        List<double> some = [];
        List<bool> had = [];
        for (int i = 0; i < groupOf.Count; i++)
        {
            if (groupOf[i] != group) continue;
            some.Add(values[i]);
            had.Add(outcomes[i]);
        }
        return ([.. some], [.. had]);
    }

    private int NumberOf(string text)
    {
        string name = text.Length == 0 ? NotKnown : text;
        int known = groups.IndexOf(name);
        if (known >= 0) return known;
        groups.Add(name);
        return groups.Count - 1;
    }
}
