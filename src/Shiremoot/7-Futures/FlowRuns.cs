namespace Shiremoot.Futures;

/// <summary>
/// What may flow, year by year, drawn many times: nights, people, entries. A run of one number in two arms shares its luck,
/// so that the difference of arms is the effect alone.
/// </summary>
public sealed class FlowRuns
{
    /// <summary>The arm in which nothing new is done.</summary>
    public const string Baseline = "baseline";

    private readonly double[] values;

    /// <param name="series">What flows, such as nights:custody-of-children.</param>
    /// <param name="years">Labels of the years, in order.</param>
    /// <param name="arms">Names of the arms; one is <see cref="Baseline"/>.</param>
    /// <param name="runs">How often each arm was drawn.</param>
    /// <param name="values">By arm, then series, then year, then run.</param>
    public FlowRuns(IReadOnlyList<string> series, IReadOnlyList<string> years, IReadOnlyList<string> arms, int runs, double[] values)
    {
        if (values.Length != (long)arms.Count * series.Count * years.Count * runs) throw new ArgumentException($"{values.Length} values do not fill {arms.Count} arms, {series.Count} series, {years.Count} years and {runs} runs.", nameof(values));
        (Series, Years, Arms, Runs, this.values) = (series, years, arms, runs, values);
    }

    public IReadOnlyList<string> Series { get; }

    public IReadOnlyList<string> Years { get; }

    public IReadOnlyList<string> Arms { get; }

    public int Runs { get; }

    /// <summary>Where they come from, in words for a page.</summary>
    public string Source { get; init; } = "";

    /// <summary>The values of all runs.</summary>
    /// <param name="arm">Place in <see cref="Arms"/>.</param>
    /// <param name="series">Place in <see cref="Series"/>.</param>
    /// <param name="year">Place in <see cref="Years"/>.</param>
    public ReadOnlySpan<double> Of(int arm, int series, int year) => values.AsSpan(((((arm * Series.Count) + series) * Years.Count) + year) * Runs, Runs);

    /// <summary>The place of an arm by name; -1 if there is none.</summary>
    public int Arm(string name) => Place(Arms, name);

    /// <summary>The place of a series by name; -1 if there is none.</summary>
    public int SeriesNamed(string name) => Place(Series, name);

    private static int Place(IReadOnlyList<string> names, string name)
    {
        for (int at = 0; at < names.Count; at++)
            if (names[at] == name) return at;
        return -1;
    }
}
