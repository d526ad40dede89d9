using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Regressing;

/// <summary>Logistic, Poisson and linear regression against published models and answers that can be worked out by hand.</summary>
public sealed class RegressionTests
{
    [DataFact("classic-criminal-justice/cardata_arrests.csv")]
    public void Release_with_a_summons_goes_with_what_was_published()
    {
        // J. Fox (2003), Effect displays in R for generalised linear models, printed to six places by an iteration that stops where the deviance moves by 1e-8: released on employed, citizen, checks, colour × year and colour × age.
        string[][] rows = [.. File.ReadAllLines(TestData.File("classic-criminal-justice/cardata_arrests.csv")).Skip(1).Select(l => l.Split(','))];
        double[] Is(int column, string value) => [.. rows.Select(r => r[column] == value ? 1.0 : 0)];
        double[] age = [.. rows.Select(r => double.Parse(r[4]))], white = Is(2, "White"), checks = [.. rows.Select(r => double.Parse(r[8]))];
        string[] years = ["1998", "1999", "2000", "2001", "2002"];
        double[] Times(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x * y)];
        ModelColumns columns = new(
            ["employed", "citizen", "checks", "white", .. years, "age", .. years.Select(y => $"white {y}"), "white age"],
            [Is(6, "Yes"), Is(7, "Yes"), checks, white, .. years.Select(y => Is(3, y)), age, .. years.Select(y => Times(white, Is(3, y))), Times(white, age)]);
        RegressionModel model = Logistic.Fit([.. rows.Select(r => r[1] == "Yes")], columns).Value;
        Close([model.Intercept.Value, .. model.Coefficients.Take(10).Select(c => c.Value), model.Coefficients[15].Value],
            [0.344433, 0.735064, 0.585984, -0.366642, 1.212517, -0.431180, -0.094434, -0.010898, 0.243063, 0.212954, 0.028726, -0.037373], 0.000003);
        Close([model.Intercept.StandardError, .. model.Coefficients.Take(4).Select(c => c.StandardError), model.Coefficients[15].StandardError],
            [0.310075, 0.084770, 0.113772, 0.026033, 0.349775, 0.010200], 0.0000015);
    }

    [DataFact("classic-criminal-justice/wooldridge_crime1.csv")]
    public void Arrests_of_young_men_by_least_squares_are_as_published()
    {
        string[][] rows = [.. File.ReadAllLines(TestData.File("classic-criminal-justice/wooldridge_crime1.csv")).Select(l => l.Split(','))];
        double[] Column(string name) => [.. rows.Skip(1).Select(r => double.Parse(r[Array.IndexOf(rows[0], name)]))];
        string[] names = ["pcnv", "avgsen", "tottime", "ptime86", "qemp86"];
        LinearModel model = Linear.Fit(Column("narr86"), new(names, [.. names.Select(Column)])).Value;
        Close([.. model.Coefficients.Select(c => c.Value)], [-0.151225, -0.007049, 0.012095, -0.039259, -0.103091], 0.0000006);
        model.Rows.ShouldBe(2725);

        // J. Wooldridge, Introductory econometrics, example 3.5: without avgsen, tottime: .712 (.033), -.150 (.041), -.034 (.009), -.104 (.010), R² .0413.
        string[] three = ["pcnv", "ptime86", "qemp86"];
        LinearModel less = Linear.Fit(Column("narr86"), new(three, [.. three.Select(Column)])).Value;
        Close([less.Intercept.Value, .. less.Coefficients.Select(c => c.Value), less.Intercept.StandardError, .. less.Coefficients.Select(c => c.StandardError)],
            [0.712, -0.150, -0.034, -0.104, 0.033, 0.041, 0.009, 0.010], 0.0006);
        less.Explained.ShouldBe(0.0413, 0.00005);
    }

    [DataFact("compas-broward/compas_scores_two_years_pseudonymised.csv.gz")]
    public void Deciles_of_Broward_foretell_as_published()
    {
        (bool[] again, double[] decile) = Broward();
        again.Length.ShouldBe(7214);
        Foretelling.Of(again, [.. decile.Select(d => d / 10)]).Value.Auc.ShouldBe(0.70217, 0.000005);
    }

    [Fact]
    public void One_yes_or_no_covariate_gives_the_log_odds_ratio_with_Woolfs_error()
    {
        (bool[] outcome, ModelColumns columns) = Table(30, 70, 12, 88);
        RegressionModel model = Logistic.Fit(outcome, columns).Value;
        model.Coefficients[0].Value.ShouldBe(Math.Log(30.0 * 88 / (70 * 12)), 1e-9);
        model.Coefficients[0].StandardError.ShouldBe(Math.Sqrt((1 / 30.0) + (1 / 70.0) + (1 / 12.0) + (1 / 88.0)), 1e-9);
        model.Intercept.Value.ShouldBe(Math.Log(12 / 88.0), 1e-9);
        model.Intercept.StandardError.ShouldBe(Math.Sqrt((1 / 12.0) + (1 / 88.0)), 1e-9);
        model.Events.ShouldBe(42);

        // Robust to nothing in particular: the same, for the model has a share for each group.
        RegressionModel robust = Logistic.Fit(outcome, columns, new() { Cluster = [.. Enumerable.Range(0, 200)] }).Value;
        robust.Coefficients[0].StandardError.ShouldBe(model.Coefficients[0].StandardError, 1e-9);
    }

    [Theory]
    [InlineData(30, 70, 12, 88)]
    [InlineData(10, 0, 12, 88)]
    [InlineData(0, 9, 5, 20)]
    public void Firths_likelihood_adds_one_half_to_each_cell_of_a_table_of_four(int a, int b, int c, int d)
    {
        (bool[] outcome, ModelColumns columns) = Table(a, b, c, d);
        RegressionModel model = Logistic.Fit(outcome, columns, new() { Firth = true, Profile = true }).Value;
        model.Coefficients[0].Value.ShouldBe(Math.Log((a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5))), 1e-6);
        model.Coefficients[0].Lower.ShouldBeLessThan(model.Coefficients[0].Value);
        model.Coefficients[0].Upper.ShouldBeGreaterThan(model.Coefficients[0].Value);
        double.IsFinite(model.Coefficients[0].Upper + model.Coefficients[0].Lower).ShouldBeTrue();
        if (b > 0 && a > 0) return;
        Logistic.Fit(outcome, columns).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("REGRESSION-05");
        why.Says.ShouldContain("'in'");
        why.Try.ShouldContain("Firth");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void At_a_profile_limit_the_likelihood_is_down_by_half_the_squared_quantile(bool firth)
    {
        // Of a table of four, one effect held: the best share of the other group is found by trying many.
        (int a, int b, int c, int d) = (9, 21, 4, 26);
        (bool[] outcome, ModelColumns columns) = Table(a, b, c, d);
        RegressionModel model = Logistic.Fit(outcome, columns, new() { Profile = true, Firth = firth }).Value;
        double Height(double level, double effect)
        {
            double p0 = 1 / (1 + Math.Exp(-level)), p1 = 1 / (1 + Math.Exp(-level - effect)), i1 = 30 * p1 * (1 - p1), i0 = 30 * p0 * (1 - p0);
            return (a * Math.Log(p1)) + (b * Math.Log(1 - p1)) + (c * Math.Log(p0)) + (d * Math.Log(1 - p0)) + (firth ? Math.Log(i1 * i0) / 2 : 0);
        }
        double Best(double effect) => Enumerable.Range(-60_000, 80_000).Max(k => Height(k / 10_000.0, effect));
        double top = Best(model.Coefficients[0].Value), down = 1.959964 * 1.959964 / 2;
        (top - Best(model.Coefficients[0].Lower)).ShouldBe(down, 1e-5);
        (top - Best(model.Coefficients[0].Upper)).ShouldBe(down, 1e-5);
    }

    [Fact]
    public void A_Poisson_rate_of_two_groups_and_an_exponential_hazard_are_events_over_time()
    {
        TimesToEvent times = TimesToEvent.Of([2, 3, 5, 7, 1, 4, 6, 8, 2], [true, true, false, true, true, false, true, false, true]);
        ModelColumns columns = new(["in"], [[1, 1, 1, 1, 0, 0, 0, 0, 0]]);
        RegressionModel model = PiecewiseHazard.Fit(times, [], columns).Value;
        model.Coefficients[0].Value.ShouldBe(Math.Log(3.0 / 17 / (3.0 / 21)), 1e-9);
        model.Coefficients[0].StandardError.ShouldBe(Math.Sqrt((1 / 3.0) + (1 / 3.0)), 1e-9);
        RegressionModel counts = Poisson.Fit([3, 3], [17, 21], new(["in"], [[1, 0]])).Value;
        counts.Coefficients[0].Value.ShouldBe(model.Coefficients[0].Value, 1e-9);
        counts.Intercept.Value.ShouldBe(Math.Log(3 / 21.0), 1e-9);
    }

    [Fact]
    public void A_hazard_free_to_change_at_every_event_is_a_proportional_hazards_model()
    {
        // Times on a grid up to 2, with an event at each: nobody is last seen between two of them.
        Surviving.RandomTimes made = Surviving.RandomTimes.Of(300, [0.5, -0.7], 31, 0.25);
        double[] time = [.. made.Times.Time.Select(t => Math.Min(t, 2))];
        int[] cause = [.. made.Times.Cause.Select((c, r) => made.Times.Time[r] <= 2 ? c : 0)];
        double[] grid = [.. time.Where((_, r) => cause[r] == 1).Distinct().Order()];
        grid.Length.ShouldBe(8);
        CoxModel cox = Cox.Fit(new(time, cause), made.Columns, new() { Ties = Ties.Breslow }).Value;
        RegressionModel pieces = PiecewiseHazard.Fit(new(time, cause), grid[..^1], made.Columns).Value;
        for (int c = 0; c < 2; c++)
        {
            pieces.Coefficients[c].Value.ShouldBe(cox.Coefficients[c].Value, 1e-9);
            pieces.Coefficients[c].StandardError.ShouldBe(cox.Coefficients[c].StandardError, 1e-9);
        }
    }

    [Fact]
    public void Units_order_weights_and_threads_do_not_matter_and_bad_columns_are_refused_by_name()
    {
        (bool[] outcome, ModelColumns columns) = Made(20_000, 3);
        RegressionModel model = Logistic.Fit(outcome, columns, new() { Threads = 1 }).Value;
        RegressionModel threads = Logistic.Fit(outcome, columns, new() { Threads = 4 }).Value;
        threads.Covariance.ShouldBe(model.Covariance);
        threads.Coefficients.ShouldBe(model.Coefficients);
        RegressionModel moved = Logistic.Fit([.. outcome.Reverse()], new(columns.Names, [.. columns.Values.Select(v => v.Reverse().Select(x => (x * 1000) - 7).ToArray())])).Value;
        RegressionModel weighed = Logistic.Fit(outcome, columns, new() { Weight = [.. outcome.Select(_ => 2.0)] }).Value;
        for (int c = 0; c < 2; c++)
        {
            (moved.Coefficients[c].Value * 1000).ShouldBe(model.Coefficients[c].Value, 1e-9);
            weighed.Coefficients[c].Value.ShouldBe(model.Coefficients[c].Value, 1e-9);
            (weighed.Coefficients[c].StandardError * Math.Sqrt(2)).ShouldBe(model.Coefficients[c].StandardError, 1e-9);
        }
        Refusal Why(double[] column)
        {
            Logistic.Fit(outcome, new([.. columns.Names, "more"], [.. columns.Values, column])).Refused(out Refusal? why, out _).ShouldBeTrue();
            return why!;
        }
        Why([.. outcome.Select(_ => 1.0)]).ShouldSatisfyAllConditions(w => w.Code.ShouldBe("REGRESSION-03"), w => w.Says.ShouldContain("'more'"));
        Why([.. columns.Values[0].Select(x => 3 - x)]).ShouldSatisfyAllConditions(w => w.Code.ShouldBe("REGRESSION-04"), w => w.Says.ShouldContain("'more' follows from 'x0'"));
        Why([.. outcome.Select(o => o ? 1.0 : 0)]).Code.ShouldBe("REGRESSION-05");
        Logistic.Fit([true, true, true, true], new(["x"], [[1, 2, 3, 4]])).Refused(out Refusal? one, out _).ShouldBeTrue();
        one.Code.ShouldBe("REGRESSION-07");
    }

    [Fact]
    public void Intervals_hold_the_truth_as_often_as_they_say()
    {
        int[] held = new int[4];
        for (int round = 0; round < 400; round++)
        {
            (bool[] outcome, ModelColumns columns) = Made(200, (ulong)(500 + round));
            RegressionModel wald = Logistic.Fit(outcome, columns, new() { Threads = 1 }).Value, firth = Logistic.Fit(outcome, columns, new() { Firth = true, Profile = true, Threads = 1 }).Value;
            for (int c = 0; c < 2; c++)
            {
                double truth = c == 0 ? 0.8 : -0.5;
                if (wald.Coefficients[c].Lower <= truth && truth <= wald.Coefficients[c].Upper) held[c]++;
                if (firth.Coefficients[c].Lower <= truth && truth <= firth.Coefficients[c].Upper) held[2 + c]++;
            }
        }
        foreach (int count in held) (count / 400.0).ShouldBeInRange(0.92, 0.98);
    }

    internal static (bool[] Outcome, ModelColumns Columns) Made(int rows, ulong seed, int noise = 0)
    {
        bool[] outcome = new bool[rows];
        double[][] x = [.. Enumerable.Range(0, 2 + noise).Select(_ => new double[rows])];
        for (int r = 0; r < rows; r++)
        {
            Chance chance = new(seed, (ulong)r, 3);
            for (int c = 0; c < x.Length; c++) x[c][r] = c % 2 == 0 ? chance.Normal() : chance.Below(2);
            outcome[r] = chance.Happens(1 / (1 + Math.Exp(-(-0.4 + (0.8 * x[0][r]) - (0.5 * x[1][r])))));
        }
        return (outcome, new([.. x.Select((_, c) => $"x{c}")], x));
    }

    internal static (bool[] Again, double[] Decile) Broward()
    {
        List<bool> again = [];
        List<double> decile = [];
        using TableReader reader = TableReading.OpenAlone(TestData.File("compas-broward/compas_scores_two_years_pseudonymised.csv.gz")).Value;
        int a = reader.Headers.ToList().IndexOf("two_year_recid"), d = reader.Headers.ToList().IndexOf("decile_score");
        while (reader.Read())
        {
            again.Add(reader.Field(a).SequenceEqual("1"u8));
            decile.Add(double.Parse(System.Text.Encoding.UTF8.GetString(reader.Field(d))));
        }
        return ([.. again], [.. decile]);
    }

    private static (bool[] Outcome, ModelColumns Columns) Table(int a, int b, int c, int d)
    {
        IEnumerable<bool> Of(int yes, int no) => [.. Enumerable.Repeat(true, yes), .. Enumerable.Repeat(false, no)];
        return ([.. Of(a, b), .. Of(c, d)], new(["in"], [[.. Enumerable.Range(0, a + b + c + d).Select(r => r < a + b ? 1.0 : 0)]]));
    }

    private static void Close(double[] found, double[] published, double within)
    {
        found.Length.ShouldBe(published.Length);
        for (int i = 0; i < found.Length; i++) found[i].ShouldBe(published[i], within);
    }
}
