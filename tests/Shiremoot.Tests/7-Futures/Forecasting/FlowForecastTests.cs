using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Forecasting;

/// <summary>Forecasts of series whose answer is known beforehand.</summary>
public sealed class FlowForecastTests
{
    [Fact]
    public void A_series_that_never_changes_is_forecast_as_it_is()
    {
        FlowForecast forecast = FlowForecasting.Forecast(MadeFlows.Of([.. Enumerable.Repeat(420.0, 12)], [.. Enumerable.Repeat(0.0, 12)]), 4).Value;
        forecast.Of(0).ShouldAllBe(q => Math.Abs(q.Middle - 420) < 1e-6 && q.Upper - q.Lower < 0.01);
        forecast.Of(1).ShouldAllBe(q => Math.Abs(q.Middle) < 1e-6);
        forecast.Of(0).Select(q => q.Quarter).ShouldBe(["2003Q1", "2003Q2", "2003Q3", "2003Q4"]);
    }

    [Fact]
    public void A_season_that_comes_again_exactly_is_forecast_exactly_and_is_no_shock()
    {
        double[][] seasons = [.. Enumerable.Range(1, 6).Select(s => Enumerable.Range(0, 20).Select(t => new double[] { 100, 90, 110, 60 }[t % 4] * s).ToArray())];
        FlowForecast forecast = FlowForecasting.Forecast(MadeFlows.Of(seasons), 4).Value;
        forecast.Shocks.ShouldBeEmpty();
        forecast.Of(1).Select(q => q.Middle).ShouldBe([200, 180, 220, 120], 1);
        FlowBacktest backtest = FlowForecasting.Backtest(MadeFlows.Of(seasons), 4, 1).Value;
        backtest.MeanBesideLast!.Value.ShouldBeLessThan(0.2);
        backtest.MeanBesideLastYear.ShouldBeNull("last year never erred");
        backtest.Overall.Coverage.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Of_random_walks_none_beats_the_last_figure_and_intervals_hold_as_they_say(double together)
    {
        List<FlowBacktest> all = [.. Enumerable.Range(0, 40).Select(seed => FlowForecasting.Backtest(MadeFlows.Walks(10, 24, 0.05, together, (ulong)seed), 4, 1).Value)];
        // No forecast of a random walk is better than its last figure; weighing five ways costs a little.
        all.Average(b => b.Overall.BesideLast!.Value).ShouldBeInRange(0.98, 1.03);
        all.Average(b => b.Overall.BesideLastYear!.Value).ShouldBeLessThan(0.8);
        all.Average(b => b.Overall.Coverage).ShouldBeInRange(0.87, 0.93);
        all.Sum(b => b.Shocks.Count).ShouldBeLessThan(10, "of 760 calm quarters");
    }

    [Fact]
    public void Seasons_with_noise_are_forecast_better_than_by_either_plain_forecast()
    {
        List<FlowBacktest> all = [.. Enumerable.Range(0, 20).Select(seed => FlowForecasting.Backtest(MadeFlows.Seasons(10, 24, 0.03, (ulong)seed), 4, 1).Value)];
        all.Average(b => b.Overall.BesideLast!.Value).ShouldBeLessThan(0.4);
        all.Average(b => b.Overall.BesideLastYear!.Value).ShouldBeLessThan(1);
        all.Average(b => b.Overall.Coverage).ShouldBeInRange(0.88, 0.98);
    }

    [Fact]
    public void A_stock_that_has_always_been_the_sum_of_its_flows_is_so_in_forecasts_and_on_every_path()
    {
        Chance chance = new(5, 0, 1);
        double[] into = new double[16], outOf = new double[16], stock = new double[16];
        for (int t = 0; t < 16; t++)
        {
            (into[t], outOf[t]) = (Math.Round(500 + (40 * chance.Normal())), Math.Round(480 + (40 * chance.Normal())));
            stock[t] = (t == 0 ? 3000 : stock[t - 1]) + into[t] - outOf[t];
        }
        FlowTable table = MadeFlows.Of([new("in", "in", "", SeriesKind.Flow, [], []), new("out", "out", "", SeriesKind.Flow, [], []), new("stock", "stock", "", SeriesKind.Stock, ["in"], ["out"])], [into, outOf, stock]);
        FlowForecast forecast = FlowForecasting.Forecast(table, 4).Value;
        forecast.Of(0).ShouldAllBe(q => q.Lower > 250 && q.Upper < 1000);
        double held = stock[^1];
        for (int h = 0; h < 4; h++) forecast.Of(2)[h].Middle.ShouldBe(held += forecast.Of(0)[h].Middle - forecast.Of(1)[h].Middle, 1e-6);
        FlowPaths paths = forecast.Draw(50, 3).Value;
        for (int d = 0; d < 50; d++)
        {
            held = stock[^1];
            for (int h = 0; h < 4; h++) paths.Of(2, d)[h].ShouldBe(held = Math.Max(0, held + paths.Of(0, d)[h] - paths.Of(1, d)[h]), 1e-6);
        }
    }

    [Fact]
    public void A_fall_of_most_series_at_once_is_a_shock_of_which_half_is_taken_back_at_the_next_origin_only()
    {
        Chance chance = new(9, 0, 1);
        double[][] series = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, 14).Select(t => (t < 12 ? 1000 : 400) * Math.Exp(0.01 * chance.Normal())).ToArray())];
        FlowForecast fresh = FlowForecasting.Forecast(MadeFlows.Of(series).Until(13), 4).Value;
        fresh.Shocks.ShouldBe(["2003Q1"]);
        fresh.IsFreshShock.ShouldBeTrue();
        // Half-way between 400 and 1,000 by ratio is 632.
        fresh.Of(0)[0].Middle.ShouldBeInRange(500, 800);
        fresh.Of(0)[0].Lower.ShouldBeLessThan(400);
        fresh.Of(0)[0].Upper.ShouldBeGreaterThan(1000);
        FlowForecast next = FlowForecasting.Forecast(MadeFlows.Of(series), 4).Value;
        next.Shocks.ShouldBe(["2003Q1"]);
        next.IsFreshShock.ShouldBeFalse();
    }

    [Fact]
    public void News_of_one_series_is_no_shock_to_the_system()
    {
        FlowTable table = MadeFlows.Walks(8, 16, 0.02, 0, 4);
        table.Values[3][15] *= 0.3;
        FlowForecasting.Forecast(table, 4).Value.Shocks.ShouldBeEmpty();
    }

    [Fact]
    public void Paths_are_the_same_for_the_same_seed_and_their_middle_nine_tenths_are_the_interval()
    {
        FlowForecast forecast = FlowForecasting.Forecast(MadeFlows.Walks(5, 20, 0.05, 0.4, 8), 4).Value;
        FlowPaths paths = forecast.Draw(20_000, 11).Value;
        paths.Of(2, 7).ToArray().ShouldBe(forecast.Draw(8, 11).Value.Of(2, 7).ToArray());
        paths.Of(2, 7).ToArray().ShouldNotBe(forecast.Draw(8, 12).Value.Of(2, 7).ToArray());
        for (int h = 0; h < 4; h++)
        {
            QuarterForecast q = forecast.Of(2)[h];
            double[] drawn = [.. Enumerable.Range(0, paths.Count).Select(d => paths.Of(2, d)[h]).Order()];
            drawn[1_000].ShouldBe(q.Lower, 0.01 * q.Middle);
            drawn[10_000].ShouldBe(q.Middle, 0.01 * q.Middle);
            drawn[19_000].ShouldBe(q.Upper, 0.01 * q.Middle);
        }
        forecast.Draw(0, 1).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("FLOW-10");
    }
}
