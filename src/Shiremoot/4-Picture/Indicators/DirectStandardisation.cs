using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>
/// The rate an area would have if its people were of the ages of a standard population.
/// Source: A. J. Dobson, K. Kuulasmaa, E. Eberle and J. Scherer (1991), Statistics in Medicine 10, 457-462, with Byar's limits of the total
/// count; the variance where one person may have several events from T. A. Stukel et al. (1994), Statistics in Medicine 13, 1781-1791.
/// </summary>
public static class DirectStandardisation
{
    /// <summary>Below this many events in all the interval does not hold and no rate is given (APHO Technical Briefing 3).</summary>
    public const int EventsNeeded = 10;

    public const string Method = "Dobson with Byar";

    public const string RepeatMethod = "Dobson with Byar, adjusted for repeat events";

    /// <summary>The rate, or a refusal that names the band at fault or says that events are too few.</summary>
    /// <param name="bands">The area's bands. If every band says how many people had one, two … events, the interval allows for it.</param>
    /// <param name="standard">The standard population, the same bands.</param>
    /// <param name="per">The multiplier: 100,000 for a rate per 100,000.</param>
    /// <param name="confidence">Of the interval.</param>
    public static Outcome<IndicatorValue> Rate(
        IReadOnlyList<AgeBand> bands, IReadOnlyList<StandardBand> standard, double per, double confidence = Confidence.Usual)
    {
        if (AgeBands.Match(bands, standard.Select(s => s.Name)).Refused(out Refusal? why, out int[]? place)) return why;
        bool hasRepeats = bands.All(b => b.PeopleByEvents is not null);
        double events = 0, population = 0, weights = 0, weighted = 0, variance = 0;
        for (int i = 0; i < bands.Count; i++)
        {
            (AgeBand band, double weight) = (bands[i], standard[place[i]].Weight);
            if (Faulty(band, weight, hasRepeats) is { } fault) return fault;
            double share = weight / band.Population;
            events += band.Events;
            population += band.Population;
            weights += weight;
            weighted += share * band.Events;
            variance += share * share * (hasRepeats ? SquaredEvents(band.PeopleByEvents!) : band.Events);
        }
        if (weights == 0) return Refusals.NotPositive("standard population", weights);
        if (events < EventsNeeded) return Refusals.TooFewEvents(events, EventsNeeded);

        double rate = weighted / weights, stretch = Math.Sqrt(variance / (weights * weights) / events);
        (double lower, double upper) = Byar.Limits(events, confidence);
        Interval interval = new((rate + (stretch * (lower - events))) * per, (rate + (stretch * (upper - events))) * per, confidence, hasRepeats ? RepeatMethod : Method);
        return new IndicatorValue(rate * per, interval, events, population, per, "directly standardised rate");
    }

    private static Refusal? Faulty(AgeBand band, double weight, bool hasRepeats)
    {
        if (Given.IsBadCount(band.Events, $"count of events in band {band.Name}", out Refusal? why)) return why;
        if (Given.IsBadSize(band.Population, $"population of band {band.Name}", out why)) return why;
        if (Given.IsBadCount(weight, $"standard population of band {band.Name}", out why)) return why;
        if (!hasRepeats) return null;
        double made = 0;
        for (int k = 0; k < band.PeopleByEvents!.Count; k++)
        {
            if (Given.IsBadCount(band.PeopleByEvents[k], $"number of people with {k + 1} events in band {band.Name}", out why)) return why;
            made += (k + 1) * band.PeopleByEvents[k];
        }
        return Math.Abs(made - band.Events) > 1e-6 * Math.Max(1, band.Events) ? Refusals.FrequenciesDiffer(band.Name, made, band.Events) : null;
    }

    // People with k events are independent of one another, each worth k: the variance of their events is the sum of k² people.
    private static double SquaredEvents(IReadOnlyList<double> peopleByEvents)
    {
        double sum = 0;
        for (int k = 0; k < peopleByEvents.Count; k++) sum += (k + 1.0) * (k + 1) * peopleByEvents[k];
        return sum;
    }
}
