using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Evaluating;

/// <summary>Fits the propensity score: logistic regression; a ridge where the covariates tell treatment apart without a mistake for some, and a refusal where they do for all.</summary>
static class ScoreFitting
{
    public static Outcome<PropensityScore> Of(EvaluationRows rows, EvaluationQuestion q)
    {
        Outcome<RegressionModel> fitted = Logistic.Fit(rows.Treated, rows.Covariates, new() { Threads = q.Threads });
        if (!fitted.Refused(out Refusal? why, out RegressionModel? model))
            return Overlapping(rows.Treated, PropensityScore.Of(rows.Covariates, [model.Intercept.Value, .. model.Coefficients.Select(c => c.Value)], null));
        if (why.Code != RegressionRefusals.InfiniteCode) return why;
        ElasticNetOptions ridge = new() { Mix = 0, Refits = false, Seed = q.Seed, Folds = Math.Clamp(rows.Treated.Count(t => t) / 2, 2, 10), Threads = q.Threads };
        if (ElasticNet.Fit(rows.Treated, rows.Covariates, ridge).Refused(out why, out ElasticNetModel? held)) return why;
        Penalty best = held.Path[held.Best];
        return Overlapping(rows.Treated, PropensityScore.Of(rows.Covariates, [best.Intercept, .. best.Effects], best.Weight));
    }

    // Someone who had the service must be at least as unlikely to as someone who had not.
    private static Outcome<PropensityScore> Overlapping(bool[] treated, PropensityScore score)
    {
        double leastTreated = double.PositiveInfinity, mostOther = double.NegativeInfinity;
        for (int r = 0; r < treated.Length; r++)
            if (treated[r]) leastTreated = Math.Min(leastTreated, score.Logit[r]);
            else mostOther = Math.Max(mostOther, score.Logit[r]);
        return leastTreated > mostOther ? EvaluationRefusals.Separated() : score;
    }
}
