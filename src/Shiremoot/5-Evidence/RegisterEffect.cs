using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>
/// The effect of an entry as a normal distribution on its scale: what costs and forecasts draw from. More is more of the outcome, so what reduces reoffending is below 0.
/// </summary>
/// <param name="Id">Of the entry, without the prefix.</param>
/// <param name="Scale">On which it is normal.</param>
/// <param name="Mean">On the scale.</param>
/// <param name="StandardError">On the scale, above 0.</param>
/// <param name="Outcome">What it is an effect on.</param>
/// <param name="IsVerified">False where the figure was not read in its source: whoever uses it must say so.</param>
/// <param name="Source">Where it is from.</param>
public sealed record RegisterEffect(string Id, RegisterScale Scale, double Mean, double StandardError, string Outcome, bool IsVerified, string Source)
{
    /// <summary>The value below which the effect lies with this probability: of a uniform draw, a draw of the effect.</summary>
    /// <param name="share">Between 0 and 1, never either.</param>
    public double At(double share) => Mean + (StandardError * NormalQuantile.At(share));

    /// <summary>As a ratio, points, per cent or standard deviations, with its interval.</summary>
    public (double Value, double Lower, double Upper) Shown(double confidence = 0.95) =>
        (Scale.Shown(Mean), Scale.Shown(At((1 - confidence) / 2)), Scale.Shown(At((1 + confidence) / 2)));

    /// <summary>Points and per cent may be applied to a rate of the outcome as they are, and ratios by their meaning: the rate with the intervention, of one without.</summary>
    /// <param name="rate">Between 0 and 1.</param>
    /// <param name="effect">A value of the scale, such as a draw.</param>
    /// <returns>Between 0 and 1; null for standard deviations, which say nothing of a rate.</returns>
    public double? Applied(double rate, double effect) => Scale switch
    {
        RegisterScale.LogOddsRatio => rate * Math.Exp(effect) / (1 - rate + (rate * Math.Exp(effect))),
        RegisterScale.LogRiskRatio or RegisterScale.LogRelativeChange => Math.Min(1, rate * Math.Exp(effect)),
        RegisterScale.Points => Math.Clamp(rate + (effect / 100), 0, 1),
        _ => null,
    };
}
