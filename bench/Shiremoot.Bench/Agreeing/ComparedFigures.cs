using Shiremoot.Evidence;
using Shiremoot.Picture;

namespace Shiremoot.Bench.Agreeing;

/// <summary>Our figures of people who had a service and others: the score, the weights of each way of making them alike, and the effects.</summary>
static class ComparedFigures
{
    private static readonly double[] Days = [6, 15];

    public static void Say(SetAsked set, string folder, Figures figures)
    {
        EvaluationQuestion asked = new(set.Treated, set.Outcome, SetAsked.Split(set.MadeAlike)) { ShowsOthers = false, Kind = set.Time.Length == 0 ? null : OutcomeKind.Number };
        EvaluationQuestion nearest = asked with { Method = EvaluationMethod.Nearest, TakesLower = true }, again = nearest with { Method = EvaluationMethod.WithReplacement };
        string[] exact = SetAsked.Split(set.Exact);
        (string Way, EvaluationQuestion Question, bool HasErrors)[] ways =
        [
            ("nearest", nearest, true), ("nearest, logit", nearest with { OnLogit = true }, true), ("nearest, ratio 2", nearest with { Ratio = 2 }, true),
            ("nearest, exact", nearest with { Exact = exact }, true), ("with replacement", again, true),
            ("the nearest", nearest with { TakesLower = false }, true), ("the nearest, ratio 2", nearest with { TakesLower = false, Ratio = 2 }, true), ("the nearest, exact", nearest with { TakesLower = false, Exact = exact }, true),
            ("the nearest, with replacement", again with { TakesLower = false }, true), ("the nearest, with replacement, ratio 2", again with { TakesLower = false, Ratio = 2 }, true),
            ("weighting, att", asked, false), ("entropy", asked with { Method = EvaluationMethod.Entropy }, false),
        ];
        string path = Path.Combine(folder, set.File);
        double[]? weight = set.Weight.Length == 0 ? null : MadeRows.Column(path, set.Weight);
        void Tell(string quantity, string member, double value) => figures.Say(set.Set, quantity, member, value);
        // Rows are those of all ways: those that match on columns exactly name the most.
        EvaluationRows rows = Evaluation.Of(path, nearest with { Exact = exact, Kind = null, Time = SetAsked.Given(set.Time), Unless = SetAsked.Given(set.Ending) }).Value.Rows;
        foreach ((string column, int missing) in rows.LeftOut) Tell("rows left out", column, missing);
        Tell("rows kept", "all", rows.Kept);
        Logistics(rows, null, "logistic", Tell);
        if (weight is not null) Logistics(rows, weight, "logistic, weighed", Tell);
        foreach ((string way, EvaluationQuestion question, bool hasErrors) in ways)
        {
            EvaluationRows own = rows with { Stratum = question.Exact.Count == 0 ? null : rows.Stratum, Kind = rows.Kind == OutcomeKind.Time ? OutcomeKind.Binary : rows.Kind };
            if (Evaluation.Of(own, question with { Kind = null }).Refused(out _, out EvaluationResult? found)) continue;
            if (!question.TakesLower && (question.Method is EvaluationMethod.Nearest or EvaluationMethod.WithReplacement) && ShareScores(found))
            {
                Tell("the nearest: mean score of those matched", way, MeanScore(found));
                continue;
            }
            for (int r = 0; r < own.Kept; r++) Tell($"weights, {way}", $"{r + 1}", found.Adjusted.Weight[r]);
            Tell("effects: plain difference", way, found.Plain!.Value);
            Tell("effects: doubly robust", way, found.Effect.Value);
            if (hasErrors) Tell("effects: errors", way, found.Effect.StandardError);
            if (rows.Kind != OutcomeKind.Time) continue;
            EvaluationResult hazard = Evaluation.Of(own with { Kind = OutcomeKind.Time }, question with { Kind = null, Time = set.Time, At = Days, Unless = set.Ending }).Value;
            Tell("effects: hazard", $"{way} log ratio", hazard.Effect.Value);
            Tell("effects: hazard", $"{way} error", hazard.Effect.StandardError);
            foreach (TimeShare share in hazard.Shares)
            {
                Tell("effects: shares by a day", $"{way} {share.By} with", share.With);
                Tell("effects: shares by a day", $"{way} {share.By} without", share.Without);
                Tell("effects: shares by a day", $"{way} {share.By} error", share.Difference.StandardError);
            }
        }
    }

    // Any of them is then as good a match: what can be compared is how near the matches are.
    private static bool ShareScores(EvaluationResult found)
    {
        double[] others = [.. found.Score.Score.Where((_, r) => !found.Rows.Treated[r]).Select(s => Math.Round(s, 13))];
        return others.Distinct().Count() < others.Length;
    }

    private static double MeanScore(EvaluationResult found)
    {
        (double sum, double all) = (0, 0);
        for (int r = 0; r < found.Rows.Kept; r++)
            if (!found.Rows.Treated[r]) (sum, all) = (sum + (found.Adjusted.Weight[r] * found.Score.Score[r]), all + found.Adjusted.Weight[r]);
        return sum / all;
    }

    private static void Logistics(EvaluationRows rows, double[]? weight, string name, Action<string, string, double> tell)
    {
        RegressionModel model = Logistic.Fit(rows.Treated, rows.Covariates, new() { Weight = weight }).Value;
        foreach (Coefficient c in (IEnumerable<Coefficient>)[model.Intercept with { Name = "intercept" }, .. model.Coefficients])
        {
            tell($"{name}: coefficients", c.Name, c.Value);
            tell($"{name}: errors", c.Name, c.StandardError);
        }
        if (weight is not null) return;
        tell($"{name}: log-likelihoods", "none", model.LogLikelihoodOfNone);
        tell($"{name}: log-likelihoods", "model", model.LogLikelihood);
    }
}
