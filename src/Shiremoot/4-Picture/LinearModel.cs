namespace Shiremoot.Picture;

/// <summary>A regression by least squares.</summary>
/// <param name="Intercept">The outcome where every covariate is 0.</param>
/// <param name="Coefficients">Change of the outcome per unit of each covariate, in their order; limits and chances by Student's distribution.</param>
/// <param name="Covariance">Of the intercept and the values, by rows.</param>
/// <param name="Spread">Standard deviation of what is left unexplained.</param>
/// <param name="Explained">Share of the outcome's variance that is explained (R squared).</param>
/// <param name="Rows">Rows used.</param>
public sealed record LinearModel(Coefficient Intercept, IReadOnlyList<Coefficient> Coefficients, double[] Covariance, double Spread, double Explained, int Rows);
