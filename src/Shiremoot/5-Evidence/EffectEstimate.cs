using Shiremoot.Picture;

namespace Shiremoot.Evidence;

/// <summary>An effect by one way of reckoning: a difference of means, or of a time a log hazard ratio.</summary>
/// <param name="Way">How it was reckoned, in words.</param>
/// <param name="Value">In units of the outcome per person; of a time, the log of the ratio of hazards.</param>
/// <param name="StandardError">Of the value.</param>
/// <param name="Lower">Limit of the value.</param>
/// <param name="Upper">Limit of the value.</param>
public sealed record EffectEstimate(string Way, double Value, double StandardError, double Lower, double Upper)
{
    /// <summary>The chance of a value so far from 0 where there is no effect.</summary>
    public double P => Tails.TwoSided(Value / StandardError);

    /// <summary>The limits do not hold 0.</summary>
    public bool IsShown => Lower > 0 || Upper < 0;

    internal static EffectEstimate By(string way, double value, double error, double confidence)
    {
        double reach = Tails.Z(confidence) * error;
        return new(way, value, error, value - reach, value + reach);
    }
}

/// <summary>A ratio with its limits: of risks, of means or of hazards.</summary>
/// <param name="Of">risk, mean or hazard.</param>
/// <param name="Value">With the service over without.</param>
/// <param name="Lower">Limit.</param>
/// <param name="Upper">Limit.</param>
public sealed record EffectRatio(string Of, double Value, double Lower, double Upper);
