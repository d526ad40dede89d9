using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>The effect of a policy as the break in a series beside the line it was on.</summary>
public sealed record InterruptedResult
{
    public required InterruptedQuestion Asked { get; init; }

    public required InterruptedRows Series { get; init; }

    /// <summary>How far back errors hang together; null where they are of the model.</summary>
    public required int? Lag { get; init; }

    /// <summary>The step at the start, less that of the comparison; of counts, the logarithm of a ratio.</summary>
    public required SynthesisCoefficient Level { get; init; }

    /// <summary>How much more the series rises a period since than before, less that of the comparison.</summary>
    public required SynthesisCoefficient Slope { get; init; }

    /// <summary>Both at once in the last period: in the outcome's unit, or the logarithm of a ratio of counts.</summary>
    public required SynthesisCoefficient AtEnd { get; init; }

    /// <summary>What there was more, or less, than expected in all periods since together, in the outcome's unit.</summary>
    public required SynthesisCoefficient Total { get; init; }

    /// <summary>Level and slope together: whether there is any break at all.</summary>
    public required SynthesisTest Break { get; init; }

    /// <summary>The trend before, a period.</summary>
    public required SynthesisCoefficient TrendBefore { get; init; }

    public required IReadOnlyList<InterruptedPeriod> Periods { get; init; }

    public required int Before { get; init; }

    public required int Since { get; init; }

    /// <summary>Of counts: how much more they vary than Poisson counts would; null of other figures.</summary>
    public double? Dispersion { get; init; }

    /// <summary>How what is left over hangs together from one period to the next: from -1 to 1.</summary>
    public required double Autocorrelation { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The ratio of the last period to what was expected, of counts; null of other figures.</summary>
    public (double Value, double Lower, double Upper)? RatioAtEnd => Asked.IsCount ? (Math.Exp(AtEnd.Value), Math.Exp(AtEnd.Interval.Lower), Math.Exp(AtEnd.Interval.Upper)) : null;
}

/// <summary>One period of the series.</summary>
/// <param name="Period">Its label.</param>
/// <param name="IsSince">True from the start of the policy on.</param>
/// <param name="Value">As published; null where it is not.</param>
/// <param name="Fitted">By the model.</param>
/// <param name="Expected">By the model without the policy.</param>
/// <param name="Effect">Fitted less expected.</param>
/// <param name="Interval">Of the effect; null before the start.</param>
/// <param name="Compare">The comparison series; null where there is none.</param>
public sealed record InterruptedPeriod(string Period, bool IsSince, double? Value, double Fitted, double Expected, double Effect, Interval? Interval, double? Compare);
