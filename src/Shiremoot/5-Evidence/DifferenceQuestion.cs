namespace Shiremoot.Evidence;

/// <summary>What is asked of a file with a row a unit and period.</summary>
/// <param name="Outcome">The column of figures.</param>
/// <param name="Unit">The column of what the figures are of: an area.</param>
/// <param name="Period">The column of periods.</param>
/// <param name="Treated">The column of 1 and 0, or yes and no: of a unit with <paramref name="From"/>, otherwise of each row.</param>
/// <param name="From">The first period in which the policy is at work; null where the rows say so.</param>
public sealed record DifferenceQuestion(string Outcome, string Unit, string Period, string Treated, string? From = null)
{
    /// <summary>The column of what a unit counts for, such as its people; its mean over periods is used.</summary>
    public string? Weight { get; init; }

    /// <summary>Of the intervals: between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Of the placements that are drawn by chance, where there are too many to try them all.</summary>
    public ulong Seed { get; init; } = 1;
}
