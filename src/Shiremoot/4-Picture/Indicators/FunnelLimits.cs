namespace Shiremoot.Picture.Indicators;

/// <summary>The limits of a funnel at one size of area, in both conventions. See docs/methods/funnel.md.</summary>
public static class FunnelLimits
{
    /// <summary>Limits of a proportion, per one, for an area with <paramref name="size"/> people.</summary>
    public static (double Lower, double Upper) Proportion(double benchmark, double size, double confidence, FunnelConvention convention)
    {
        if (convention == FunnelConvention.ControlLimits) return Wilson.Limits(benchmark * size, size, confidence);

        // Wilson's interval holds every p with |observed - p| ≤ z √(p(1-p)/n). Solved for the observed value at p = benchmark:
        double reach = Confidence.Z(confidence) * Math.Sqrt(benchmark * (1 - benchmark) / size);
        return (Math.Max(0, benchmark - reach), Math.Min(1, benchmark + reach));
    }

    /// <summary>
    /// For a count of events the expected numbers at which it lies just on the lower and just on the upper line: the ends of its exact
    /// Poisson interval. An area on the lower line with these events has the larger expected number.
    /// </summary>
    public static (double OnLower, double OnUpper) ExpectedFor(double events, double confidence)
    {
        (double lower, double upper) = ExactPoisson.Limits(events, confidence);
        return (upper, lower);
    }

    /// <summary>Control limits of the count of an area where <paramref name="expected"/> events are expected.</summary>
    public static (double Lower, double Upper) Control(double expected, double confidence)
    {
        var limits = Counts.Of(expected, confidence);
        return (limits.Lower, limits.Upper);
    }
}
