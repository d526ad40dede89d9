namespace Shiremoot.Evidence;

/// <summary>A published series by period, with the period from which a policy was at work. Rows stand in order of time.</summary>
/// <param name="File">What the figures were read from.</param>
/// <param name="Periods">Labels.</param>
/// <param name="At">Places in time, equally far apart; one is skipped where a period is missing.</param>
/// <param name="Season">Positions in the year, from 0; empty where no season is asked for.</param>
/// <param name="Value">Figures, or counts; NaN where none is published.</param>
/// <param name="From">The place in time of the first period with the policy.</param>
public sealed record InterruptedRows(string File, IReadOnlyList<string> Periods, int[] At, int[] Season, double[] Value, int From)
{
    /// <summary>What counts are counted among, above 0; null for none.</summary>
    public double[]? Exposure { get; init; }

    /// <summary>A series the policy did not touch; null for none.</summary>
    public double[]? Compare { get; init; }

    /// <summary>What its counts are counted among.</summary>
    public double[]? CompareExposure { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}
