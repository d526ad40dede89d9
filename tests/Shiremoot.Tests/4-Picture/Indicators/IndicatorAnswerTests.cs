using Shiremoot.Picture;
using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Indicators;

/// <summary>Published worked figures, and what is refused.</summary>
public sealed class IndicatorAnswerTests
{
    [Theory]
    [InlineData(65, 100, 0.95, 0.55254443296887967, 0.73635751756902468)]
    [InlineData(1045, 5000, 0.998, 0.19179381799015244, 0.22731562902525818)]
    [InlineData(0.445, 1, 0.95, 0.043817447720588223, 0.93346212769791559)]
    public void Wilson_limits_are_the_published_ones(double x, double n, double confidence, double lower, double upper)
    {
        Wilson.Limits(x, n, confidence).Lower.ShouldBe(lower, 1e-14);
        Wilson.Limits(x, n, confidence).Upper.ShouldBe(upper, 1e-14);
    }

    [Theory]
    [InlineData(65, 0.95, 50.163187710459454, 82.849138545939837)]
    [InlineData(1045, 0.95, 982.59320180733255, 1110.3312129856499)]
    [InlineData(10, 0.998, 2.916318374695686, 24.193724927880535)]
    public void Byar_limits_are_the_published_ones(double x, double confidence, double lower, double upper)
    {
        Byar.Limits(x, confidence).Lower.ShouldBe(lower, 1e-11);
        Byar.Limits(x, confidence).Upper.ShouldBe(upper, 1e-11);
    }

    [Fact]
    public void The_normal_quantiles_are_the_published_ones()
    {
        Confidence.Z(0.95).ShouldBe(1.959963984540054, 1e-14);
        Confidence.Z(0.998).ShouldBe(3.090232306167813, 1e-14);
    }

    [Fact]
    public void No_events_have_a_lower_limit_of_nought_and_the_upper_limit_of_Garwood()
    {
        Interval interval = Counts.Interval(0).Value;
        interval.Lower.ShouldBe(0);
        interval.Upper.ShouldBe(-Math.Log(0.025), 1e-12); // e^-u = 0.025
        interval.Method.ShouldBe("exact Poisson (fewer than 10 events)");
    }

    [Fact]
    public void Nine_events_are_exact_and_ten_are_Byar()
    {
        Counts.Interval(9).Value.Method.ShouldBe("exact Poisson (fewer than 10 events)");
        Counts.Interval(9).Value.Lower.ShouldBe(4.115, 0.001); // Garwood's table: 4.12, 17.08
        Counts.Interval(9).Value.Upper.ShouldBe(17.085, 0.001);
        Counts.Interval(10).Value.Method.ShouldBe("Byar (10 or more events)");
    }

    // Fleiss (1981), Statistical Methods for Rates and Proportions, p. 139: smokers among lung patients of four studies.
    [Fact]
    public void The_chi_square_for_trend_is_that_of_the_textbook()
    {
        CountPoint[] studies = [new(1, 83, 86), new(2, 90, 93), new(3, 129, 136), new(4, 70, 82)];
        // The marker needs five points and the textbook has four: the fifth stands beside the fourth and has no weight to speak of.
        Trend trend = TrendMarker.OfProportions([.. studies, new(4.0000001, 70e-9, 82e-9)]).Value;
        trend.ChiSquare.ShouldBe(8.2249, 0.00005);
        trend.Direction.ShouldBe(TrendDirection.NoSignificantChange);
    }

    [Fact]
    public void A_steady_rise_of_proportions_is_increasing_and_its_mirror_decreasing()
    {
        CountPoint[] rise = [.. Enumerable.Range(0, 5).Select(i => new CountPoint(2015 + i, 200 + (20 * i), 1000))];
        Trend up = TrendMarker.OfProportions(rise).Value, down = TrendMarker.OfProportions([.. rise.Select(p => p with { Count = 1000 - p.Count })]).Value;
        (up.Direction, down.Direction).ShouldBe((TrendDirection.Increasing, TrendDirection.Decreasing));
        up.SlopePerPeriod.ShouldBe(0.02, 1e-12);
        down.ChiSquare.ShouldBe(up.ChiSquare, 1e-9);
    }

    [Fact]
    public void A_trend_made_by_one_point_is_not_significant()
    {
        ValuePoint[] points = [.. new[] { 10.0, 9.9, 9.8, 9.7, 60 }.Select((v, i) => new ValuePoint(i, v, v - 1, v + 1))];
        Trend trend = TrendMarker.OfValues(points).Value;
        trend.ChiSquare.ShouldBeGreaterThan(TrendMarker.Critical);
        trend.KeepsItsSign.ShouldBeFalse();
        trend.Direction.ShouldBe(TrendDirection.NoSignificantChange);
    }

    [Fact]
    public void Only_the_latest_five_points_count_and_equal_intervals_give_the_plain_slope()
    {
        ValuePoint[] points = [.. new[] { 900.0, -4, 1, 3, 5, 7, 9 }.Select((v, i) => new ValuePoint(i, v, v - 1.96, v + 1.96))];
        Trend trend = TrendMarker.OfValues(points).Value;
        trend.SlopePerPeriod.ShouldBe(2, 1e-12);
        trend.ChiSquare.ShouldBe(40, 1e-9); // standard error 1: 2² × (4 + 1 + 0 + 1 + 4)
        trend.Direction.ShouldBe(TrendDirection.Increasing);
    }

    [Fact]
    public void The_critical_value_is_the_square_of_the_normal_quantile() => TrendMarker.Critical.ShouldBe(Confidence.Z(0.998) * Confidence.Z(0.998), 1e-10);

    [Fact]
    public void Too_few_points_points_out_of_order_and_points_without_spread_are_refused()
    {
        Code(TrendMarker.OfValues([new(1, 1, 0, 2)])).ShouldBe("PICTURE-27");
        Code(TrendMarker.OfValues([new(1, 1, 0, 2), new(3, 1, 0, 2), new(2, 1, 0, 2), new(4, 1, 0, 2), new(5, 1, 0, 2)])).ShouldBe("PICTURE-28");
        Code(TrendMarker.OfValues([.. Enumerable.Range(0, 5).Select(i => new ValuePoint(i, 1, 1, 1))])).ShouldBe("PICTURE-29");
        Code(TrendMarker.OfProportions([.. Enumerable.Range(0, 5).Select(i => new CountPoint(i, 0, 10))])).ShouldBe("PICTURE-29");
    }

    [Theory]
    [InlineData(1.0, null, "PICTURE-20")]
    [InlineData(null, 1.0, "PICTURE-20")]
    [InlineData(1.0, double.NaN, "PICTURE-20")]
    [InlineData(double.PositiveInfinity, 1.0, "PICTURE-20")]
    [InlineData(-1.0, 5.0, "PICTURE-21")]
    [InlineData(1.0, 0.0, "PICTURE-22")]
    [InlineData(1.0, -5.0, "PICTURE-22")]
    public void Numbers_that_cannot_be_are_refused_by_proportions_rates_and_ratios(double? numerator, double? denominator, string code)
    {
        Code(Proportions.Of(numerator, denominator)).ShouldBe(code);
        Code(Rates.Crude(numerator, denominator, 1000)).ShouldBe(code);
        Code(IndirectStandardisation.Ratio(numerator, denominator)).ShouldBe(code);
    }

    [Fact]
    public void A_part_larger_than_its_whole_is_refused_as_a_proportion_and_taken_as_a_rate()
    {
        Code(Proportions.Of(250, 220)).ShouldBe("PICTURE-23");
        Rates.Crude(250, 220, 1).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Fewer_than_ten_events_have_no_directly_standardised_rate()
    {
        Code(DirectStandardisation.Rate([new("a", 9, 100)], [new("a", 1)], 1)).ShouldBe("PICTURE-24");
        DirectStandardisation.Rate([new("a", 10, 100)], [new("a", 1)], 1).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void One_value_has_no_mean_with_an_interval() => Code(Means.Of([3])).ShouldBe("PICTURE-27");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void A_confidence_outside_nought_and_one_is_our_fault_and_throws(double confidence) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Proportions.Of(1, 2, 1, confidence));

    [Fact]
    public void A_point_lies_on_the_inverted_line_where_its_own_interval_touches_the_benchmark()
    {
        FunnelChart chart = Funnel.Draw(FunnelKind.Rate, [new("a", 40, 10_000), new("b", 90, 20_000)], 1000).Value;
        chart.Lines.Count.ShouldBe(4);
        foreach (FunnelLine line in chart.Lines)
        {
            line.Size.ShouldBe(line.Size.Order());
            line.Size[^1].ShouldBeGreaterThan(20_000);
            for (int i = 1; i < line.Size.Count; i += 10)
            {
                double events = line.Limit[i] / 1000 * line.Size[i];
                (double lower, double upper) = ExactPoisson.Limits(Math.Round(events), line.Confidence);
                (line.IsUpper ? lower : upper).ShouldBe(chart.Benchmark / 1000 * line.Size[i], 1e-6);
            }
        }
    }

    private static string Code<T>(Outcome<T> outcome) => outcome.Refused(out Refusal? why, out _) ? why.Code : "not refused";
}
