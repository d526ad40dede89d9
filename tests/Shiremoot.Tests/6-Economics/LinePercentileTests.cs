using MathNet.Numerics.Distributions;
using Shiremoot.Economics;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>Percentiles counted along whole lines of draws: right where the answer is known, steady between seeds, honest in their errors, and no worse than the draws where lines do not help.</summary>
public sealed class LinePercentileTests
{
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    private static IReadOnlyList<Percentile> Percentiles(UncertainModel model, string outcome, ulong seed = 1, int threads = -1, PercentileSource source = PercentileSource.Lines, int draws = 100_000) =>
        MonteCarlo.Run(model, new() { Draws = draws, Seed = seed, Threads = threads, Percentiles = source }).Value.Summary(outcome, Shares).Value.Percentiles;

    [Fact]
    public void Every_pair_of_twenty_seeds_is_within_half_a_per_cent_at_every_percentile_and_as_far_apart_as_their_errors_say()
    {
        UncertainModel model = FortyInputs.Model();
        IReadOnlyList<Percentile>[] found = [.. Enumerable.Range(1, 20).Select(seed => Percentiles(model, FortyInputs.NetPresentValue, (ulong)seed))];
        for (int p = 0; p < Shares.Length; p++)
        {
            double[] at = [.. found.Select(f => f[p].At.Value)];
            double mean = at.Average(), deviation = Math.Sqrt(at.Sum(a => (a - mean) * (a - mean)) / 19);
            (at.Max() - at.Min()).ShouldBeLessThan(0.005 * at.Min(), $"{Shares[p]}");
            (deviation / found.Average(f => f[p].At.Error)).ShouldBeInRange(0.6, 1.6, $"{Shares[p]}"); // chi-squared of 19 degrees: 0.7 to 1.35 in 19 of 20 sets
        }
    }

    [Fact]
    public void Known_distributions_have_their_percentiles()
    {
        UncertainModel model = new(
            [new("a", Distribution.Uniform(0, 1)), new("b", Distribution.Uniform(0, 1)), new("c", Distribution.LogNormal(3, 1)), new("d", Distribution.LogNormal(0.5, 0.2)), new("e", Distribution.Normal(0, 1))],
            ["all", "a + b", "cd", "a alone", "e alone"], (x, y) => (y[0], y[1], y[2], y[3], y[4]) = (x[0] + x[1] + (x[2] * x[3]) + x[4], x[0] + x[1], x[2] * x[3], x[0], x[4]));
        double deviation = Math.Sqrt(Math.Log(1 + (1 / 9.0)) + Math.Log(1.16)), median = 1.5 * Math.Exp(-deviation * deviation / 2);
        double Sum(double share) => share < 0.5 ? Math.Sqrt(2 * share) : 2 - Math.Sqrt(2 * (1 - share));
        (string Outcome, Func<double, double> Exact)[] known =
            [("a + b", Sum), ("cd", share => median * Math.Exp(deviation * Normal.InvCDF(0, 1, share))), ("a alone", share => share), ("e alone", share => Normal.InvCDF(0, 1, share))];
        foreach ((string outcome, Func<double, double> exact) in known)
            foreach (Percentile p in Percentiles(model, outcome)) Math.Abs(p.At.Value - exact(p.Share)).ShouldBeLessThan((5 * p.At.Error) + 0.0005, $"{outcome} {p.Share}: {p.At}");
    }

    // One input alone leads the way: its line is the whole, and the percentile is that of its own distribution, however bent.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_one_input_the_percentiles_are_its_own(int which)
    {
        (Distribution, Func<double, double>)[] all =
        [
            (Distribution.Uniform(1, 3), s => 1 + (2 * s)), (Distribution.LogNormal(10, 5), s => Math.Exp((Math.Sqrt(Math.Log(1.25)) * Normal.InvCDF(0, 1, s)) + Math.Log(10) - (Math.Log(1.25) / 2))),
            (Distribution.Triangular(0, 1, 4), s => s < 0.25 ? Math.Sqrt(4 * s) : 4 - Math.Sqrt((1 - s) * 12)), (Distribution.Normal(5, 1), s => 5 + Normal.InvCDF(0, 1, s)),
        ];
        (Distribution spread, Func<double, double> exact) = all[which];
        foreach (Percentile p in Percentiles(new([new("x", spread)], ["y"], (x, y) => y[0] = x[0]), "y")) p.At.Value.ShouldBe(exact(p.Share), 0.002 * exact(p.Share), $"{spread.InWords} {p.Share}");
    }

    // Where an outcome jumps, bends back or has nothing to do with the line, the draws' own percentile stands, or one that chance allows beside it.
    [Fact]
    public void Outcomes_that_jump_bend_back_or_stand_aside_keep_their_percentiles()
    {
        UncertainModel model = new([new("a", Distribution.Normal(0, 1)), new("b", Distribution.Normal(0, 0.2)), new("c", Distribution.Normal(0, 1))],
            ["led", "jumps", "bends back", "aside", "cut"], (x, y) => (y[0], y[1], y[2], y[3], y[4]) = (x[0] + x[1], Math.Floor(x[0]), x[0] * x[0], x[2], Math.Max(0, x[0])));
        (string Outcome, double[] Exact)[] known =
        [
            ("led", [.. Shares.Select(s => Normal.InvCDF(0, Math.Sqrt(1.04), s))]), ("jumps", [-2, -1, 0, 0, 1]), ("bends back", [0.003932, 0.101531, 0.454936, 1.323304, 3.841459]), // chi-squared of one degree
            ("aside", [.. Shares.Select(s => Normal.InvCDF(0, 1, s))]), ("cut", [0, 0, 0, 0.674490, 1.644854]),
        ];
        foreach ((string outcome, double[] exact) in known)
        {
            if (outcome == "jumps") exact[2] = Percentiles(model, outcome, source: PercentileSource.Draws)[2].At.Value; // a half lies on either side of nought
            foreach ((Percentile p, double at) in Percentiles(model, outcome).Zip(exact)) p.At.Value.ShouldBe(at, 0.015 * Math.Max(0.3, Math.Abs(at)), $"{outcome} {p.Share}");
        }
    }

    [Fact]
    public void Seeds_without_lines_differ_more_and_about_the_same_mean()
    {
        UncertainModel model = FortyInputs.Model();
        double[] Fifths(PercentileSource source) => [.. Enumerable.Range(1, 12).Select(seed => Percentiles(model, FortyInputs.NetPresentValue, (ulong)seed, source: source, draws: 20_000)[0].At.Value)];
        (double[] lines, double[] draws) = (Fifths(PercentileSource.Lines), Fifths(PercentileSource.Draws));
        (lines.Max() - lines.Min()).ShouldBeLessThan(0.6 * (draws.Max() - draws.Min()));
        double[] less = [.. lines.Zip(draws, (a, b) => a - b)];
        double mean = less.Average(), error = Math.Sqrt(less.Sum(l => (l - mean) * (l - mean)) / 11 / 12);
        Math.Abs(mean).ShouldBeLessThan(4 * error);
    }

    [Fact]
    public void Percentiles_are_the_same_on_any_number_of_threads()
    {
        UncertainModel model = FortyInputs.Model();
        Percentiles(model, "year 3", 4, threads: 1, draws: 5_000).ShouldBe(Percentiles(model, "year 3", 4, threads: 8, draws: 5_000));
    }
}
