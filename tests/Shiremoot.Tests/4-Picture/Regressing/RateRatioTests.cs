using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Regressing;

/// <summary>Relative rates against a published trial and against regressions that must agree.</summary>
public sealed class RateRatioTests
{
    // Steering Committee of the Physicians' Health Study (1989): heart attacks of doctors given a placebo and aspirin, as A. Agresti prints them.
    private static readonly TwoGroups Doctors = new(189, 11_034, 104, 11_037);

    [Fact]
    public void Doctors_without_aspirin_have_the_published_ratio()
    {
        RateRatio ratio = RateRatio.OfShares(Doctors).Value;
        ratio.Ratio.ShouldBe(1.818, 0.0005);
        ratio.Interval.Lower.ShouldBe(1.433, 0.0005);
        ratio.Interval.Upper.ShouldBe(2.306, 0.0005);
    }

    [Fact]
    public void One_stratum_is_the_ratio_itself_and_strata_alike_keep_it()
    {
        RateRatio plain = RateRatio.OfShares(Doctors).Value, one = RateRatio.AcrossStrata([Doctors]).Value, three = RateRatio.AcrossStrata([Doctors, Doctors, Doctors, new(5, 9, 0, 0)]).Value;
        one.Ratio.ShouldBe(plain.Ratio, 1e-12);
        one.LogError.ShouldBe(plain.LogError, 1e-12);
        three.Ratio.ShouldBe(plain.Ratio, 1e-12);
        (three.LogError * Math.Sqrt(3)).ShouldBe(plain.LogError, 1e-12);
    }

    [Fact]
    public void Regression_with_robust_errors_gives_the_same_ratio_and_error()
    {
        (int a, int n1, int c, int n0) = (30, 100, 12, 100);
        double[] events = [.. Enumerable.Range(0, n1 + n0).Select(r => r < a || (r >= n1 && r < n1 + c) ? 1.0 : 0)];
        ModelColumns columns = new(["group"], [[.. Enumerable.Range(0, n1 + n0).Select(r => r < n1 ? 1.0 : 0)]]);
        RegressionModel adjusted = Poisson.Fit(events, null, columns, new() { Cluster = [.. Enumerable.Range(0, n1 + n0)] }).Value;
        RateRatio ratio = RateRatio.OfShares(new(a, n1, c, n0)).Value, rates = RateRatio.OfRates(new(a, n1, c, n0)).Value;
        adjusted.Coefficients[0].Ratio.ShouldBe(ratio.Ratio, 1e-9);
        adjusted.Coefficients[0].StandardError.ShouldBe(ratio.LogError, 1e-9);
        Poisson.Fit(events, null, columns).Value.Coefficients[0].StandardError.ShouldBe(rates.LogError, 1e-9);
    }

    [Fact]
    public void A_group_without_events_or_with_too_many_is_refused()
    {
        RateRatio.OfShares(new(0, 10, 3, 10)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("REGRESSION-09");
        RateRatio.OfShares(new(11, 10, 3, 10)).Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("REGRESSION-11");
        RateRatio.OfRates(new(-1, 10, 3, 10)).Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("REGRESSION-10");
        RateRatio.AcrossStrata([new(3, 9, 0, 0)]).Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("REGRESSION-09");
    }
}
