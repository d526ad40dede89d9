namespace Shiremoot.Picture;

/// <summary>One penalty of a path: what it leaves, and how well it foretells rows it has not seen.</summary>
/// <param name="Weight">Of the penalty, on effects per standard deviation, against the mean log-likelihood of a row.</param>
/// <param name="Intercept">Log odds where every covariate is 0.</param>
/// <param name="Effects">Log odds ratios per unit; 0 for those left out.</param>
/// <param name="PerSpread">The same per standard deviation.</param>
/// <param name="Deviance">Mean over rows, of rows not seen.</param>
/// <param name="DevianceError">Standard error of that mean, over folds.</param>
public sealed record Penalty(double Weight, double Intercept, double[] Effects, double[] PerSpread, double Deviance, double DevianceError)
{
    /// <summary>How many effects are not left out.</summary>
    public int Kept => Effects.Count(e => e != 0);
}

/// <summary>
/// A logistic regression with its effects held small (R. Tibshirani, 1996; H. Zou and T. Hastie, 2005), the strength of that chosen by foretelling rows not seen.
/// Shrunken effects have no honest interval of their own and none is given: see <see cref="Refit"/>.
/// </summary>
/// <param name="Names">Of the covariates.</param>
/// <param name="Path">From the strongest penalty to the weakest.</param>
/// <param name="Best">The entry that foretells best.</param>
/// <param name="Simplest">The entry with the strongest penalty within one standard error of it.</param>
/// <param name="Foretold">How well rows not seen are foretold at <paramref name="Best"/>.</param>
/// <param name="Refit">
/// The covariates kept at <paramref name="Simplest"/>, fitted again by Firth's likelihood without a penalty; null if none is kept. Its intervals take the
/// choice of covariates as given before the data were seen, and so are too narrow: read them as how sharply the data speak, not as tests.
/// </param>
public sealed record ElasticNetModel(IReadOnlyList<string> Names, IReadOnlyList<Penalty> Path, int Best, int Simplest, Foretelling Foretold, RegressionModel? Refit);
