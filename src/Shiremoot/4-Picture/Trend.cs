namespace Shiremoot.Picture;

/// <summary>Which way the latest five points go.</summary>
public enum TrendDirection
{
    NoSignificantChange,
    Increasing,
    Decreasing,
}

/// <summary>The trend of the latest five points of a series.</summary>
/// <param name="Direction">Significant at 99.8% and steady, or no significant change.</param>
/// <param name="SlopePerPeriod">Change in the value for one unit of time, in the value's own unit.</param>
/// <param name="ChiSquare">The statistic on one degree of freedom.</param>
/// <param name="KeepsItsSign">True if the slope has the same sign whichever one of the points is left out.</param>
/// <param name="Method">The test, by name.</param>
public sealed record Trend(TrendDirection Direction, double SlopePerPeriod, double ChiSquare, bool KeepsItsSign, string Method);
