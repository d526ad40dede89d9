using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Indicators;

public sealed class CalibrationTests
{
    // Two groups: expected 20% and 60%, of 1,000 each. A line through two points is exact, so the answer is by hand.
    [Fact]
    public void Two_groups_have_the_slope_of_the_line_through_their_logits()
    {
        (double[] expected, bool[] had) = TwoGroups(0.2, 300, 0.6, 500);
        CalibrationFit fit = Calibration.Of(expected, had).Value;
        double slope = (Logit(0.5) - Logit(0.3)) / (Logit(0.6) - Logit(0.2));
        fit.Slope.ShouldBe(slope, 1e-10);
        fit.Intercept.ShouldBe(Logit(0.5) - (slope * Logit(0.6)), 1e-10);

        // The variance of a difference of two logits is the sum of 1/(n p q).
        double error = Math.Sqrt((1 / (1000 * 0.3 * 0.7)) + (1 / (1000 * 0.5 * 0.5))) / (Logit(0.6) - Logit(0.2));
        ((fit.SlopeInterval.Upper - fit.SlopeInterval.Lower) / (2 * 1.959963984540054)).ShouldBe(error, 1e-8);
    }

    [Fact]
    public void What_comes_true_as_expected_has_slope_one_and_nothing_in_the_large()
    {
        (double[] expected, bool[] had) = TwoGroups(0.2, 200, 0.6, 600);
        CalibrationFit fit = Calibration.Of(expected, had).Value;
        (fit.Slope, fit.InTheLarge, fit.Intercept).ShouldSatisfyAllConditions(f => f.Item1.ShouldBe(1, 1e-10), f => f.Item2.ShouldBe(0, 1e-10), f => f.Item3.ShouldBe(0, 1e-10));
    }

    [Fact]
    public void In_the_large_is_what_makes_as_many_expected_as_observed()
    {
        double[] expected = [.. Enumerable.Repeat(0.25, 400)];
        bool[] had = [.. Enumerable.Range(0, 400).Select(i => i < 160)];
        had[0] = true;
        expected[0] = 0.25000001; // a slope needs some spread
        Calibration.Of(expected, had).Refused(out _, out _).ShouldBeTrue();
        (double[] two, bool[] hadTwo) = TwoGroups(0.2, 300, 0.6, 700);
        CalibrationFit fit = Calibration.Of(two, hadTwo).Value;
        (1000 * (Shifted(0.2, fit.InTheLarge) + Shifted(0.6, fit.InTheLarge))).ShouldBe(1000, 1e-7);
        fit.InTheLarge.ShouldBeGreaterThan(0);
        fit.InTheLargeInterval.Lower.ShouldBeLessThan(fit.InTheLarge);
    }

    [Theory]
    [InlineData(0, 0), InlineData(1000, 1000), InlineData(0, 1000)]
    public void Where_no_number_fits_best_it_is_refused(int first, int second)
    {
        (double[] expected, bool[] had) = TwoGroups(0.2, first, 0.6, second);
        Calibration.Of(expected, had).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("PICTURE-29");
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void No_other_line_makes_the_outcomes_likelier(ulong seed)
    {
        Chance chance = new(seed, 7, 7);
        double[] expected = new double[60];
        bool[] had = new bool[60];
        for (int i = 0; i < 60; i++) (expected[i], had[i]) = (i < 2 ? 0.99999 : 0.02 + (0.9 * chance.Share()), i == 1 || (i > 1 && chance.Happens(0.4)));
        CalibrationFit fit = Calibration.Of(expected, had).Value;
        double Likelihood(double a, double b) => expected.Select((p, i) => Math.Log(had[i] ? 1 / (1 + Math.Exp(-(a + (b * Logit(p))))) : 1 / (1 + Math.Exp(a + (b * Logit(p)))))).Sum();
        double best = Likelihood(fit.Intercept, fit.Slope);
        foreach ((double a, double b) in ((double, double)[])[(0, 0.01), (0, -0.01), (0.01, 0), (-0.01, 0), (0.5, -0.3), (-1, 1), (3, 3)])
            Likelihood(fit.Intercept + a, fit.Slope + b).ShouldBeLessThan(best);
        expected.Sum(p => Shifted(p, fit.InTheLarge)).ShouldBe(had.Count(h => h), 1e-8);
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static double Shifted(double p, double by) => 1 / (1 + Math.Exp(-(Logit(p) + by)));

    private static (double[], bool[]) TwoGroups(double p, int had, double otherP, int otherHad) =>
        ([.. Enumerable.Repeat(p, 1000), .. Enumerable.Repeat(otherP, 1000)], [.. Enumerable.Range(0, 1000).Select(i => i < had), .. Enumerable.Range(0, 1000).Select(i => i < otherHad)]);
}
