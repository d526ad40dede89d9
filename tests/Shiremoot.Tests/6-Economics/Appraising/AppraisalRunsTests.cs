using MathNet.Numerics.Distributions;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>Options drawn by chance: against answers worked out on paper, and the draws against their own sums.</summary>
public sealed class AppraisalRunsTests
{
    private static readonly MonteCarloOptions Options = new() { Draws = 50_000, Seed = 7 };
    private static readonly string West = File.ReadAllText(Path.Combine(TestData.Root, "places", "west-midlands", "options", "offender-management.yaml"));
    private static readonly Lazy<AppraisalRuns> WestDrawn = new(() => AppraisalRuns.Of(TheSources.Appraise(West), Options).Value);

    // The same draws, one by one.
    private static readonly Lazy<MonteCarloRuns> WestRuns = new(() =>
    {
        Appraisal west = TheSources.Appraise(West);
        return MonteCarlo.Run(AppraisalRuns.Model(west.Kernel, west.Option.Years), Options).Value;
    });

    // 100 people × normal(2, 1) cases × £1,000 social in year 0, against £150,000 the police pay: the net value is normal(50,000, 100,000).
    private const string Plain = """
        id: x
        title: X
        source: made by hand
        price_year: 2016/17
        first_year: 2016/17
        years: 2
        discounting: green-book
        people: { value: 100, source: made }
        people_by_year: [1]
        take_up: { value: 1, source: made }
        retention: { value: 1, source: made }
        outcomes:
          - id: o
            title: O
            unit: cases
            effect_is: units avoided
            effect: { value: 2, distribution: normal, deviation: 1, source: made, name: effect }
            optimism: none
            values: [{ name: worth, pounds: 1000, kind: social, for: others, source: made }]
        costs:
          - { name: staff, agency: Police, pounds: COST, by_year: [1, 0], optimism: none }
        """;

    private static AppraisalRuns Drawn(string cost, string more = "") => AppraisalRuns.Of(TheSources.Appraise(Plain.Replace("COST", cost) + more), Options).Value;

    [Fact]
    public void A_normal_net_value_pays_as_often_and_is_worth_knowing_as_much_as_theory_has_it()
    {
        AppraisalRuns drawn = Drawn("{ value: 150000, source: made }");
        DrawnFigure net = drawn["net_present_public_value"];
        net.Mean.Value.ShouldBe(50_000, 4 * net.Mean.Error + 1);
        net.Deviation.ShouldBe(100_000, 500);
        net.ShareAboveNought.Value.ShouldBe(Normal.CDF(0, 1, 0.5), 0.002);
        net.Below(0.05).ShouldBe(50_000 + (100_000 * Normal.InvCDF(0, 1, 0.05)), 500);
        ValueOfInformation worth = drawn.Choices[0].Information;
        double loss = 100_000 * (Normal.PDF(0, 1, 0.5) - (0.5 * Normal.CDF(0, 1, -0.5)));
        worth.Perfect.Value.ShouldBe(loss, 0.02 * loss);
        worth.ByInput.Single().Value.ShouldBe(loss, 0.03 * loss);
        drawn.Choices[0].Influences.Single().ShareOfVariance.ShouldBe(1, 0.01);
        drawn["net_present_budget_gain"].Mean.Value.ShouldBe(-150_000, 1e-6);
        drawn.Choices[1].Information.Best.ShouldBeNull();
        drawn.Bearers.Single(b => b.Bearer == "Police").Net.ShareAboveNought.Value.ShouldBe(0);
        drawn.Avoided.Single().Mean.Value.ShouldBe(200, 1);
    }

    [Fact]
    public void A_value_drawn_over_its_bound_is_taken_as_the_bound()
    {
        AppraisalRuns drawn = AppraisalRuns.Of(TheSources.Appraise(Plain.Replace("COST", "{ value: 1, source: made }").Replace("take_up: { value: 1,", "take_up: { value: 0.9, distribution: normal, deviation: 0.1,").Replace("distribution: normal, deviation: 1,", "distribution: fixed,")), Options).Value;
        double over = 1, expected = 0.9 - (0.1 * (Normal.PDF(0, 1, over) - (over * Normal.CDF(0, 1, -over))));
        drawn["present_value_benefits"].Mean.Value.ShouldBe(200_000 * expected, 100);
        drawn["present_value_benefits"].Below(0.95).ShouldBe(200_000, 1e-6);
    }

    [Fact]
    public void A_ratio_is_only_of_draws_with_costs_and_says_how_many_have_none()
    {
        AppraisalRuns drawn = Drawn("{ value: 50000, distribution: normal, deviation: 50000, source: made }");
        DrawnRatio ratio = drawn.Ratios.Single(r => r.Name == "benefit_cost_ratio");
        ratio.ShareLeftOut.ShouldBe(Normal.CDF(0, 1, -1), 0.002);
        ratio.Percentiles.Count.ShouldBe(5);
        ratio.Percentiles.ShouldAllBe(p => double.IsFinite(p.At.Value) && double.IsFinite(p.At.Error));
        string.Join(' ', drawn.Summary()).ShouldContain("leaving out 16 of 100 draws");
    }

    [Fact]
    public void In_every_draw_the_bearers_add_up_to_the_whole_and_the_last_year_reaches_it()
    {
        MonteCarloRuns runs = WestRuns.Value;
        double[] Of(string name) => runs.Values(name).Value.ToArray();
        double[] net = Of("net_present_public_value"), last = Of("running: 2019/20"), gain = Of("net_present_budget_gain");
        double[][] bearers = [.. WestDrawn.Value.Bearers.Select(b => Of($"net_present_value: {b.Bearer}"))];
        for (int n = 0; n < net.Length; n += 97)
        {
            bearers.Sum(b => b[n]).ShouldBe(net[n], 1e-6 * Math.Abs(net[n]) + 1e-3);
            last[n].ShouldBe(net[n], 1e-6 * Math.Abs(net[n]) + 1e-3);
            WestDrawn.Value.Bearers.Select((b, i) => b.IsAgency ? bearers[i][n] : 0).Sum().ShouldBe(gain[n], 1e-6 * Math.Abs(gain[n]) + 1e-3);
        }
    }

    // By hand from the draws: from a year on the running total of budgets is never under nought.
    [Fact]
    public void The_fan_of_budgets_ends_at_their_gain_and_says_in_how_many_draws_they_have_it_back_by_each_year()
    {
        AppraisalRuns west = WestDrawn.Value;
        (west.BudgetFan.Count, west.BudgetFan[^1].Running.Mean.Value).ShouldBe((4, west["net_present_budget_gain"].Mean.Value));
        west.BudgetFan[^1].Running.Below(0.25).ShouldBe(west["net_present_budget_gain"].Below(0.25), 1);
        double[][] running = [.. west.Appraisal.Option.Years.Select(y => WestRuns.Value.Values($"budgets: {y}").Value.ToArray())];
        for (int t = 0; t < running.Length; t++)
        {
            double share = Enumerable.Range(0, 50_000).Count(n => running.Skip(t).All(r => r[n] >= 0)) / 50_000.0;
            west.BudgetFan[t].ShareRepaid.Value.ShouldBe(share, 1e-12);
            if (t > 0) share.ShouldBeGreaterThanOrEqualTo(west.BudgetFan[t - 1].ShareRepaid.Value);
        }
        west.BudgetFan[^1].ShareRepaid.Value.ShouldBeLessThan(west.Fan[^1].ShareRepaid.Value); // everyone gains what budgets do, and more
    }

    [Fact]
    public void What_was_said_to_have_been_avoided_is_reached_in_few_draws()
    {
        DrawnClaim claim = WestDrawn.Value.Claims.Single();
        claim.ShareAtLeast!.Value.Value.ShouldBe(WestRuns.Value.Values("total_fiscal").Value.ToArray().Count(v => v >= 33e6) / 50_000.0, 1e-12);
        claim.ShareAtLeast.Value.Value.ShouldBeInRange(0.055, 0.07);
        DrawnFigure saved = WestDrawn.Value["total_fiscal"];
        saved.Below(0.05).ShouldBeInRange(3.0e6, 3.6e6);
        saved.Below(0.95).ShouldBeInRange(34e6, 37e6);
        saved.Central.ShouldBe(WestDrawn.Value.Appraisal["total_fiscal"]!.Value, 1e-3);
        WestDrawn.Value.Choices[0].Influences[0].Input.ShouldBe("less reoffending");
        (RankCorrelation asked, double got) = WestDrawn.Value.Correlations.Single();
        got.ShouldBe(asked.Rank, 0.01);
    }

    [Fact]
    public void Paid_back_means_never_under_nought_again()
    {
        // What is gained in year 0 is laid out again in year 1.
        AppraisalRuns drawn = AppraisalRuns.Of(TheSources.Appraise(Plain.Replace("COST", "{ value: 150000, source: made }").Replace("by_year: [1, 0]", "by_year: [0, 1]")), Options).Value;
        drawn.Fan[0].Running.ShareAboveNought.Value.ShouldBe(Normal.CDF(0, 1, 2), 0.002);
        drawn.Fan[0].ShareRepaid.Value.ShouldBeLessThanOrEqualTo(drawn.Fan[1].ShareRepaid.Value);
        drawn.Fan[1].ShareRepaid.Value.ShouldBe(drawn.Fan[1].Running.ShareAboveNought.Value, 0.002);
    }

    [Fact]
    public void Claims_of_every_kind_are_looked_for_on_their_own_scale()
    {
        AppraisalRuns drawn = Drawn("{ value: 50000, distribution: normal, deviation: 10000, source: made }", "\nclaims:\n" + string.Join('\n', ((string[])["net_present_budget_impact", "benefit_cost_ratio", "payback_year", "present_value_costs"]).Zip((double[])[50_000, 4, 1, 50_000], (f, p) => $"  - {{ figure: {f}, pounds: {p}, source: made }}")));
        drawn.Claims[0].ShareAtLeast!.Value.Value.ShouldBe(0.5, 0.002);
        drawn.Claims[1].ShareAtLeast!.Value.Value.ShouldBeInRange(0.4, 0.6);
        drawn.Claims[2].ShareAtLeast.ShouldBeNull();
        drawn.Claims[3].ShareAtLeast!.Value.Value.ShouldBe(0.5, 0.002);
    }

    [Fact]
    public void The_answer_is_the_same_on_any_number_of_threads_and_another_seed_gives_another()
    {
        Appraisal appraisal = TheSources.Appraise(West);
        double[] Of(int threads, ulong seed) => [.. AppraisalRuns.Of(appraisal, new() { Draws = 5_000, Seed = seed, Threads = threads }).Value.Figures.SelectMany(f => f.Percentiles.Select(p => p.At.Value).Append(f.Mean.Value).Append(f.Mean.Error))];
        Of(1, 3).ShouldBe(Of(4, 3));
        Of(1, 3).ShouldNotBe(Of(1, 4));
    }

    [Fact]
    public void Options_made_by_chance_are_drawn_without_a_figure_that_is_no_number()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            Appraisal appraisal = TheSources.Appraise(RandomOption.Text(seed));
            if (!AppraisalRuns.CanDraw(appraisal)) continue;
            AppraisalRuns drawn = AppraisalRuns.Of(appraisal, new() { Draws = 1_024 }).Value;
            drawn.Figures.ShouldAllBe(f => double.IsFinite(f.Mean.Value) && f.Below(0.05) <= f.Below(0.95));
            drawn.Summary().ShouldAllBe(s => !s.Contains("NaN"));
        }
    }

    [Fact]
    public void An_option_with_nothing_uncertain_and_too_few_draws_are_refused()
    {
        static string Code(Outcome<AppraisalRuns> asked) => asked.Refused(out Refusal? why, out _) ? why.Code : "";
        Appraisal known = TheSources.Appraise(Plain.Replace("COST", "{ value: 1, source: made }").Replace("distribution: normal, deviation: 1,", "distribution: fixed,"));
        Code(AppraisalRuns.Of(known, Options)).ShouldBe("CHANCE-12");
        Code(AppraisalRuns.Of(TheSources.Appraise(West), new() { Draws = 3 })).ShouldBe("CHANCE-08");
    }
}
