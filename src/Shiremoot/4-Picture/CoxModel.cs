namespace Shiremoot.Picture;

/// <summary>What goes with an event's coming sooner. Source: D. R. Cox (1972), Regression models and life-tables, J. R. Stat. Soc. B 34, 187-220.</summary>
/// <param name="Coefficients">Log hazard ratios, in the order of the covariates.</param>
/// <param name="Covariance">Of the values, by rows; robust if clusters were given.</param>
/// <param name="LogLikelihoodOfNone">The partial log-likelihood with no covariate.</param>
/// <param name="LogLikelihood">With them.</param>
/// <param name="Wald">That all are nought, by their covariance.</param>
/// <param name="Score">That all are nought, by the slope where they are.</param>
/// <param name="Concordance">Of pairs of whom one is known to have had the event first, the share where the model gives that one the higher hazard (F. E. Harrell, 1982).</param>
/// <param name="Proportionality">Whether each effect stays the same over time, then all together (P. M. Grambsch and T. M. Therneau, 1994), with 1 less the Kaplan-Meier share as the scale of time. Not a number together where one of them cannot be told.</param>
/// <param name="Baselines">For each stratum, of a row with every covariate at its mean.</param>
/// <param name="Means">Of the covariates.</param>
/// <param name="Rows">Rows used.</param>
/// <param name="Events">Of them, with the event.</param>
/// <param name="Confidence">Of the limits.</param>
public sealed record CoxModel(
    IReadOnlyList<Coefficient> Coefficients, double[] Covariance, double LogLikelihoodOfNone, double LogLikelihood, ChiSquaredTest Wald, ChiSquaredTest Score,
    double Concordance, IReadOnlyList<ChiSquaredTest> Proportionality, IReadOnlyList<BaselineHazard> Baselines, double[] Means, int Rows, int Events, double Confidence)
{
    /// <summary>That all are nought, by the likelihood.</summary>
    public ChiSquaredTest LikelihoodRatio => new(2 * (LogLikelihood - LogLikelihoodOfNone), Coefficients.Count);
}

/// <summary>How hazard adds up over time.</summary>
/// <param name="Time">Of events, rising.</param>
/// <param name="Cumulative">The hazard up to and at each.</param>
public sealed record BaselineHazard(double[] Time, double[] Cumulative)
{
    /// <summary>The share surviving beyond a time, of rows with this ratio of hazard to the baseline's.</summary>
    public double SurvivingAt(double time, double ratio = 1)
    {
        int found = Array.BinarySearch(Time, time), at = found >= 0 ? found : ~found - 1;
        return at < 0 ? 1 : Math.Exp(-Cumulative[at] * ratio);
    }
}
