using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>One band of a reference population: its events and people give the rate an area is held against.</summary>
public sealed record ReferenceBand(string Name, double Events, double Population);

/// <summary>
/// Observed events beside those expected if the area had the reference's rate in every band.
/// Source: N. E. Breslow and N. E. Day (1987), ch. 2; APHO Technical Briefing 3 (2008). The expected number is taken as known exactly.
/// </summary>
public static class IndirectStandardisation
{
    /// <summary>The events expected in the area's bands at the reference's rates. A band with nobody in it adds nothing.</summary>
    public static Outcome<double> Expected(IReadOnlyList<AgeBand> bands, IReadOnlyList<ReferenceBand> reference)
    {
        if (AgeBands.Match(bands, reference.Select(r => r.Name)).Refused(out Refusal? why, out int[]? place)) return why;
        double expected = 0;
        for (int i = 0; i < bands.Count; i++)
        {
            ReferenceBand other = reference[place[i]];
            if (Given.IsBadCount(bands[i].Population, $"population of band {bands[i].Name}", out why)
                || Given.IsBadCount(other.Events, $"reference count of band {other.Name}", out why)
                || Given.IsBadSize(other.Population, $"reference population of band {other.Name}", out why)) return why;
            expected += bands[i].Population * other.Events / other.Population;
        }
        return expected;
    }

    /// <summary>Observed over expected, times <paramref name="per"/> (100 for the usual standardised ratio).</summary>
    public static Outcome<IndicatorValue> Ratio(double? observed, double? expected, double per = 100, double confidence = Confidence.Usual) =>
        Over(observed, expected, per, confidence, "indirectly standardised ratio");

    /// <summary>The ratio times the reference's crude rate: a rate per <paramref name="per"/>.</summary>
    /// <param name="observed">Events in the area.</param>
    /// <param name="expected">Events expected in it.</param>
    /// <param name="referenceRate">The reference's events over its population, per one.</param>
    /// <param name="per">The multiplier: 100,000 for a rate per 100,000.</param>
    /// <param name="confidence">Of the interval.</param>
    public static Outcome<IndicatorValue> Rate(double? observed, double? expected, double? referenceRate, double per, double confidence = Confidence.Usual)
    {
        if (Given.IsBadSize(referenceRate, "reference rate", out Refusal? why)) return why;
        return Over(observed, expected, per * referenceRate.Value, confidence, "indirectly standardised rate")
            .Then<IndicatorValue>(value => value with { Per = per });
    }

    private static Outcome<IndicatorValue> Over(double? observed, double? expected, double per, double confidence, string measure)
    {
        if (Given.IsBadSize(expected, "expected number of events", out Refusal? why) || Given.IsBadCount(observed, "count of events", out why)) return why;
        (double x, double e) = (observed.Value, expected.Value);
        return new IndicatorValue(x / e * per, Counts.Of(x, confidence, per / e), x, e, per, measure);
    }
}
