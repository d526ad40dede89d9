using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>Events for so many people: the crude rate, with the interval of its count. The population is taken as known exactly.</summary>
public static class Rates
{
    /// <summary>The rate with the interval of its count.</summary>
    /// <param name="events">Events: zero or more. There may be more events than people.</param>
    /// <param name="population">People, or person-years where events of several years are joined: above zero.</param>
    /// <param name="per">The multiplier: 100,000 for a rate per 100,000.</param>
    /// <param name="confidence">Of the interval.</param>
    public static Outcome<IndicatorValue> Crude(double? events, double? population, double per, double confidence = Confidence.Usual)
    {
        if (Given.IsBadSize(population, "population", out Refusal? why) || Given.IsBadCount(events, "count of events", out why)) return why;
        (double x, double n) = (events.Value, population.Value);
        return new IndicatorValue(x / n * per, Counts.Of(x, confidence, per / n), x, n, per, "crude rate");
    }
}
