using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>
/// Whether expected shares come true: logistic regression of the outcome on the logit of what was expected. Sources: D. R. Cox (1958),
/// Biometrika 45, 562-565; E. W. Steyerberg (2019), Clinical Prediction Models, 2nd ed., ch. 15.
/// </summary>
public static class Calibration
{
    public const string Method = "Wald, logistic regression";

    private const int MostSteps = 50;
    private const double Settled = 1e-12, Largest = 30;

    /// <summary>
    /// In the large and the slope; refused where all or none had the outcome, where all were expected alike, or where the score parts the two without fault,
    /// for then no number fits best.
    /// </summary>
    /// <param name="expected">The share expected of each, between 0 and 1 and neither.</param>
    /// <param name="outcomes">Whether each had the outcome.</param>
    /// <param name="confidence">Of the intervals.</param>
    public static Outcome<CalibrationFit> Of(ReadOnlySpan<double> expected, ReadOnlySpan<bool> outcomes, double confidence = Confidence.Usual)
    {
        double[] logits = new double[expected.Length];
        for (int i = 0; i < logits.Length; i++) logits[i] = Math.Log(expected[i] / (1 - expected[i]));
        if (!InTheLarge(logits, outcomes, out double shift, out double shiftError) || !Slope(logits, outcomes, out double intercept, out double slope, out double slopeError))
            return Refusals.NoSpread("A calibration slope");
        double z = Confidence.Z(confidence);
        Interval Around(double value, double error) => new(value - (z * error), value + (z * error), confidence, Method);
        return new CalibrationFit(shift, Around(shift, shiftError), intercept, slope, Around(slope, slopeError));
    }

    /// <summary>What must be added to each logit to make as many expected as were observed; not a number where nothing finite does.</summary>
    internal static double Shift(double[] logits, ReadOnlySpan<bool> outcomes) => InTheLarge(logits, outcomes, out double shift, out _) ? shift : double.NaN;

    /// <summary>The slope alone; not a number where no number fits best.</summary>
    internal static double SlopeOf(double[] logits, ReadOnlySpan<bool> outcomes) => Slope(logits, outcomes, out _, out double slope, out _) ? slope : double.NaN;

    // The constant that, added to each logit, makes as many expected as were observed: Newton's method, halving where it would leave the bracket.
    private static bool InTheLarge(double[] logits, ReadOnlySpan<bool> had, out double shift, out double error)
    {
        (shift, error) = (0, double.NaN);
        double below = -Largest, above = Largest;
        for (int step = 0; step < MostSteps * 2; step++)
        {
            double score = 0, information = 0;
            for (int i = 0; i < logits.Length; i++)
            {
                double p = Logistic(shift + logits[i]);
                score += (had[i] ? 1 : 0) - p;
                information += p * (1 - p);
            }
            if (score > 0) below = shift;
            else above = shift;
            double next = shift + (score / information);
            if (!(next > below && next < above)) next = (below + above) / 2;
            error = 1 / Math.Sqrt(information);
            if (Math.Abs(next - shift) < Settled) return Math.Abs(shift) < Largest - 1;
            shift = next;
        }
        return false;
    }

    // Newton's method from no slope; a step that makes the outcomes less likely is halved.
    private static bool Slope(double[] logits, ReadOnlySpan<bool> had, out double intercept, out double slope, out double error)
    {
        (intercept, slope, error) = (0, 0, double.NaN);
        double move0 = 0, move1 = 0, reached = double.NegativeInfinity;
        for (int step = 0; step < MostSteps * 2; step++)
        {
            double s0 = 0, s1 = 0, i00 = 0, i01 = 0, i11 = 0, likelihood = 0;
            for (int i = 0; i < logits.Length; i++)
            {
                double x = logits[i], p = Logistic(intercept + (slope * x)), miss = (had[i] ? 1 : 0) - p, w = p * (1 - p);
                (s0, s1, i00, i01, i11) = (s0 + miss, s1 + (miss * x), i00 + w, i01 + (w * x), i11 + (w * x * x));
                likelihood += Math.Log(had[i] ? p : 1 - p);
            }
            if (!(likelihood >= reached - (Settled * logits.Length)))
            {
                (move0, move1) = (move0 / 2, move1 / 2);
                (intercept, slope) = (intercept - move0, slope - move1);
                continue;
            }
            reached = likelihood;
            double determinant = (i00 * i11) - (i01 * i01);
            if (!(determinant > 1e-12 * i00 * i11)) return false;
            (move0, move1) = (((i11 * s0) - (i01 * s1)) / determinant, ((i00 * s1) - (i01 * s0)) / determinant);
            (intercept, slope, error) = (intercept + move0, slope + move1, Math.Sqrt(i00 / determinant));
            if (Math.Abs(move0) + Math.Abs(move1) < Settled * (1 + Math.Abs(intercept) + Math.Abs(slope))) return Math.Abs(intercept) < Largest && Math.Abs(slope) < Largest;
        }
        return false;
    }

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));
}

/// <summary>How expected shares and outcomes agree.</summary>
/// <param name="InTheLarge">What must be added to the logit of every expected share to make as many as were observed; 0 is perfect, above 0 more happened than was expected.</param>
/// <param name="InTheLargeInterval">Its interval.</param>
/// <param name="Intercept">Of the regression with a slope.</param>
/// <param name="Slope">1 is perfect; below 1 high scores are too high and low ones too low.</param>
/// <param name="SlopeInterval">Its interval.</param>
public sealed record CalibrationFit(double InTheLarge, Interval InTheLargeInterval, double Intercept, double Slope, Interval SlopeInterval);
