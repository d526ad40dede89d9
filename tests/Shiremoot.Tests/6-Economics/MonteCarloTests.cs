using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

public sealed class MonteCarloTests
{
    private static readonly UncertainInput[] Five =
    [
        new("a", Distribution.Normal(50, 10)), new("b", Distribution.Normal(-20, 5)), new("c", Distribution.LogNormal(3, 1)),
        new("d", Distribution.LogNormal(0.5, 0.2)), new("e", Distribution.Normal(4, 1)),
    ];

    private static MonteCarloRuns Run(UncertainModel model, ulong seed = 1, Sampling sampling = Sampling.QuasiRandom, int draws = 100_000, int threads = -1) =>
        MonteCarlo.Run(model, new MonteCarloOptions { Draws = draws, Seed = seed, Sampling = sampling, Threads = threads }).Value;

    // Sums and products of independent numbers: E(a + b) = 30, E(ae) = 200, E(cd) = 1.5, E(acd) = 75.
    private static UncertainModel SumsAndProducts() => new(Five, ["a + b", "ae", "cd", "acd"], (x, y) =>
    {
        (y[0], y[1], y[2], y[3]) = (x[0] + x[1], x[0] * x[4], x[2] * x[3], x[0] * x[2] * x[3]);
    });

    [Theory]
    [InlineData(Sampling.QuasiRandom, 11)]
    [InlineData(Sampling.QuasiRandom, 12)]
    [InlineData(Sampling.Plain, 13)]
    public void Means_of_sums_and_products_are_within_three_standard_errors_of_the_analytic_answer(Sampling sampling, ulong seed)
    {
        MonteCarloRuns runs = Run(SumsAndProducts(), seed, sampling);
        foreach ((string outcome, double expected) in new[] { ("a + b", 30.0), ("ae", 200), ("cd", 1.5), ("acd", 75) })
        {
            Estimated mean = runs.Summary(outcome).Value.Mean;
            Math.Abs(mean.Value - expected).ShouldBeLessThan(3 * mean.Error, $"{outcome}: {mean}");
        }
    }

    [Fact]
    public void A_product_of_lognormals_has_the_percentiles_of_the_lognormal_it_is()
    {
        // Log variances add: s² = ln(1 + 1/9) + ln(1 + 0.16), and the median is 1.5 ÷ e^(s²/2).
        double variance = Math.Log(1 + (1 / 9.0)) + Math.Log(1.16), median = 1.5 * Math.Exp(-variance / 2);
        OutcomeSummary cd = Run(SumsAndProducts()).Summary("cd", 0.05, 0.5, 0.95).Value;
        foreach ((Percentile found, double score) in cd.Percentiles.Zip([-1.6448536269514722, 0, 1.6448536269514722]))
        {
            double exact = median * Math.Exp(score * Math.Sqrt(variance));
            found.At.Value.ShouldBe(exact, 0.005 * exact);
            Math.Abs(found.At.Value - exact).ShouldBeLessThan(4 * found.At.Error);
        }
        cd.Deviation.ShouldBe(1.5 * Math.Sqrt(Math.Exp(variance) - 1), 0.01);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_mean_of_an_option_of_forty_inputs_is_within_three_standard_errors_of_the_analytic_one(ulong seed)
    {
        Estimated mean = Run(FortyInputs.Model(), seed).Summary(FortyInputs.NetPresentValue).Value.Mean;
        Math.Abs(mean.Value - FortyInputs.Mean()).ShouldBeLessThan(3 * mean.Error, $"{mean} and {FortyInputs.Mean()}");
    }

    [Fact]
    public void Even_points_settle_sooner_than_independent_draws()
    {
        double Error(Sampling sampling) => Run(FortyInputs.Model(), 5, sampling, 20_000).Summary(FortyInputs.NetPresentValue).Value.Mean.Error;
        Error(Sampling.QuasiRandom).ShouldBeLessThan(0.5 * Error(Sampling.Plain));
    }

    [Theory]
    [InlineData(Sampling.QuasiRandom)]
    [InlineData(Sampling.Plain)]
    public void The_same_seed_gives_the_same_draws_on_any_number_of_threads(Sampling sampling)
    {
        double[] Values(int threads, ulong seed) => Run(FortyInputs.Model(), seed, sampling, 5_000, threads).Values(FortyInputs.NetPresentValue).Value.ToArray();
        double[] one = Values(1, 9);
        Values(8, 9).ShouldBe(one);
        Values(1, 10).ShouldNotBe(one);
    }

    // The 5th and 95th percentiles by R 4.2: qbeta, qgamma, qlnorm; the triangle's by its formula.
    [Fact]
    public void The_percentiles_of_each_distribution_are_those_of_R()
    {
        (Distribution Spread, double Low, double High)[] known =
        [
            (Distribution.Beta(2, 5), 0.0628498917084, 0.5818034092520), (Distribution.Beta(0.5, 0.5), 0.00615582970243, 0.99384417029757), (Distribution.Beta(40, 4), 0.829436873112, 0.967598005987),
            (Distribution.Gamma(0.7, 3), 0.0364895982972, 7.1478600559451), (Distribution.Gamma(25, 2), 34.7642516835, 67.5048065495), (Distribution.LogNormal(100, 30), 59.0992056414, 155.2357908544),
            (Distribution.Pert(1, 3, 9), 1.61152313130, 6.25926654401), (Distribution.Triangular(1, 3, 9), 1.89442719100, 7.45080666152), (Distribution.Uniform(-2, 8), -1.5, 7.5),
            (Distribution.Normal(10, 2), 6.710292746097, 13.289707253903), (Distribution.Empirical([3, 1, 2]), 1, 3),
        ];
        UncertainModel model = new([.. known.Select((k, n) => new UncertainInput($"x{n}", k.Spread))], ["y"], (x, y) => y[0] = x[0]);
        Influence[] found = [.. Run(model, draws: 2_000).Influences("y").Value];
        for (int n = 0; n < known.Length; n++)
        {
            Influence influence = found.Single(f => f.Input == $"x{n}");
            influence.Low.ShouldBe(known[n].Low, 1e-6 * Math.Abs(known[n].Low), $"{known[n].Spread.Kind} {n}");
            influence.High.ShouldBe(known[n].High, 1e-6 * Math.Abs(known[n].High), $"{known[n].Spread.Kind} {n}");
        }
    }

    [Fact]
    public void Every_distribution_has_its_mean()
    {
        Distribution[] spreads =
        [
            Distribution.Fixed(7), Distribution.Normal(-3, 2), Distribution.LogNormal(12, 20), Distribution.Triangular(0, 0, 9), Distribution.Pert(-1, 4, 5), Distribution.Uniform(2, 3),
            Distribution.Beta(0.8, 3), Distribution.Gamma(2, 5), Distribution.Empirical([1, 1, 4, 10]),
        ];
        UncertainModel model = new([.. spreads.Select((s, n) => new UncertainInput($"{n}", s))], [.. spreads.Select((_, n) => $"out {n}")], (x, y) => x.CopyTo(y));
        MonteCarloRuns runs = Run(model, draws: 65_536);
        for (int n = 0; n < spreads.Length; n++) runs.Summary($"out {n}").Value.Mean.Value.ShouldBe(spreads[n].Mean, 0.002 * Math.Abs(spreads[n].Mean));
    }

    [Fact]
    public void The_share_of_draws_that_pay_is_the_normal_probability()
    {
        UncertainModel model = new([new("x", Distribution.Normal(1, 2)), new("z", Distribution.Fixed(0))], ["pays", "never"], (x, y) => (y[0], y[1]) = (x[0], x[1]));
        MonteCarloRuns runs = Run(model);
        Estimated pays = runs.Summary("pays").Value.ShareAboveZero;
        pays.Value.ShouldBe(0.6914624612740131, 0.0005);
        runs.Summary("never").Value.ShareAboveZero.ShouldBe(new Estimated(0, 0)); // nought does not pay
    }

    [Fact]
    public void A_fan_is_a_summary_a_year_and_convergence_shows_the_error_shrinking()
    {
        MonteCarloRuns runs = Run(FortyInputs.Model(), sampling: Sampling.Plain);
        IReadOnlyList<OutcomeSummary> fan = runs.Fan([.. runs.Outcomes.Skip(1)], 0.1, 0.9).Value;
        fan.Count.ShouldBe(FortyInputs.Years);
        fan.ShouldAllBe(f => f.Percentiles[0].At.Value < f.Percentiles[1].At.Value);
        IReadOnlyList<SoFar> steps = runs.Convergence(FortyInputs.NetPresentValue).Value;
        (steps.Count, steps[0].Draws, steps[^1].Draws).ShouldBe((5, 6_250, 100_000));
        steps[^1].Mean.ShouldBe(runs.Summary(FortyInputs.NetPresentValue).Value.Mean);
        steps[^1].Mean.Error.ShouldBeLessThan(steps[2].Mean.Error);
    }
}
