using Shiremoot.Picture;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Regressing;

/// <summary>Penalised effects against the conditions every answer must meet, and foretelling against pairs counted one by one.</summary>
public sealed class ElasticNetTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    [InlineData(0.0)]
    public void Each_effect_is_where_the_slope_of_the_likelihood_is_the_penaltys(double mix)
    {
        (bool[] outcome, ModelColumns columns) = RegressionTests.Made(600, 41, noise: 6);
        ElasticNetModel model = ElasticNet.Fit(outcome, columns, new() { Mix = mix, Folds = 5 }).Value;
        foreach (int k in new[] { 0, 20, 50, 99 })
        {
            Penalty at = model.Path[k];
            double[] share = [.. Enumerable.Range(0, 600).Select(r => 1 / (1 + Math.Exp(-at.Intercept - at.Effects.Select((e, c) => e * columns.Values[c][r]).Sum())))];
            Enumerable.Range(0, 600).Sum(r => (outcome[r] ? 1 : 0) - share[r]).ShouldBe(0, 1e-3);
            for (int c = 0; c < columns.Values.Length; c++)
            {
                double[] x = columns.Values[c];
                double mean = x.Average(), spread = Math.Sqrt(x.Average(v => (v - mean) * (v - mean))), slope = Enumerable.Range(0, 600).Sum(r => ((outcome[r] ? 1 : 0) - share[r]) * (x[r] - mean) / spread) / 600;
                double pulled = slope - (at.Weight * (1 - mix) * at.PerSpread[c]);
                if (at.PerSpread[c] == 0) Math.Abs(pulled).ShouldBeLessThanOrEqualTo((at.Weight * mix) + 1e-6);
                else pulled.ShouldBe(at.Weight * mix * Math.Sign(at.PerSpread[c]), 1e-6);
            }
        }
        if (mix > 0) model.Path[0].Kept.ShouldBe(0);
    }

    [Fact]
    public void The_lasso_keeps_what_matters_and_foretells_no_better_than_it_can()
    {
        (bool[] outcome, ModelColumns columns) = RegressionTests.Made(2000, 42, noise: 20);
        ElasticNetModel model = ElasticNet.Fit(outcome, columns).Value, again = ElasticNet.Fit(outcome, columns, new() { Threads = 1 }).Value;
        Penalty chosen = model.Path[model.Simplest];
        chosen.Effects[0].ShouldBeGreaterThan(0);
        chosen.Effects[1].ShouldBeLessThan(0);
        chosen.Kept.ShouldBeLessThan(8);
        model.Simplest.ShouldBeLessThanOrEqualTo(model.Best);
        model.Refit!.Coefficients.First(c => c.Name == "x0").ShouldSatisfyAllConditions(c => c.Lower.ShouldBeLessThan(0.8), c => c.Upper.ShouldBeGreaterThan(0.8));
        model.Foretold.AucLower.ShouldBeLessThan(0.72);
        model.Foretold.Auc.ShouldBeInRange(0.65, 0.75);
        model.Foretold.CalibrationSlope.ShouldBeInRange(0.8, 1.3);
        model.Foretold.Brier.ShouldBeLessThan(model.Foretold.BrierOfNone);
        again.Path.Select(p => p.Deviance).ShouldBe(model.Path.Select(p => p.Deviance));
        ElasticNet.Fit(outcome, columns, new() { Seed = 2 }).Value.Path[50].Deviance.ShouldNotBe(model.Path[50].Deviance);
    }

    [Fact]
    public void Where_nothing_matters_the_lasso_keeps_nothing_and_the_area_is_one_half()
    {
        (_, ModelColumns columns) = RegressionTests.Made(1000, 43, noise: 8);
        (bool[] unrelated, _) = RegressionTests.Made(1000, 99);
        ElasticNetModel model = ElasticNet.Fit(unrelated, columns).Value;
        model.Path[model.Simplest].Kept.ShouldBe(0);
        model.Refit.ShouldBeNull();
        model.Foretold.AucLower.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void The_area_and_its_error_are_those_of_all_pairs_counted()
    {
        (bool[] outcome, ModelColumns columns) = RegressionTests.Made(150, 44);
        double[] score = [.. columns.Values[0].Select(v => Math.Round(1 / (1 + Math.Exp(-v)), 1))];
        Foretelling found = Foretelling.Of(outcome, score).Value;
        int[] with = [.. Enumerable.Range(0, 150).Where(r => outcome[r])], without = [.. Enumerable.Range(0, 150).Where(r => !outcome[r])];
        double Beats(int i, int j) => score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
        double[] above = [.. with.Select(i => without.Average(j => Beats(i, j)))], below = [.. without.Select(j => with.Average(i => Beats(i, j)))];
        double Variance(double[] values) => values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1);
        found.Auc.ShouldBe(above.Average(), 1e-12);
        (found.AucUpper - found.Auc).ShouldBe(1.959964 * Math.Sqrt((Variance(above) / with.Length) + (Variance(below) / without.Length)), 1e-6);
        found.Brier.ShouldBe(Enumerable.Range(0, 150).Average(r => Math.Pow((outcome[r] ? 1 : 0) - score[r], 2)), 1e-12);
    }

    [Fact]
    public void Probabilities_that_are_right_have_slope_one_and_intercept_nought_and_halved_log_odds_slope_two()
    {
        (bool[] outcome, ModelColumns columns) = RegressionTests.Made(40_000, 45);
        double[] odds = [.. Enumerable.Range(0, 40_000).Select(r => -0.4 + (0.8 * columns.Values[0][r]) - (0.5 * columns.Values[1][r]))];
        Foretelling right = Foretelling.Of(outcome, [.. odds.Select(o => 1 / (1 + Math.Exp(-o)))]).Value, flat = Foretelling.Of(outcome, [.. odds.Select(o => 1 / (1 + Math.Exp(-o / 2)))]).Value;
        right.CalibrationSlope.ShouldBe(1, 0.05);
        right.CalibrationIntercept.ShouldBe(0, 0.04);
        flat.CalibrationSlope.ShouldBe(2 * right.CalibrationSlope, 1e-6);
        flat.Auc.ShouldBe(right.Auc, 1e-12);
    }
}
