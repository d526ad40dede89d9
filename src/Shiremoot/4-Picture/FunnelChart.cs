namespace Shiremoot.Picture;

/// <summary>How the lines of a funnel are defined. The two differ where areas are small: docs/methods/funnel.md.</summary>
public enum FunnelConvention
{
    /// <summary>The line is where an area's own interval just touches the benchmark. This is the one we draw.</summary>
    IntervalInversion,

    /// <summary>The line is the limit of what an area at the benchmark would show by chance: statistical process control.</summary>
    ControlLimits,
}

/// <summary>What the areas of a funnel are measured by.</summary>
public enum FunnelKind
{
    /// <summary>Numerator of a denominator; size is the denominator.</summary>
    Proportion,

    /// <summary>Events in a population; size is the population (person-years).</summary>
    Rate,

    /// <summary>Observed events over expected events; size is the expected number.</summary>
    Ratio,
}

/// <summary>One line of a funnel: sizes in rising order and the limit at each, in the unit of the values.</summary>
public sealed record FunnelLine(double Confidence, bool IsUpper, IReadOnlyList<double> Size, IReadOnlyList<double> Limit);

/// <summary>One area of a funnel.</summary>
public sealed record FunnelPoint(string Area, double Size, double Value, Standing Standing);

/// <summary>A funnel plot: the benchmark, its limits at 95% and 99.8%, and each area's place in it.</summary>
public sealed record FunnelChart(
    FunnelKind Kind, FunnelConvention Convention, double Benchmark, double Per, IReadOnlyList<FunnelLine> Lines, IReadOnlyList<FunnelPoint> Points);
