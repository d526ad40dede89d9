namespace Shiremoot.Picture;

/// <summary>
/// The share to whom the event has not happened, by time. Source: E. L. Kaplan and P. Meier (1958); variance M. Greenwood (1926); limits on
/// the log(-log) scale (Kalbfleisch and Prentice, 1980). One entry for each distinct time of the rows, rising.
/// </summary>
/// <param name="Time">Distinct times.</param>
/// <param name="AtRisk">Watched just before the time, to whom it had not happened.</param>
/// <param name="Events">To whom it happens at the time.</param>
/// <param name="Censored">Last seen at the time.</param>
/// <param name="Share">Surviving beyond the time, of one.</param>
/// <param name="StandardError">Greenwood's; not a number where nobody survives.</param>
/// <param name="Lower">Limit; not a number where nobody survives.</param>
/// <param name="Upper">Limit; not a number where nobody survives.</param>
/// <param name="Confidence">Of the limits.</param>
public sealed record SurvivalCurve(
    double[] Time, double[] AtRisk, double[] Events, double[] Censored, double[] Share, double[] StandardError, double[] Lower, double[] Upper, double Confidence)
{
    private const double Rounding = 1e-12;

    /// <summary>The entry that holds at a time: the last at or before it; -1 before the first.</summary>
    public int EntryAt(double time)
    {
        int found = Array.BinarySearch(Time, time);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The share surviving beyond a time, with its limits. Not a number beyond the last time seen, unless nobody is left.</summary>
    public (double Share, double Lower, double Upper) At(double time)
    {
        int at = EntryAt(time);
        if (at < 0) return (1, 1, 1);
        if (time > Time[^1] && Share[^1] > 0) return (double.NaN, double.NaN, double.NaN);
        return (Share[at], Lower[at], Upper[at]);
    }

    /// <summary>How many are at risk at a time: those of the next time seen, who with late entry may include some who entered in between.</summary>
    public double AtRiskAt(double time)
    {
        int found = Array.BinarySearch(Time, time);
        int next = found >= 0 ? found : ~found;
        return next < Time.Length ? AtRisk[next] : 0;
    }

    /// <summary>
    /// The first time at which the share is down to so much or less, with the times at which the limits are (Brookmeyer and Crowley, 1982).
    /// Not a number where it never gets there.
    /// </summary>
    /// <param name="share">0.5 for the median.</param>
    public (double Time, double Lower, double Upper) Quantile(double share = 0.5) => (FirstAt(Share, share), FirstAt(Lower, share), FirstAt(Upper, share));

    /// <summary>The mean time without the event up to a limit, with its standard error: the area under the curve. Beyond the last time seen the curve is held level.</summary>
    public (double Mean, double StandardError) RestrictedMean(double until)
    {
        double mean = 0, variance = 0, right = until;
        for (int t = EntryAt(until); t >= 0; t--)
        {
            mean += Share[t] * (right - Time[t]);
            right = Time[t];
            if (Events[t] > 0 && AtRisk[t] > Events[t]) variance += mean * mean * Events[t] / (AtRisk[t] * (AtRisk[t] - Events[t]));
        }
        return (mean + right, Math.Sqrt(variance));
    }

    private double FirstAt(double[] line, double share)
    {
        for (int t = 0; t < line.Length; t++)
            if (line[t] <= share + Rounding) return Time[t];
        return double.NaN;
    }
}
