using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Policies;

/// <summary>Interrupted time series beside R: lm and glm, with Newey and West's errors by hand.</summary>
/// <remarks>
/// R 4, with t &lt;- 0:47; s &lt;- t - 30; L &lt;- s >= 0; S &lt;- pmax(s, 0); X &lt;- cbind(1, s, L, S, sin(2*pi*m/12), cos(2*pi*m/12), sin(4*pi*m/12), cos(4*pi*m/12)), m &lt;- t %% 12:
/// nw &lt;- function(X, score, B, lag) { n &lt;- nrow(X); G &lt;- t(score) %*% score; for (l in seq_len(lag)) { g &lt;- t(score[(l+1):n, ]) %*% score[1:(n-l), ]; G &lt;- G + (1 - l/(lag+1)) * (g + t(g)) }; n/(n-ncol(X)) * B %*% G %*% B };
/// m &lt;- lm(y ~ X - 1), B &lt;- solve(t(X) %*% X), scores X * residuals(m); controlled: lm(I(y - x) ~ X - 1); counts: glm(k ~ X - 1 + offset(log(n)), quasipoisson).
/// The end is L + 17 S and the total 18 L + sum(0:17) S; t on 40.
/// </remarks>
public sealed class InterruptedTests : IDisposable
{
    private static readonly InterruptedQuestion Asked = new("y", "month", "2017-07") { Season = SeriesSeason.Months, Lag = 3 };
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-interrupted-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Level_slope_end_and_total_with_Newey_and_Wests_errors_are_those_of_R()
    {
        InterruptedResult made = Of(Asked);
        Near(made.Level, -7.649652717, 0.610512642);
        Near(made.Slope, -0.359469818, 0.039745977);
        Near(made.AtEnd, -13.760639618, 0.771570845);
        Near(made.Total, -192.692631015, 10.947303741);
        made.Level.P.ShouldBe(1.98082303e-15, 1e-21);
        made.Autocorrelation.ShouldBe(-0.155990585, 1e-8);
        (made.Before, made.Since, made.Lag).ShouldBe((30, 18, 3));
        made.Periods[^1].Effect.ShouldBe(-13.760639618, 1e-8);
        made.Periods[29].Effect.ShouldBe(0);
        made.Headline("y").ShouldContain("13.76 below what was to be expected in 2018-12");
    }

    [Fact]
    public void Errors_of_the_model_are_those_of_R()
    {
        InterruptedResult made = Of(Asked with { Errors = SeriesErrors.Model });
        Near(made.Level, -7.649652717, 0.957921230);
        Near(made.Total, -192.692631015, 17.070083247);
        made.Lag.ShouldBeNull();
    }

    [Fact]
    public void Beside_a_comparison_the_effect_is_that_of_the_difference_in_R()
    {
        InterruptedResult made = Of(Asked with { Compare = "x" });
        Near(made.Level, -7.117745854, 0.802327016);
        Near(made.Slope, -0.454999473, 0.062052871);
        Near(made.AtEnd, -14.852736895, 1.038200518);
        Near(made.Total, -197.734344738, 13.738983965);
    }

    [Fact]
    public void Counts_among_people_are_those_of_quasi_Poisson_in_R()
    {
        InterruptedResult made = Of(Asked with { Outcome = "k", Offset = "n", Errors = SeriesErrors.Model });
        Near(made.Level, -0.205541825, 0.084094050);
        Near(made.AtEnd, -0.196595359, 0.116287634);
        made.Dispersion!.Value.ShouldBe(1.060391855, 1e-7);
        Near(made.Total, -212.783947024, 93.729064077); // by the delta method
        made.RatioAtEnd!.Value.Value.ShouldBe(Math.Exp(-0.196595359), 1e-7);
        InterruptedResult robust = Of(Asked with { Outcome = "k", Offset = "n" });
        Near(robust.Level, -0.205541825, 0.089233674);
        Near(robust.AtEnd, -0.196595359, 0.094692424);
    }

    [Fact]
    public void The_usual_lag_is_said()
    {
        InterruptedResult made = Of(Asked with { Lag = null });
        made.Lag.ShouldBe(3); // floor(4 * 0.48^(2/9))
        made.Notes.ShouldContain("Errors by Newey and West with a lag of 3.");
    }

    [Fact]
    public void A_constant_changes_nothing_and_a_planted_line_comes_back()
    {
        string[] rows = MadePanels.Months().TrimEnd().Split('\n');
        InterruptedResult made = Of(Asked), raised = Of(Asked, string.Join('\n', rows.Select((r, n) => n == 0 ? r : Raised(r, 500))));
        raised.Level.Value.ShouldBe(made.Level.Value, 1e-8);
        raised.AtEnd.StandardError.ShouldBe(made.AtEnd.StandardError, 1e-8);
        InterruptedResult shuffled = Of(Asked, string.Join('\n', rows.Take(1).Concat(rows.Skip(1).Reverse())));
        shuffled.Total.ShouldBe(made.Total);
    }

    [Fact]
    public void Errors_that_hang_together_widen_intervals_and_hold_a_planted_step()
    {
        int held = 0, heldByModel = 0;
        for (ulong seed = 1; seed <= 100; seed++)
        {
            Chance chance = new(seed, 1, 7);
            double error = 0;
            double[] value = new double[120];
            for (int t = 0; t < 120; t++) value[t] = (error = (0.5 * error) + chance.Normal()) + (0.05 * t) + (t >= 60 ? 2 : 0);
            InterruptedRows rows = new("made", [.. value.Select((_, t) => $"{t}")], [.. Enumerable.Range(0, 120)], [], value, 60);
            InterruptedQuestion question = new("y", "t", "60") { Lag = 8 };
            if (Holds(Interrupted.Of(rows, question).Value)) held++;
            if (Holds(Interrupted.Of(rows, question with { Errors = SeriesErrors.Model }).Value)) heldByModel++;
        }
        held.ShouldBeInRange(80, 99);
        heldByModel.ShouldBeLessThan(held - 5);
        static bool Holds(InterruptedResult made) => made.Level.Interval.Lower < 2 && made.Level.Interval.Upper > 2;
    }

    [Theory]
    [InlineData("POLICY-13", "2017-07", "2017-05,1\n2017-06,2\n2017-07,3\n2017-08,9\n2017-09,4\n2017-10,4\n")]
    [InlineData("POLICY-04", "2017-07", "2017-07,1\n2017-08,2\n2017-09,3\n")]
    [InlineData("POLICY-05", "2018-07", "2017-07,1\n2017-08,2\n2017-09,3\n")]
    [InlineData("POLICY-03", "July", "2017-07,1\n2017-08,2\n2017-09,3\n")]
    [InlineData("POLICY-09", "2017-04", "2017-01,1\n2017-02,1\n2017-03,1\n2017-04,1\n2017-05,1\n2017-06,1\n")]
    [InlineData("POLICY-11", "2017-04", "2017-01,1\n2017-02,2\n2017-03,3\n2017-04,4\n2017-05,5\n2017-06,6\n2017-07,7\n")]
    [InlineData("POLICY-01", "2017-04", "2017-01,one\n2017-02,2\n")]
    [InlineData("POLICY-01", "2017-04", "2017-01,1\n2017-01,2\n2017-04,2\n")]
    [InlineData("POLICY-13", "2017-04", "")]
    public void What_cannot_be_told_is_refused(string code, string from, string rows) => Code(Asked with { From = from, Season = SeriesSeason.None, Lag = null }, "month,y\n" + rows).ShouldBe(code);

    [Fact]
    public void Questions_that_do_not_fit_are_refused()
    {
        string months = MadePanels.Months();
        Code(Asked with { Lag = 48 }, months).ShouldBe("POLICY-14");
        Code(Asked with { Lag = -1 }, months).ShouldBe("POLICY-14");
        Code(Asked with { Season = SeriesSeason.Quarters }, months).ShouldBe("POLICY-15");
        Code(Asked with { Confidence = 1 }, months).ShouldBe("POLICY-12");
        Code(Asked with { Outcome = "y", IsCount = true }, months.Replace("2015-01,", "2015-01,-", StringComparison.Ordinal)).ShouldBe("POLICY-01");
    }

    [Fact]
    public void Missing_periods_are_left_out_and_keep_their_place_in_time()
    {
        string[] rows = MadePanels.Months().TrimEnd().Split('\n');
        InterruptedResult made = Of(Asked with { Lag = 1 }, string.Join('\n', rows.Where((_, n) => n is not (10 or 40))));
        made.Notes.ShouldContain("2 periods have no figure and are left out.");
        (made.Before, made.Since).ShouldBe((29, 17));
        made.Slope.Value.ShouldBe(-0.36, 0.08);
    }

    private InterruptedResult Of(InterruptedQuestion question, string? text = null) => Read(question, text ?? MadePanels.Months()).Value;

    private string? Code(InterruptedQuestion question, string text) => Read(question, text).Refused(out Refusal? why, out _) ? why.Code : null;

    private Outcome<InterruptedResult> Read(InterruptedQuestion question, string text)
    {
        string file = Path.Combine(folder, "series.csv");
        File.WriteAllText(file, text);
        return Interrupted.Of(file, question);
    }

    private static string Raised(string row, double by)
    {
        string[] cells = row.Split(',');
        return FormattableString.Invariant($"{cells[0]},{double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) + by},{string.Join(',', cells.Skip(2))}");
    }

    private static void Near(SynthesisCoefficient made, double value, double error)
    {
        made.Value.ShouldBe(value, 1e-6 * Math.Max(1, Math.Abs(value)));
        made.StandardError.ShouldBe(error, 1e-6 * Math.Max(1, error));
    }
}
