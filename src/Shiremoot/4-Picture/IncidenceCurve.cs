namespace Shiremoot.Picture;

/// <summary>
/// The share to whom one event has happened by a time, where others may put an end to its chance. Source: O. O. Aalen and S. Johansen (1978);
/// variance by the delta method (E. Marubini and M. G. Valsecchi, 1995); limits on the log(-log) scale of the share to whom it has not happened.
/// </summary>
/// <param name="Cause">Which event.</param>
/// <param name="Time">Distinct times.</param>
/// <param name="AtRisk">Watched just before the time, to whom nothing had happened.</param>
/// <param name="Events">Of this cause at the time.</param>
/// <param name="Share">Of one.</param>
/// <param name="StandardError">Of the share.</param>
/// <param name="Lower">Limit.</param>
/// <param name="Upper">Limit.</param>
/// <param name="Confidence">Of the limits.</param>
public sealed record IncidenceCurve(
    int Cause, double[] Time, double[] AtRisk, double[] Events, double[] Share, double[] StandardError, double[] Lower, double[] Upper, double Confidence)
{
    /// <summary>The share by a time, with its limits; 0 before the first. Not a number beyond the last time seen.</summary>
    public (double Share, double Lower, double Upper) At(double time)
    {
        int found = Array.BinarySearch(Time, time), at = found >= 0 ? found : ~found - 1;
        if (at < 0) return (0, 0, 0);
        return time > Time[^1] ? (double.NaN, double.NaN, double.NaN) : (Share[at], Lower[at], Upper[at]);
    }
}
