namespace Shiremoot.Evidence.Weighting;

/// <summary>Weights by the propensity score. Sources: for the treated K. Hirano and G. Imbens (2001); for all D. Horvitz and D. Thompson (1952); of overlap F. Li, K. Morgan and A. Zaslavsky (2018).</summary>
static class ScoreWeights
{
    public static AdjustedRows Of(bool[] treated, PropensityScore score, Estimand estimand)
    {
        int n = treated.Length;
        double[] weight = new double[n], slope = new double[n], curvature = new double[n], factor = new double[n], target = new double[n], targetSlope = new double[n];
        for (int r = 0; r < n; r++)
        {
            double e = score.Score[r], odds = Math.Exp(score.Logit[r]), against = Math.Exp(-score.Logit[r]);
            bool had = treated[r];
            (weight[r], slope[r], target[r], targetSlope[r]) = estimand switch
            {
                Estimand.Att => (had ? 1 : odds, had ? 0 : odds, had ? 1 : 0, 0),
                Estimand.Ate => (had ? 1 + against : 1 + odds, had ? -against : odds, 1, 0),
                _ => (had ? 1 - e : e, had ? -e * (1 - e) : e * (1 - e), e * (1 - e), e * (1 - e) * (1 - (2 * e))),
            };
            curvature[r] = e * (1 - e);
            factor[r] = (had ? 1 : 0) - e;
        }
        WeightsLearned learned = new(slope, curvature, factor);
        return new(weight, null, 0) { Target = target, TargetSlope = estimand == Estimand.Overlap ? targetSlope : null, OfTreated = estimand == Estimand.Att ? null : learned, OfOthers = learned };
    }
}
