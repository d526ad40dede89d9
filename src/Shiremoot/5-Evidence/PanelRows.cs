namespace Shiremoot.Evidence;

/// <summary>Published figures of units (areas) by period, and from when a policy was at work in each. No row is of a person.</summary>
/// <param name="File">What the figures were read from.</param>
/// <param name="Units">Names of the units.</param>
/// <param name="Periods">Labels of the periods, the earliest first.</param>
/// <param name="Outcome">Unit after unit, a value a period; NaN where none is published.</param>
/// <param name="From">Of each unit, the place of the first period in which the policy is at work; -1 for never.</param>
public sealed record PanelRows(string File, IReadOnlyList<string> Units, IReadOnlyList<string> Periods, double[] Outcome, int[] From)
{
    /// <summary>What each unit counts for, above 0, such as its people; null where each is one.</summary>
    public double[]? Weight { get; init; }

    /// <summary>What a reader must know of how they were read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    internal double At(int unit, int period) => Outcome[(unit * Periods.Count) + period];

    internal double WeightOf(int unit) => Weight?[unit] ?? 1;
}
