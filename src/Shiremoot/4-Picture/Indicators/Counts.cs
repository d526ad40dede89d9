using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>The interval of a count of events, and the rule for small counts.</summary>
public static class Counts
{
    /// <summary>Below this many events Byar's approximation is not used. The rule of APHO Technical Briefing 3 (2008).</summary>
    public const int SmallCount = 10;

    public const string ByarMethod = "Byar (10 or more events)";

    public const string ExactMethod = "exact Poisson (fewer than 10 events)";

    /// <summary>Byar's limits of ten or more events, the exact Poisson limits of fewer; the interval names which.</summary>
    public static Outcome<Interval> Interval(double? events, double confidence = Confidence.Usual) =>
        Given.IsBadCount(events, "count of events", out Refusal? why) ? why : Of(events.Value, confidence);

    internal static Interval Of(double events, double confidence, double scale = 1)
    {
        bool isSmall = events < SmallCount;
        (double lower, double upper) = isSmall ? ExactPoisson.Limits(events, confidence) : Byar.Limits(events, confidence);
        return new(lower * scale, upper * scale, confidence, isSmall ? ExactMethod : ByarMethod);
    }
}
