using Shiremoot.Picture.Indicators;
using Shiremoot.Picture.Regressing;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>How well probabilities foretold what came. Of probabilities made from the same rows it flatters; of rows not seen it does not.</summary>
/// <param name="Auc">The chance that one of those with the outcome was given more than one of those without.</param>
/// <param name="AucLower">Limit (E. R. DeLong and others, 1988), within 0 to 1.</param>
/// <param name="AucUpper">Limit.</param>
/// <param name="CalibrationSlope">1 where high and low probabilities are as far apart as outcomes; below 1 where they are too far apart (D. R. Cox, 1958).</param>
/// <param name="CalibrationIntercept">0 where probabilities are right on the whole; above 0 where they are too low.</param>
/// <param name="Brier">The mean squared distance of probability and outcome (G. W. Brier, 1950): 0 is perfect.</param>
/// <param name="BrierOfNone">The same if everyone were given the share of all.</param>
/// <param name="Rows">Rows foretold.</param>
public sealed record Foretelling(double Auc, double AucLower, double AucUpper, double CalibrationSlope, double CalibrationIntercept, double Brier, double BrierOfNone, int Rows)
{
    /// <summary>Compares probabilities with outcomes. Slope and intercept are not numbers where there are none, as with all probabilities alike or nothing wrongly told.</summary>
    /// <param name="outcome">What came.</param>
    /// <param name="probability">What was foretold, from 0 to 1.</param>
    /// <param name="confidence">Of the limits.</param>
    public static Outcome<Foretelling> Of(bool[] outcome, double[] probability, double confidence = 0.95)
    {
        if (Outcomes.Refuse(outcome, 0) is { } alike) return alike;
        if (Array.FindIndex(probability, s => !(s >= 0 && s <= 1)) is >= 0 and var row) return RegressionRefusals.NotFinite("probability", row);
        (double auc, double error) = RocArea.Measured(probability, outcome);
        double reach = Tails.Z(confidence) * error, share = outcome.Count(o => o) / (double)outcome.Length;
        double[] odds = Array.ConvertAll(probability, s => Math.Log(Math.Clamp(s, 1e-12, 1 - 1e-12) / (1 - Math.Clamp(s, 1e-12, 1 - 1e-12))));
        double brier = 0;
        for (int r = 0; r < outcome.Length; r++) brier += Math.Pow(probability[r] - (outcome[r] ? 1 : 0), 2);
        return new Foretelling(auc, Math.Max(0, auc - reach), Math.Min(1, auc + reach), Calibration.SlopeOf(odds, outcome), Calibration.Shift(odds, outcome), brier / outcome.Length, share * (1 - share), outcome.Length);
    }
}
