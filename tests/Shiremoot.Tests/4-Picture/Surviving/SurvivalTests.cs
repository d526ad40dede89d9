using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Surviving;

/// <summary>Curves and tests against textbooks, arithmetic by hand, and a plain reckoning at every time.</summary>
public sealed class SurvivalTests
{
    [Fact]
    public void The_treated_children_stay_in_remission_as_the_textbooks_print()
    {
        SurvivalCurve curve = Survival.Curves(Remission.Times, Remission.Group, 2).Value[0];
        (double, double, double)[] printed = [(6, 0.857, 0.0764), (7, 0.807, 0.0869), (10, 0.753, 0.0963), (13, 0.690, 0.1068), (16, 0.627, 0.1141), (22, 0.538, 0.1282), (23, 0.448, 0.1346)];
        foreach ((double time, double share, double error) in printed)
        {
            int at = curve.EntryAt(time);
            curve.Share[at].ShouldBe(share, 0.0005);
            curve.StandardError[at].ShouldBe(error, 0.00005);
            curve.Events[at].ShouldBeGreaterThan(0);
        }
        curve.Quantile().Time.ShouldBe(23);
        curve.AtRisk[0].ShouldBe(21);
        curve.AtRiskAt(9.5).ShouldBe(15);
    }

    [Fact]
    public void The_log_rank_test_of_the_two_groups_is_the_printed_one()
    {
        LogRank test = Survival.Test(Remission.Times, Remission.Group, 2).Value;
        test.Observed.ShouldBe([9, 21]);
        test.Expected[0].ShouldBe(19.25, 0.005);
        test.Test.Statistic.ShouldBe(16.79, 0.005);
        test.Test.Degrees.ShouldBe(1);
        test.Test.P.ShouldBe(4.17e-5, 1e-7);
    }

    [DataTheory("classic-criminal-justice/cardata_rossi.csv")]
    [InlineData("fin", "", 5.36513511686e-05, 4.47900812732)]
    [InlineData("educ", "", 4.32528229397, 6.46140921642)]
    [InlineData("fin", "wexp", 4.18384667935e-05, 4.61000050252)]
    public void Whether_arrest_in_work_and_out_of_it_come_to_the_same_share_is_as_cmprsk_says(string by, string strata, double working, double idle)
    {
        Rossi rossi = Rossi.Read();
        int first = Array.IndexOf(rossi.Header, "emp1");
        TimesToEvent times = rossi.Times with { Cause = [.. rossi.Times.Cause.Select((c, m) => c == 0 ? 0 : rossi.Rows[m][first + (int)rossi.Times.Time[m] - 1] == "yes" ? 1 : 2)] };
        int[] Coded(string column)
        {
            string[] own = [.. rossi.Rows.Select(r => r[Array.IndexOf(rossi.Header, column)])], values = [.. own.Distinct()];
            return [.. own.Select(v => Array.IndexOf(values, v))];
        }
        int[] group = Coded(by);
        int[]? stratum = strata.Length == 0 ? null : Coded(strata);
        GrayTest test = Survival.TestIncidence(times, group, group.Max() + 1, stratum).Value;
        test.Test.Statistic.ShouldBe(working, 1e-8);
        test.Test.Degrees.ShouldBe(group.Max());
        test.Score.Sum().ShouldBe(0, 1e-9);
        Survival.TestIncidence(times, group, group.Max() + 1, stratum, cause: 2).Value.Test.Statistic.ShouldBe(idle, 1e-8);

        // Which group is first, and which row, is nothing to it; one group, and rows watched from later, are refused.
        int[] turned = [.. group.Select(g => group.Max() - g).Reverse()];
        TimesToEvent back = new([.. times.Time.Reverse()], [.. times.Cause.Reverse()]);
        Survival.TestIncidence(back, turned, group.Max() + 1, stratum is null ? null : [.. stratum.Reverse()]).Value.Test.Statistic.ShouldBe(working, 1e-8);
        Survival.TestIncidence(times, new int[432], 1).Refused(out Refusal? why, out _).ShouldBeTrue();
        Survival.TestIncidence(times with { Entry = new double[432] }, group, group.Max() + 1).Refused(out why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("SURVIVAL-15");
    }

    [Fact]
    public void A_restricted_mean_is_the_area_under_the_curve()
    {
        // Shares 3/4 from 1, 1/2 from 2 (one of two is censored at 3), 0 from 4.
        SurvivalCurve curve = Survival.Curves(TimesToEvent.Of([1, 2, 3, 4], [true, true, false, true])).Value[0];
        (double mean, double error) = curve.RestrictedMean(3);
        mean.ShouldBe(1 + 0.75 + 0.5, 1e-12);

        // Areas beyond times 1 and 2 squared, times d / (n (n - d)).
        error.ShouldBe(Math.Sqrt((1.25 * 1.25 / 12) + (0.5 * 0.5 / 6)), 1e-12);
        curve.RestrictedMean(0.5).ShouldBe((0.5, 0));
        curve.At(4).Share.ShouldBe(0);
        curve.At(9).Share.ShouldBe(0);
        curve.At(0).ShouldBe((1, 1, 1));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.1, false)]
    [InlineData(0, true)]
    [InlineData(0.1, true)]
    public void Curves_agree_with_a_plain_reckoning_at_every_time(double grid, bool late)
    {
        RandomTimes made = RandomTimes.Of(400, [0.5], 11, grid, late, causes: 2);
        TimesToEvent times = made.Times;
        SurvivalCurve curve = Survival.Curves(times).Value[0];
        IReadOnlyList<IncidenceCurve> incidence = Survival.Incidence(times, 2).Value[0];
        double left = 1, first = 0, greenwood = 0;
        for (int t = 0; t < curve.Time.Length; t++)
        {
            double now = curve.Time[t];
            int[] risk = [.. Enumerable.Range(0, 400).Where(r => times.Time[r] >= now && (times.Entry is null || times.Entry[r] < now))];
            double died = risk.Count(r => times.Time[r] == now && times.Cause[r] > 0), ofFirst = risk.Count(r => times.Time[r] == now && times.Cause[r] == 1);
            first += left * ofFirst / risk.Length;
            left *= 1 - (died / risk.Length);
            if (died > 0 && died < risk.Length) greenwood += died / (risk.Length * (risk.Length - died));
            curve.AtRisk[t].ShouldBe(risk.Length);
            curve.Share[t].ShouldBe(left, 1e-12);
            if (left > 1e-9) curve.StandardError[t].ShouldBe(left * Math.Sqrt(greenwood), 1e-12);
            incidence[0].Share[t].ShouldBe(first, 1e-12);
            (incidence[0].Share[t] + incidence[1].Share[t] + curve.Share[t]).ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void With_one_cause_incidence_is_what_survival_leaves_with_the_same_error_and_limits()
    {
        TimesToEvent times = RandomTimes.Of(500, [0.5], 3, 0.05).Times;
        SurvivalCurve curve = Survival.Curves(times).Value[0];
        IncidenceCurve incidence = Survival.Incidence(times, 1).Value[0][0];
        for (int t = 0; t < curve.Time.Length; t++)
        {
            incidence.Share[t].ShouldBe(1 - curve.Share[t], 1e-12);
            if (!(curve.Share[t] > 0.001)) continue;
            incidence.StandardError[t].ShouldBe(curve.StandardError[t], 1e-10);
            incidence.Lower[t].ShouldBe(1 - curve.Upper[t], 1e-9);
        }
    }

    [Fact]
    public void Watching_everyone_in_two_stretches_changes_no_curve_and_no_test()
    {
        RandomTimes made = RandomTimes.Of(300, [0.5], 5, 0.02, late: true), split = made.Split(out _);
        SurvivalCurve whole = Survival.Curves(made.Times).Value[0], parts = Survival.Curves(split.Times).Value[0];
        foreach (double time in whole.Time) parts.At(time).Share.ShouldBe(whole.At(time).Share, 1e-12);
        Survival.Test(split.Times, split.Stratum, 3).Value.Test.Statistic.ShouldBe(Survival.Test(made.Times, made.Stratum, 3).Value.Test.Statistic, 1e-9);
    }

    [Fact]
    public void Rows_of_weight_two_are_rows_given_twice()
    {
        TimesToEvent times = RandomTimes.Of(200, [0.5], 8, 0.05).Times;
        SurvivalCurve weighed = Survival.Curves(times with { Weight = [.. Enumerable.Repeat(2.0, 200)] }).Value[0];
        SurvivalCurve twice = Survival.Curves(new([.. times.Time, .. times.Time], [.. times.Cause, .. times.Cause])).Value[0];
        weighed.Upper.ShouldBe(twice.Upper);
        weighed.AtRisk.ShouldBe(twice.AtRisk);
    }

    [Fact]
    public void Groups_that_are_copies_of_each_other_show_no_difference_and_strata_of_one_group_tell_nothing()
    {
        TimesToEvent times = RandomTimes.Of(100, [0.5], 9).Times;
        TimesToEvent twice = new([.. times.Time, .. times.Time], [.. times.Cause, .. times.Cause]);
        int[] copy = [.. Enumerable.Range(0, 200).Select(r => r / 100)];
        Survival.Test(twice, copy, 2).Value.Test.Statistic.ShouldBe(0, 1e-9);
        Survival.Test(twice, copy, 2, copy).Value.Test.Degrees.ShouldBe(0);
    }

    [DataFact("classic-criminal-justice/cardata_rossi.csv")]
    public void Men_with_money_on_release_are_arrested_later_as_published()
    {
        Rossi rossi = Rossi.Read();
        IReadOnlyList<SurvivalCurve> curves = Survival.Curves(rossi.Times, rossi.Money, 2).Value;
        curves[0].At(52).Share.ShouldBe(0.6944, 0.00005);
        curves[1].At(52).Share.ShouldBe(0.7778, 0.00005);
        Survival.Test(rossi.Times, rossi.Money, 2).Value.Test.Statistic.ShouldBe(3.838, 0.0005);
    }

    [Fact]
    public void What_cannot_be_followed_is_refused_by_row()
    {
        Survival.Curves(new([], [])).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("SURVIVAL-01");
        Survival.Curves(new([1, double.NaN], [0, 1])).Refused(out why, out _).ShouldBeTrue();
        why.Says.ShouldContain("row 2");
        Survival.Curves(new([1, 2], [0, 1]) { Entry = [0, 2] }).Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("SURVIVAL-03");
        Survival.Curves(new([1, 2], [0, 1]) { Weight = [1, 0] }).Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("SURVIVAL-04");
        Survival.Test(new([1, 2], [0, 1]), [0, 0], 1).Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("SURVIVAL-05");
    }
}
