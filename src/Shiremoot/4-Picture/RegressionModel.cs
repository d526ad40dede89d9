namespace Shiremoot.Picture;

/// <summary>A logistic or Poisson regression.</summary>
/// <param name="Intercept">The log odds, or log rate, where every covariate is 0.</param>
/// <param name="Coefficients">Log odds ratios or log rate ratios, in the order of the covariates.</param>
/// <param name="Covariance">Of the intercept and the values, by rows.</param>
/// <param name="LogLikelihoodOfNone">With the intercept alone. Of Poisson counts without what depends on the counts alone.</param>
/// <param name="LogLikelihood">With the covariates; both with Firth's term if asked for.</param>
/// <param name="Rows">Rows used.</param>
/// <param name="Events">The outcomes among them, weighed.</param>
/// <param name="Intervals">How the limits were made, in words.</param>
public sealed record RegressionModel(
    Coefficient Intercept, IReadOnlyList<Coefficient> Coefficients, double[] Covariance, double LogLikelihoodOfNone, double LogLikelihood, int Rows, double Events, string Intervals)
{
    /// <summary>That all effects are nought, by the likelihood.</summary>
    public ChiSquaredTest LikelihoodRatio => new(2 * (LogLikelihood - LogLikelihoodOfNone), Coefficients.Count);

    /// <summary>The intercept and effects at work on one row: log odds or log rate.</summary>
    public double PredictorOf(ModelColumns columns, int row)
    {
        double sum = Intercept.Value;
        for (int c = 0; c < Coefficients.Count; c++) sum += Coefficients[c].Value * columns.Values[c][row];
        return sum;
    }
}
