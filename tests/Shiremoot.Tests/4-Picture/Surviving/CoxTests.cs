using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Surviving;

/// <summary>Proportional hazards against published models, a plain likelihood, and what must not matter.</summary>
public sealed class CoxTests
{
    private static readonly double[] Effects = [0.5, -0.7, 0.2];

    [Theory]
    [InlineData(Ties.Efron, 1.5721, 0.4124)]
    [InlineData(Ties.Breslow, 1.5092, 0.4096)]
    public void The_remission_of_children_gives_the_printed_effect(Ties ties, double value, double error)
    {
        CoxModel model = Cox.Fit(Remission.Times, Remission.OnPlacebo, new() { Ties = ties }).Value;
        model.Coefficients[0].Value.ShouldBe(value, 0.00005);
        model.Coefficients[0].StandardError.ShouldBe(error, 0.00005);
    }

    [DataFact("classic-criminal-justice/cardata_rossi.csv")]
    public void What_goes_with_arrest_in_the_year_after_release_is_as_published()
    {
        Rossi rossi = Rossi.Read();
        CoxModel model = Cox.Fit(rossi.Times, rossi.Columns).Value;
        Close([.. model.Coefficients.Select(c => c.Value)], [-0.37942, -0.05744, -0.31390, -0.14980, 0.43370, -0.08487, 0.09150], 0.000005);
        Close([.. model.Coefficients.Select(c => c.StandardError)], [0.1914, 0.0220, 0.3080, 0.2122, 0.3819, 0.1958, 0.0286], 0.00005);
        model.LogLikelihoodOfNone.ShouldBe(-675.3806, 0.00005);
        model.LogLikelihood.ShouldBe(-658.7477, 0.00005);
        model.Concordance.ShouldBe(0.6403, 0.00005);
        model.LikelihoodRatio.Statistic.ShouldBe(33.27, 0.005);
        model.Wald.Statistic.ShouldBe(32.11, 0.005);
        model.Score.Statistic.ShouldBe(33.53, 0.005);
        (model.Rows, model.Events).ShouldBe((432, 114));
    }

    [DataFact("classic-criminal-justice/cardata_rossi.csv")]
    public void The_effect_of_age_does_not_last_as_published()
    {
        Rossi rossi = Rossi.Read();
        ModelColumns three = new(["fin", "age", "prio"], [rossi.Columns.Values[0], rossi.Columns.Values[1], rossi.Columns.Values[6]]);
        CoxModel model = Cox.Fit(rossi.Times, three).Value;
        Close([.. model.Coefficients.Select(c => c.Value)], [-0.34695, -0.06711, 0.09689], 0.000005);
        Close([.. model.Proportionality.Select(t => t.Statistic)], [0.063841547, 6.325464460, 0.518710573, 7.136739394], 1e-7); // cox.zph of survival 3.5.3
        model.Proportionality[1].P.ShouldBe(0.011901631, 1e-7);
        double[] ofSeven = [0.062429751, 5.973981653, 2.068265387, 4.224595633, 1.011021564, 0.018383299, 0.520584250, 17.694415254];
        Close([.. Cox.Fit(rossi.Times, rossi.Columns).Value.Proportionality.Select(t => t.Statistic)], ofSeven, 1e-7);
    }

    [DataFact("classic-criminal-justice/cardata_rossi.csv")]
    public void Work_in_the_week_goes_with_no_arrest_in_it_as_published()
    {
        (TimesToEvent times, ModelColumns columns, int[] man) = Rossi.Read().ByWeek();
        times.Time.Length.ShouldBe(19_809);
        CoxModel model = Cox.Fit(times, columns).Value;
        Close([.. model.Coefficients.Select(c => c.Value)], [-0.35672, -0.04634, -0.33866, -0.02555, 0.29375, -0.06421, 0.08514, -1.32832], 0.000005);
        model.Coefficients[7].StandardError.ShouldBe(0.25072, 0.000005);
        model.LikelihoodRatio.Statistic.ShouldBe(68.65, 0.005);
        Cox.Fit(times, columns, new() { Cluster = man }).Value.Coefficients[7].Value.ShouldBe(model.Coefficients[7].Value);
    }

    [Theory]
    [InlineData(0, false, Ties.Efron)]
    [InlineData(0.1, false, Ties.Efron)]
    [InlineData(0.1, true, Ties.Efron)]
    [InlineData(0.1, true, Ties.Breslow)]
    [InlineData(0, true, Ties.Breslow)]
    public void The_model_is_the_top_of_a_plainly_written_likelihood(double grid, bool late, Ties ties)
    {
        RandomTimes made = RandomTimes.Of(250, Effects, 21, grid, late);
        CoxModel model = Cox.Fit(made.Times, made.Columns, new() { Ties = ties, Stratum = made.Stratum }).Value;
        double[] at = [.. model.Coefficients.Select(c => c.Value)];
        double top = PlainCox.LogLikelihood(made, at, ties);
        model.LogLikelihood.ShouldBe(top, 1e-8);
        model.LogLikelihoodOfNone.ShouldBe(PlainCox.LogLikelihood(made, [0, 0, 0], ties), 1e-8);
        for (int c = 0; c < 3; c++)
        {
            double[] up = [.. at], down = [.. at];
            up[c] += 1e-3;
            down[c] -= 1e-3;
            (double above, double below) = (PlainCox.LogLikelihood(made, up, ties), PlainCox.LogLikelihood(made, down, ties));
            ((above - below) / 2e-3).ShouldBe(0, 1e-3);
            (-(above - (2 * top) + below) / 1e-6).ShouldBe(Information(model, c), 0.01 * Information(model, c));
        }
    }

    [Fact]
    public void Units_and_origins_of_covariates_and_the_order_of_rows_do_not_matter()
    {
        RandomTimes made = RandomTimes.Of(500, Effects, 22, 0.05, late: true), turned = made.Turned();
        CoxModel model = Cox.Fit(made.Times, made.Columns).Value, other = Cox.Fit(turned.Times, turned.Columns).Value;
        ModelColumns moved = made.Columns with { Values = [.. made.Columns.Values.Select((v, c) => v.Select(x => 1e6 + (x * Math.Pow(10, c))).ToArray())] };
        CoxModel scaled = Cox.Fit(made.Times, moved).Value;
        for (int c = 0; c < 3; c++)
        {
            other.Coefficients[c].Value.ShouldBe(model.Coefficients[c].Value, 1e-10);
            (scaled.Coefficients[c].Value * Math.Pow(10, c)).ShouldBe(model.Coefficients[c].Value, 1e-7);
            scaled.Coefficients[c].PerSpread.ShouldBe(model.Coefficients[c].PerSpread, 1e-7);
        }
        other.Concordance.ShouldBe(model.Concordance, 1e-12);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        RandomTimes made = RandomTimes.Of(60_000, Effects, 23, 0.01);
        CoxModel[] models = [.. new[] { 1, 2, 5 }.Select(t => Cox.Fit(made.Times, made.Columns, new() { Threads = t }).Value)];
        foreach (CoxModel model in models)
        {
            model.Covariance.ShouldBe(models[0].Covariance);
            model.Coefficients.ShouldBe(models[0].Coefficients);
            model.LogLikelihood.ShouldBe(models[0].LogLikelihood);
        }
    }

    [Fact]
    public void Rows_of_weight_two_are_rows_given_twice_and_two_stretches_are_one()
    {
        RandomTimes made = RandomTimes.Of(300, Effects, 24, 0.05), split = made.Split(out int[] person);
        CoxOptions plain = new() { Ties = Ties.Breslow };
        CoxModel weighed = Cox.Fit(made.Times with { Weight = [.. Enumerable.Repeat(2.0, 300)] }, made.Columns, plain).Value;
        TimesToEvent twice = new([.. made.Times.Time, .. made.Times.Time], [.. made.Times.Cause, .. made.Times.Cause]);
        CoxModel doubled = Cox.Fit(twice, made.Columns with { Values = [.. made.Columns.Values.Select(v => (double[])[.. v, .. v])] }, plain).Value;
        CoxOptions robust = new() { Cluster = [.. Enumerable.Range(0, 300)] };
        CoxModel whole = Cox.Fit(made.Times, made.Columns, robust).Value, parts = Cox.Fit(split.Times, split.Columns, robust with { Cluster = person }).Value;
        for (int c = 0; c < 3; c++)
        {
            weighed.Coefficients[c].Value.ShouldBe(doubled.Coefficients[c].Value, 1e-9);
            weighed.Coefficients[c].StandardError.ShouldBe(doubled.Coefficients[c].StandardError, 1e-9);
            parts.Coefficients[c].Value.ShouldBe(whole.Coefficients[c].Value, 1e-9);
            parts.Coefficients[c].StandardError.ShouldBe(whole.Coefficients[c].StandardError, 1e-9);
        }
    }

    [Fact]
    public void Robust_errors_are_what_small_changes_of_the_rows_weights_do_to_the_effects()
    {
        RandomTimes made = RandomTimes.Of(80, Effects, 25, 0.1);
        CoxOptions options = new() { Ties = Ties.Breslow, Cluster = [.. Enumerable.Range(0, 80).Select(r => r / 4)] };
        CoxModel model = Cox.Fit(made.Times, made.Columns, options).Value;
        double[] squares = new double[3];
        for (int cluster = 0; cluster < 20; cluster++)
        {
            CoxModel Weighed(double by) => Cox.Fit(made.Times with { Weight = [.. Enumerable.Range(0, 80).Select(r => r / 4 == cluster ? 1 + by : 1)] }, made.Columns, options).Value;
            (CoxModel up, CoxModel down) = (Weighed(1e-4), Weighed(-1e-4));
            for (int c = 0; c < 3; c++) squares[c] += Math.Pow((up.Coefficients[c].Value - down.Coefficients[c].Value) / 2e-4, 2);
        }
        for (int c = 0; c < 3; c++) model.Coefficients[c].StandardError.ShouldBe(Math.Sqrt(squares[c]), 1e-5);
    }

    [Fact]
    public void Columns_that_tell_nothing_or_everything_are_refused_by_name()
    {
        RandomTimes made = RandomTimes.Of(200, Effects, 26);
        double[][] x = made.Columns.Values;
        Refusal Why(string name, double[] column)
        {
            Cox.Fit(made.Times, new([.. made.Columns.Names, name], [.. x, column])).Refused(out Refusal? why, out _).ShouldBeTrue();
            return why!;
        }
        Why("always", [.. Enumerable.Repeat(3.0, 200)]).ShouldSatisfyAllConditions(w => w.Code.ShouldBe("REGRESSION-03"), w => w.Says.ShouldContain("'always'"));
        Why("both", [.. x[0].Select((v, r) => 2 * v - x[1][r])]).ShouldSatisfyAllConditions(w => w.Code.ShouldBe("REGRESSION-04"), w => w.Says.ShouldContain("'both' follows from 'x0', 'x1'"));
        Why("after", [.. made.Times.Cause.Select(c => (double)c)]).ShouldSatisfyAllConditions(w => w.Code.ShouldBe("REGRESSION-05"), w => w.Says.ShouldContain("'after'"));
        Why("gap", [.. x[0].Select((v, r) => r == 7 ? double.NaN : v)]).ShouldSatisfyAllConditions(w => w.Code.ShouldBe("REGRESSION-02"), w => w.Says.ShouldContain("row 8"));
        Cox.Fit(made.Times with { Cause = new int[200] }, made.Columns).Refused(out Refusal? none, out _).ShouldBeTrue();
        none.Code.ShouldBe("SURVIVAL-06");
    }

    [Fact]
    public void The_baseline_of_no_effect_is_the_hazard_added_up_and_the_intervals_hold_the_truth_as_often_as_they_say()
    {
        int[] held = new int[2];
        for (int round = 0; round < 400; round++)
        {
            RandomTimes made = RandomTimes.Of(150, [0.5, -0.7], (ulong)(1000 + round));
            CoxModel model = Cox.Fit(made.Times, made.Columns, new() { Stratum = made.Stratum, Threads = 1 }).Value;
            for (int c = 0; c < 2; c++)
                if (model.Coefficients[c].Lower <= (c == 0 ? 0.5 : -0.7) && model.Coefficients[c].Upper >= (c == 0 ? 0.5 : -0.7)) held[c]++;
        }
        foreach (int count in held) (count / 400.0).ShouldBeInRange(0.92, 0.98);

        // Exponential times of hazard 1 for the first stratum at covariates of 0: by the mean the hazard is e to the effect of the means.
        RandomTimes many = RandomTimes.Of(40_000, [0.5, -0.7], 5);
        CoxModel large = Cox.Fit(many.Times, many.Columns, new() { Stratum = many.Stratum }).Value;
        double ratio = Math.Exp((0.5 * large.Means[0]) - (0.7 * large.Means[1]));
        large.Baselines[0].SurvivingAt(1).ShouldBe(Math.Exp(-ratio), 0.015);
    }

    private static double Information(CoxModel model, int c)
    {
        // One over the variance of one effect with the others held is the diagonal of the inverse: taken here by solving for it.
        MathNet.Numerics.LinearAlgebra.Matrix<double> covariance = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(3, 3, model.Covariance);
        return covariance.Inverse()[c, c];
    }

    private static void Close(double[] found, double[] published, double within)
    {
        found.Length.ShouldBe(published.Length);
        for (int i = 0; i < found.Length; i++) found[i].ShouldBe(published[i], within);
    }
}
