using Shiremoot.Picture;

namespace Shiremoot.Evidence;

/// <summary>The chance of having the service, given the covariates. Source: P. R. Rosenbaum and D. B. Rubin (1983), Biometrika 70, 41-55.</summary>
/// <param name="Names">Intercept, then covariates.</param>
/// <param name="Values">Log odds ratios, in the same order.</param>
/// <param name="Score">Of each row: between 0 and 1.</param>
/// <param name="Logit">Of each row: its log odds.</param>
/// <param name="Ridge">The penalty, if the covariates told treatment apart and effects had to be held small; null otherwise.</param>
public sealed record PropensityScore(IReadOnlyList<string> Names, double[] Values, double[] Score, double[] Logit, double? Ridge)
{
    internal static PropensityScore Of(ModelColumns columns, double[] values, double? ridge)
    {
        int n = columns.Values[0].Length;
        double[] score = new double[n], logit = new double[n];
        for (int r = 0; r < n; r++)
        {
            double eta = values[0];
            for (int c = 0; c < columns.Count; c++) eta += values[c + 1] * columns.Values[c][r];
            double tail = Math.Exp(-Math.Abs(eta));
            (logit[r], score[r]) = (eta, (eta >= 0 ? 1 : tail) / (1 + tail));
        }
        return new(["intercept", .. columns.Names], values, score, logit, ridge);
    }
}
