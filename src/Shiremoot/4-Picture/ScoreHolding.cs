using System.Globalization;
using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// Whether a score holds for everyone compared: an aggregate over many people, to two decimals, shown only where their counts are. Method: docs/methods/observed-and-expected.md.
/// </summary>
/// <param name="InTheLarge">Calibration in the large: 0 is perfect, above 0 more reoffended than was expected.</param>
/// <param name="Slope">Calibration slope: 1 is perfect, below 1 the score spreads people too far.</param>
/// <param name="Area">Area under the ROC curve: 0.5 for no better than chance.</param>
public sealed record ScoreHolding(EstimateShown InTheLarge, EstimateShown Slope, EstimateShown Area)
{
    // So many compared, and so many of those with the outcome and of those without, that no one of them can be told from two decimals.
    private const int LeastPeople = 100, LeastOfEach = 20;

    // A share rounded to 0 or 1 has no logit.
    private const double LeastShare = 1e-5;

    /// <summary>As one line for tables.</summary>
    public string Says => $"For everyone compared: calibration in the large {InTheLarge}, where 0 is perfect; calibration slope {Slope}, where 1 is perfect; area under the curve {Area}, where 0.5 is chance; 95% intervals.";

    /// <summary>Null where too few were compared, where their counts are withheld, or where it cannot be told.</summary>
    /// <param name="expected">The expected share of each.</param>
    /// <param name="had">Whether each reoffended.</param>
    /// <param name="everyone">The row of everyone, protected.</param>
    /// <param name="rules">The place's rules.</param>
    internal static ScoreHolding? Of(double[] expected, bool[] had, PeopleRow everyone, DisclosureRules rules)
    {
        int with = had.AsSpan().Count(true), least = rules.IsNone ? 1 : LeastOfEach;
        if (everyone.People.IsWithheld || everyone.With!.Value.IsWithheld || with < least || had.Length - with < least || (!rules.IsNone && had.Length < LeastPeople)) return null;
        double[] shares = Array.ConvertAll(expected, e => Math.Clamp(e, LeastShare, 1 - LeastShare));
        if (Calibration.Of(shares, had).Refused(out _, out CalibrationFit? fit) || RocArea.Of(shares, had).Refused(out _, out Discrimination? area)) return null;
        EstimateShown Shown(double value, Interval interval) => new(Figure(value), Figure(interval.Lower), Figure(interval.Upper));
        Protected<double> Figure(double value) => everyone.People.Then(_ => Math.Round(value, 2, MidpointRounding.AwayFromZero));
        return new(Shown(fit.InTheLarge, fit.InTheLargeInterval), Shown(fit.Slope, fit.SlopeInterval), Shown(area.Area, area.Interval));
    }
}

/// <summary>An estimate over many people, with its limits at 95 per cent.</summary>
public readonly record struct EstimateShown(Protected<double> Value, Protected<double> Lower, Protected<double> Upper)
{
    /// <summary>0.12 (0.05 to 0.19).</summary>
    public override string ToString() => Value.Shown is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.00} ({Lower.Shown:0.00} to {Upper.Shown:0.00})")
        : ProtectedCount.Mark;
}
