using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

public sealed class UncertaintyTests
{
    private static readonly MonteCarloOptions Options = new() { Draws = 65_536, Seed = 3 };

    private static Refusal Refused(UncertainModel model, MonteCarloOptions? options = null)
    {
        MonteCarlo.Run(model, options ?? Options).Refused(out Refusal? why, out _).ShouldBeTrue();
        return why!;
    }

    // The unit normal loss: E(max(0, N(m, s))) − max(0, m).
    private static double Loss(double mean, double deviation)
    {
        double at = Math.Abs(mean) / deviation;
        return (deviation * Math.Exp(-0.5 * at * at) / Math.Sqrt(2 * Math.PI)) - (Math.Abs(mean) * 0.5 * MathNet.Numerics.SpecialFunctions.Erfc(at / Math.Sqrt(2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Perfect_information_about_a_normal_net_benefit_is_worth_its_normal_loss(double mean)
    {
        UncertainModel model = new([new("x", Distribution.Normal(mean, 3)), new("y", Distribution.Normal(0, 4)), new("z", Distribution.Normal(0, 1))], ["net"], (x, y) => y[0] = x[0] + x[1]);
        ValueOfInformation value = MonteCarlo.Run(model, Options).Value.InformationFor(["net"]).Value;
        value.Best.ShouldBe(mean > 0 ? "net" : null);
        value.Perfect.Value.ShouldBe(Loss(mean, 5), 0.01 * Loss(mean, 5));
        Math.Abs(value.Perfect.Value - Loss(mean, 5)).ShouldBeLessThan(4 * value.Perfect.Error);
        double Of(string input) => value.ByInput.Single(i => i.Input == input).Value;
        Of("x").ShouldBe(Loss(mean, 3), 0.02 * Loss(mean, 3));
        Of("y").ShouldBe(Loss(mean, 4), 0.02 * Loss(mean, 4));
        Of("z").ShouldBeLessThan(0.005);
        value.BestShares.Sum(s => s.Share).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Of_two_options_and_nothing_to_learn_information_is_worth_nothing()
    {
        UncertainModel model = new([new("x", Distribution.Uniform(0, 1))], ["always better", "worse"], (x, y) => (y[0], y[1]) = (x[0] + 2, x[0]));
        ValueOfInformation value = MonteCarlo.Run(model, Options).Value.InformationFor(["always better", "worse"], orNothing: false).Value;
        (value.Best, value.Perfect.Value, value.BestShares.Count).ShouldBe(("always better", 0, 2));
        value.ByInput[0].Value.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Shares_of_variance_of_the_Ishigami_function_are_its_first_order_Sobol_indices()
    {
        // sin x + 7 sin² y + 0.1 z⁴ sin x on (−π, π): 0.3139, 0.4424 and 0 (Saltelli and others, 2008).
        Distribution all = Distribution.Uniform(-Math.PI, Math.PI);
        UncertainModel model = new([new("x", all), new("y", all), new("z", all)], ["f"], (x, y) => y[0] = Math.Sin(x[0]) + (7 * Math.Sin(x[1]) * Math.Sin(x[1])) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0])));
        Dictionary<string, double> shares = MonteCarlo.Run(model, Options).Value.Influences("f").Value.ToDictionary(i => i.Input, i => i.ShareOfVariance);
        shares["x"].ShouldBe(0.3139, 0.01);
        shares["y"].ShouldBe(0.4424, 0.02);
        shares["z"].ShouldBeLessThan(0.002);
    }

    [Fact]
    public void A_tornado_swings_each_input_between_its_5th_and_95th_percentile_others_at_their_means()
    {
        UncertainModel model = new([new("small", Distribution.Normal(10, 1)), new("large", Distribution.Uniform(0, 100)), new("fixed", Distribution.Fixed(2))], ["y"], (x, y) => y[0] = x[2] * x[0] * x[1]);
        IReadOnlyList<Influence> tornado = MonteCarlo.Run(model, Options).Value.Influences("y").Value;
        tornado.Select(t => t.Input).ShouldBe(["large", "small"]);
        tornado[0].AtLow.ShouldBe(100, 1e-9);
        tornado[0].AtHigh.ShouldBe(1900, 1e-9);
        tornado[1].AtHigh.ShouldBe(2 * 50 * 11.644853626951, 1e-6);
    }

    [Fact]
    public void Inputs_have_the_rank_correlation_asked_for_whatever_their_spread()
    {
        UncertainModel model = new([new("a", Distribution.LogNormal(10, 20)), new("b", Distribution.Beta(2, 9)), new("c", Distribution.Uniform(0, 1))], ["ab"], (x, y) => y[0] = x[0] * x[1])
        {
            Correlations = [new("a", "b", 0.6), new("b", "c", -0.4)],
        };
        IReadOnlyList<(RankCorrelation Asked, double Got)> found = MonteCarlo.Run(model, Options).Value.Correlations();
        found.Count.ShouldBe(2);
        foreach ((RankCorrelation asked, double got) in found) got.ShouldBe(asked.Rank, 0.01);
    }

    [Fact]
    public void Correlations_that_cannot_hold_together_are_refused_with_what_to_multiply_them_by()
    {
        UncertainModel Of(double by) => new([new("a", Distribution.Normal(0, 1)), new("b", Distribution.Normal(0, 1)), new("c", Distribution.Normal(0, 1))], ["y"], (x, y) => y[0] = x[0])
        {
            Correlations = [new("a", "b", 0.9 * by), new("b", "c", 0.9 * by), new("a", "c", -0.9 * by)],
        };
        Refusal why = Refused(Of(1));
        (why.Code, why.Says.Contains("'c'", StringComparison.Ordinal)).ShouldBe(("CHANCE-07", true));
        double by = double.Parse(System.Text.RegularExpressions.Regex.Match(why.Try, @"0\.\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
        by.ShouldBeInRange(0.4, 0.7);
        MonteCarlo.Run(Of(by), Options).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Every_faulty_input_is_named_at_once()
    {
        UncertainModel model = new(
            [
                new("a", Distribution.Normal(0, 0)), new("b", Distribution.Uniform(2, 1)), new("c", Distribution.Pert(0, 5, 4)), new("d", Distribution.Beta(0, 1)), new("e", Distribution.Empirical([])),
                new("f", Distribution.LogNormal(-1, 1)), new("g", Distribution.Fixed(double.NaN)), new("g", Distribution.Gamma(1, 1)),
            ], ["y"], (_, y) => y[0] = 0);
        Refusal why = Refused(model);
        (why.Code, why.Details.Count).ShouldBe(("CHANCE-01", 8));
        foreach (string name in (string[])["a", "b", "c", "d", "e", "f", "g"]) why.Details.ShouldContain(d => d.StartsWith($"'{name}'"));
    }

    [Fact]
    public void What_cannot_be_run_or_asked_says_what_to_do()
    {
        UncertainModel Model(OutcomeKernel kernel, params RankCorrelation[] pairs) => new([new("a", Distribution.Uniform(-1, 1)), new("b", Distribution.Fixed(1)), new("c", Distribution.Normal(0, 1))], ["y"], kernel) { Correlations = pairs };
        OutcomeKernel good = (x, y) => y[0] = x[0];
        Refused(Model(good), Options with { Draws = 100 }).Code.ShouldBe("CHANCE-08");
        Refused(Model(good), Options with { Draws = int.MaxValue }).Code.ShouldBe("CHANCE-09");
        Refused(Model(good, new RankCorrelation("a", "d", 0.5))).Code.ShouldBe("CHANCE-02");
        Refused(Model(good, new RankCorrelation("a", "a", 0.5))).Code.ShouldBe("CHANCE-04");
        Refused(Model(good, new RankCorrelation("a", "c", 0.5), new RankCorrelation("c", "a", 0.5))).Code.ShouldBe("CHANCE-04");
        Refused(Model(good, new RankCorrelation("a", "c", 1))).Code.ShouldBe("CHANCE-05");
        Refused(Model(good, new RankCorrelation("a", "b", 0.5))).Code.ShouldBe("CHANCE-06");
        Refusal why = Refused(Model((x, y) => y[0] = Math.Log(x[0])));
        (why.Code, why.Says.Contains("'y'", StringComparison.Ordinal), why.Says.Contains("a = -", StringComparison.Ordinal)).ShouldBe(("CHANCE-10", true, true));
        MonteCarloRuns runs = MonteCarlo.Run(Model(good), Options).Value;
        foreach (Refusal? asked in new[] { Why(runs.Summary("x")), Why(runs.Influences("x")), Why(runs.InformationFor(["x"])), Why(runs.Convergence("x")), Why(runs.Fan(["y", "x"])) }) asked!.Code.ShouldBe("CHANCE-03");
        Why(runs.InformationFor([]))!.Code.ShouldBe("CHANCE-11");
    }

    private static Refusal? Why<T>(Outcome<T> outcome) => outcome.Refused(out Refusal? why, out _) ? why : null;
}
