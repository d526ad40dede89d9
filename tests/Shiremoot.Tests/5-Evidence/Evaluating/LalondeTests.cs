using System.Globalization;
using Shiremoot.Evidence;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>The training programme of LaLonde beside R 4.2 and MatchIt 4.5.1 (lalonde.R made the figures and the file).</summary>
public sealed class LalondeTests
{
    private const string Data = "evaluation-benchmarks/matchit_lalonde.csv";
    private static readonly EvaluationQuestion Asked = new("treat", "re78", ["age", "educ", "race", "married", "nodegree", "re74", "re75"]);
    private static readonly string[][] Given = [.. File.ReadLines(Path.Combine(TestData.Root, "tests/Shiremoot.Tests/5-Evidence/Evaluating/lalonde-matchit.csv")).Select(l => l.Split(','))];

    [DataFact(Data)]
    public void The_score_is_that_of_R()
    {
        PropensityScore score = Found(Asked).Score;
        score.Names.ShouldBe(["intercept", "age", "educ", "race: hispan", "race: black", "married", "nodegree", "re74", "re75"], ignoreOrder: true);
        // R holds race against black, we against white, the most frequent.
        double white = -3.06536774097135;
        Dictionary<string, double> r = new()
        {
            ["intercept"] = -1.66328159773276 + white,
            ["age"] = 0.0157770710175507,
            ["educ"] = 0.161306877374261,
            ["race: hispan"] = -2.08173412000129 - white,
            ["race: black"] = -white,
            ["married"] = -0.832113275350088,
            ["nodegree"] = 0.707296881383784,
            ["re74"] = -7.17766864384505e-05,
            ["re75"] = 5.34464470713428e-05,
        };
        for (int k = 0; k < score.Names.Count; k++) score.Values[k].ShouldBe(r[score.Names[k]], 1e-8, score.Names[k]);
        double[] given = Column("score");
        for (int row = 0; row < given.Length; row++) score.Score[row].ShouldBe(given[row], 1e-12);
    }

    [DataTheory(Data)]
    [InlineData("nearest", EvaluationMethod.Nearest, 1, "", false, 370, 770.390167838)]
    [InlineData("logit", EvaluationMethod.Nearest, 1, "", true, 370, 770.390167838)]
    [InlineData("two", EvaluationMethod.Nearest, 2, "", false, 555, 220.288640676)]
    [InlineData("exact", EvaluationMethod.Nearest, 1, "race,married", false, 232, 1512.32025819)]
    [InlineData("replace", EvaluationMethod.WithReplacement, 1, "", false, 258, 1379.2773733)]
    [InlineData("exact_replace", EvaluationMethod.WithReplacement, 1, "nodegree", false, 263, 1847.98046584)]
    public void Matches_and_weights_are_those_of_MatchIt_where_we_too_take_the_lower_neighbour(string column, EvaluationMethod method, int ratio, string exact, bool onLogit, int matched, double estimate)
    {
        EvaluationResult found = Found(Asked with { Method = method, Ratio = ratio, Exact = exact.Split(',', StringSplitOptions.RemoveEmptyEntries), OnLogit = onLogit, TakesLower = true });
        (found.Counts.TreatedUsed + found.Counts.OthersUsed).ShouldBe(matched);
        found.Plain!.Value.ShouldBe(estimate, 1e-6);
        Same(found, column, 1e-12);
    }

    [DataTheory(Data)]
    [InlineData("att", Estimand.Att, 1214.07122329)]
    [InlineData("ate", Estimand.Ate, 224.676309104)]
    [InlineData("overlap", Estimand.Overlap, 1242.20063594)]
    public void Weights_by_the_score_are_what_the_score_says(string column, Estimand estimand, double estimate)
    {
        EvaluationResult found = Found(Asked with { Estimand = estimand });
        found.Plain!.Value.ShouldBe(estimate, 1e-6);
        Same(found, column, 1e-10);
    }

    [DataFact(Data)]
    public void The_nearest_match_is_the_nearest_and_the_others_are_reckoned_beside_it()
    {
        EvaluationResult found = Found(Asked with { Method = EvaluationMethod.Nearest });
        (found.Counts.TreatedUsed, found.Counts.OthersUsed).ShouldBe((185, 185));
        found.Counts.Ties.ShouldBe(7);
        found.Plain!.Value.ShouldBe(894.3675, 0.0001);
        found.Others.Single(o => o.Way == "no adjustment").Value.ShouldBe(-635.0262, 0.0001);
        found.Others.Single(o => o.Way == "regression alone").Value.ShouldBe(1548.243802, 1e-5);
        double[] plain = PlainMatching.Weights(found.Rows.Treated, PlainMatching.Once(found.Rows.Treated, found.Score.Score, 1, double.PositiveInfinity));
        found.Adjusted.Weight.ShouldBe(plain);
    }

    [DataFact(Data)]
    public void Doubly_robust_estimates_and_errors_are_those_of_the_formula_in_R()
    {
        void Is(EvaluationQuestion q, double value, double? error)
        {
            EvaluationResult found = Found(q);
            found.Effect.Value.ShouldBe(value, 1e-5);
            if (error is { } e) found.Effect.StandardError.ShouldBe(e, 1e-5);
        }
        Is(Asked with { Method = EvaluationMethod.Nearest, TakesLower = true }, 1161.482748219, 760.792075824);
        Is(Asked with { Method = EvaluationMethod.WithReplacement, TakesLower = true }, 1455.52372744, 1042.69225719);
        Is(Asked, 1270.124935070, null);
        Is(Asked with { Method = EvaluationMethod.Entropy }, 1273.261822, null);
    }

    [DataFact(Data)]
    public void Entropy_weights_make_means_the_same()
    {
        EvaluationResult found = Found(Asked with { Method = EvaluationMethod.Entropy });
        found.Balance.Skip(1).Max(b => Math.Abs(b.After)).ShouldBeLessThan(1e-7);
        double[] others = [.. found.Adjusted.Weight.Where((_, r) => !found.Rows.Treated[r])];
        others.Sum().ShouldBe(185, 1e-8);
        others.Take(3).ShouldBe([0.02690308095, 0.01476646702, 0.02514894824], 1e-7);
    }

    [DataFact(Data)]
    public void Balance_is_that_of_MatchIt_and_withholds_the_headline()
    {
        EvaluationResult found = Found(Asked with { Method = EvaluationMethod.Nearest, TakesLower = true });
        void Is(string name, double before, double after, double ratio)
        {
            BalanceRow row = found.Balance.Single(b => b.Name == name);
            row.Before.ShouldBe(before, 1e-7);
            row.After.ShouldBe(after, 1e-7);
            if (ratio > 0) row.RatioAfter.ShouldBe(ratio, 1e-7);
        }
        Is("propensity score", 1.79408604968, 0.97404684826, 0.7563969105);
        Is("age", -0.30944526200, 0.08536815728, 0.4633379827);
        Is("race: black", 1.76154188982, 1.02585928270, 0);
        Is("re74", -0.72108380907, -0.07804449010, 1.2629153062);
        found.HasHeadline.ShouldBeFalse();
        found.Headline.ShouldContain("race: black");
        found.Effect.Value.ShouldNotBe(0); // the result is kept
    }

    private static EvaluationResult Found(EvaluationQuestion q) => Evaluation.Of(TestData.File(Data), q).Value;

    private static void Same(EvaluationResult found, string column, double within)
    {
        double[] given = Column(column);
        for (int r = 0; r < given.Length; r++) found.Adjusted.Weight[r].ShouldBe(given[r], within * Math.Max(1, given[r]), $"{column}, row {r + 1}");
    }

    private static double[] Column(string name)
    {
        int at = Array.IndexOf(Given[0], name);
        return [.. Given.Skip(1).Select(l => double.Parse(l[at], CultureInfo.InvariantCulture))];
    }
}
