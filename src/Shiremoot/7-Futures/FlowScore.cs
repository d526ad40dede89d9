namespace Shiremoot.Futures;

/// <summary>How forecasts of some points fared.</summary>
/// <param name="Of">Of what: a series, a number of quarters ahead, an origin.</param>
/// <param name="Points">How many forecasts.</param>
/// <param name="Scaled">Mean absolute error in units of the series' mean absolute change on the year over the whole file; null where nothing changes.</param>
/// <param name="ScaledBefore">The same in units of the series' mean absolute change on the quarter before each origin (Hyndman and Koehler's MASE).</param>
/// <param name="BesideLast">Mean scaled error divided by that of the last figure; null where that never erred.</param>
/// <param name="BesideLastYear">The same beside the same quarter a year before.</param>
/// <param name="Held">How many intervals held what came.</param>
public sealed record FlowScore(string Of, int Points, double? Scaled, double? ScaledBefore, double? BesideLast, double? BesideLastYear, int Held)
{
    /// <summary>The share of intervals that held.</summary>
    public double Coverage => (double)Held / Points;
}
