using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>
/// Lower than, similar to or higher than a benchmark that is itself taken as known exactly.
/// Sources: APHO Technical Briefing 3 (2008); D. Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202.
/// </summary>
public static class Comparison
{
    /// <summary>By intervals already worked out: the benchmark below the interval means the value is higher.</summary>
    /// <param name="usual">The value's interval at 95%.</param>
    /// <param name="control">Its interval at 99.8%.</param>
    /// <param name="benchmark">In the unit of the intervals.</param>
    public static Standing ByInterval(Interval usual, Interval control, double benchmark) =>
        benchmark > control.Upper ? Standing.FarLower
        : benchmark > usual.Upper ? Standing.Lower
        : benchmark < control.Lower ? Standing.FarHigher
        : benchmark < usual.Lower ? Standing.Higher
        : Standing.Similar;

    /// <summary>A proportion against a benchmark proportion, both per one.</summary>
    public static Outcome<Standing> Proportion(double? numerator, double? denominator, double benchmark, FunnelConvention convention = FunnelConvention.IntervalInversion)
    {
        if (Proportions.Of(numerator, denominator).Refused(out Refusal? why, out IndicatorValue? value)) return why;
        return ByLimits(
            value.Value,
            FunnelLimits.Proportion(benchmark, value.Denominator, Confidence.Usual, convention),
            FunnelLimits.Proportion(benchmark, value.Denominator, Confidence.Control, convention));
    }

    /// <summary>A count against the number expected at the benchmark: population × benchmark rate, or the expected number of a ratio.</summary>
    public static Outcome<Standing> Count(double? observed, double? expected, FunnelConvention convention = FunnelConvention.IntervalInversion)
    {
        if (Given.IsBadCount(observed, "count of events", out Refusal? why) || Given.IsBadSize(expected, "expected number of events", out why)) return why;
        (double x, double e) = (observed.Value, expected.Value);
        if (convention == FunnelConvention.ControlLimits)
            return ByLimits(x, FunnelLimits.Control(e, Confidence.Usual), FunnelLimits.Control(e, Confidence.Control));

        return ByInterval(Exact(x, Confidence.Usual), Exact(x, Confidence.Control), e);
    }

    private static Standing ByLimits(double value, (double Lower, double Upper) usual, (double Lower, double Upper) control) =>
        value < control.Lower ? Standing.FarLower
        : value < usual.Lower ? Standing.Lower
        : value > control.Upper ? Standing.FarHigher
        : value > usual.Upper ? Standing.Higher
        : Standing.Similar;

    private static Interval Exact(double events, double confidence)
    {
        (double lower, double upper) = ExactPoisson.Limits(events, confidence);
        return new(lower, upper, confidence, ExactPoisson.Method);
    }
}
