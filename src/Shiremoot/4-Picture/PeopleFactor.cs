using System.Globalization;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>What became of one thing asked.</summary>
public enum FactorState
{
    /// <summary>Chosen on one half of the people, and fitted on the other.</summary>
    Kept,

    /// <summary>In the model whatever the choice, so that others are compared with it held alike.</summary>
    HeldAlike,

    /// <summary>The group that the others of its attribute stand beside.</summary>
    Beside,

    /// <summary>Not chosen: with the others held alike it foretold nothing more.</summary>
    NotKept,

    /// <summary>Too few people with it or without it came back, or did not.</summary>
    TooFew,

    /// <summary>The same for everyone, or made of what stands before it.</summary>
    Dropped,

    /// <summary>There is no model: too few people, or too few who came back.</summary>
    NoModel,
}

/// <summary>How one thing goes with coming back when the others are held alike. Figures are withheld but for things in the model.</summary>
/// <param name="State">What became of it.</param>
/// <param name="OddsRatio">Odds of coming back with it over odds without; per unit of a number. To two decimals, from ten on to whole numbers.</param>
/// <param name="Lower">Limit, 95 per cent.</param>
/// <param name="Upper">Limit.</param>
/// <param name="Points">Percentage points by which more come back with it than without, on average; below nought fewer. To one decimal.</param>
/// <param name="PointsLower">Limit, 95 per cent.</param>
/// <param name="PointsUpper">Limit.</param>
public sealed record PeopleFactor(
    FactorState State, Protected<double> OddsRatio = default, Protected<double> Lower = default, Protected<double> Upper = default,
    Protected<double> Points = default, Protected<double> PointsLower = default, Protected<double> PointsUpper = default)
{
    /// <summary>True for a value held alike rather than a thing asked about.</summary>
    public bool IsHeldAlike { get; init; }

    /// <summary>True where the interval, as shown, lies on one side of 1.</summary>
    public bool IsBeyondChance => Lower.Shown > 1 || Upper.Shown < 1;

    /// <summary>The odds ratio with its limits: 1.62 (1.20 to 2.19).</summary>
    public string Odds => OddsRatio.Shown is { } ratio ? $"{Written(ratio)} ({Written(Lower.Shown)} to {Written(Upper.Shown)})" : ProtectedCount.Mark;

    /// <summary>An odds ratio as it is rounded.</summary>
    public static string Written(double? ratio) => ratio?.ToString(ratio < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) ?? ProtectedCount.Mark;

    /// <summary>In words, for tables.</summary>
    public string Says => State switch
    {
        FactorState.Kept or FactorState.HeldAlike when OddsRatio.IsWithheld => "Too few to say",
        FactorState.Kept => IsBeyondChance ? "Goes with it" : "No more than chance",
        FactorState.HeldAlike => IsBeyondChance ? "Held alike; goes with it" : "Held alike; no more than chance",
        FactorState.Beside => "The others stand beside it",
        FactorState.NotKept => "Not kept: says nothing more",
        FactorState.TooFew => "Too few to say",
        FactorState.Dropped => "Left out: the same for all, or made of those before it",
        _ => "No model",
    };
}

/// <summary>How well the model foretells people it has not seen, by cross-validation within the half it is fitted on.</summary>
/// <param name="Asked">Things asked and values held alike that may be in the model.</param>
/// <param name="Kept">Those in it.</param>
/// <param name="Auc">The chance that of two people the one who came back was given more; 0.5 says nothing.</param>
/// <param name="AucLower">Limit (E. R. DeLong and others, 1988).</param>
/// <param name="AucUpper">Limit.</param>
/// <param name="InTheLarge">What the log odds are too low by on the whole; 0 is right.</param>
/// <param name="InTheLargeLower">Limit.</param>
/// <param name="InTheLargeUpper">Limit.</param>
/// <param name="Slope">1 is right; below 1 high chances are told too high and low ones too low.</param>
/// <param name="SlopeLower">Limit.</param>
/// <param name="SlopeUpper">Limit.</param>
public sealed record FactorModel(
    int Asked, int Kept, Protected<double> Auc, Protected<double> AucLower, Protected<double> AucUpper, Protected<double> InTheLarge, Protected<double> InTheLargeLower, Protected<double> InTheLargeUpper,
    Protected<double> Slope, Protected<double> SlopeLower, Protected<double> SlopeUpper)
{
    /// <summary>In a sentence.</summary>
    public string Says => string.Create(CultureInfo.InvariantCulture,
        $"Of {Asked} columns that may be in the model {Kept} are. People it has not seen are foretold so: area under the curve {Written(Auc, AucLower, AucUpper)}, where 0.5 says nothing and 1 is always right; calibration in the large {Written(InTheLarge, InTheLargeLower, InTheLargeUpper)}, where 0 is right; slope {Written(Slope, SlopeLower, SlopeUpper)}, where 1 is right.");

    private static string Written(Protected<double> value, Protected<double> lower, Protected<double> upper) =>
        value.Shown is { } shown ? string.Create(CultureInfo.InvariantCulture, $"{shown:0.00} ({lower.Shown:0.00} to {upper.Shown:0.00})") : "not known";
}
