using System.Diagnostics;
using System.Globalization;
using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Forecasting;

/// <summary>Sixteen quarters of England and Wales, the pandemic among them: what the method promises, and that no forecast sees what came after.</summary>
public sealed class PublishedFlowsTests
{
    private static readonly string Path = System.IO.Path.Combine(TestData.Root, "vocabulary", "statistics", "ew_quarterly_dev_2018q2_2022q1.csv");
    private static readonly FlowModel Model = FlowModelFile.Read(System.IO.Path.Combine(TestData.Root, "vocabulary", "forecasts", "england-and-wales.yaml")).Value;
    private static readonly FlowTable Table = FlowTableFile.Read(Path, Model).Value;

    [Fact]
    public void Forecasts_beat_both_plain_ones_and_their_intervals_hold()
    {
        FlowBacktest backtest = FlowForecasting.Backtest(Table, 4, 1).Value;
        backtest.Points.Count.ShouldBeGreaterThan(100);
        backtest.Overall.Scaled!.Value.ShouldBeLessThan(1);
        backtest.MeanBesideLast!.Value.ShouldBeLessThan(1);
        backtest.MeanBesideLastYear!.Value.ShouldBeLessThan(1);
        backtest.Overall.BesideLast!.Value.ShouldBeLessThan(1);
        backtest.Overall.BesideLastYear!.Value.ShouldBeLessThan(1);
        backtest.Overall.Coverage.ShouldBeInRange(0.80, 0.97);
        backtest.Shocks.ShouldBe(["2020Q2", "2020Q3"]);
    }

    [Fact]
    public void Every_column_as_a_series_by_itself_does_so_too()
    {
        FlowBacktest backtest = FlowForecasting.Backtest(FlowTableFile.Read(Path, null).Value, 4, 1).Value;
        backtest.BySeries.Count.ShouldBe(27);
        backtest.MeanBesideLast!.Value.ShouldBeLessThan(1);
        backtest.MeanBesideLastYear!.Value.ShouldBeLessThan(1);
        backtest.Overall.Coverage.ShouldBeInRange(0.80, 0.97);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(15)]
    public void What_came_after_an_origin_changes_no_forecast_made_at_it(int known)
    {
        FlowTable changed = Table with { Values = [.. Table.Values.Select((v, s) => v.Select((y, t) => t < known ? y : (y * (3 + s)) + (1000 * t)).ToArray())] };
        FlowPoint[] before = [.. FlowForecasting.Backtest(Table, 4, 1).Value.Points.Where(p => p.Origin <= known)];
        FlowPoint[] after = [.. FlowForecasting.Backtest(changed, 4, 1).Value.Points.Where(p => p.Origin <= known)];
        before.Select(p => (p.Forecast, p.Lower, p.Upper)).ShouldBe(after.Select(p => (p.Forecast, p.Lower, p.Upper)));
        // And the forecast of the file as it was then is the one the backtest scores.
        FlowForecast then = FlowForecasting.Forecast(Table.Until(known), 4).Value;
        FlowPoint scored = before.Last(p => p is { Series: 4, Ahead: 1 });
        then.Of(4)[0].Middle.ShouldBe(scored.Forecast);
        (then.Of(4)[0].Lower, then.Of(4)[0].Upper).ShouldBe((scored.Lower, scored.Upper));
    }

    [Fact]
    public void The_scoreboard_is_what_the_figures_of_the_file_come_to()
    {
        // By hand, straight from the file: people in prison, the last figure's mean absolute error over origins from 2020Q1 to 2021Q4.
        string[][] rows = [.. File.ReadLines(Path).Select(l => l.Split(','))];
        int column = Array.IndexOf(rows[0], "prison__population__total");
        double[] y = [.. rows.Skip(1).Select(r => double.Parse(r[column], CultureInfo.InvariantCulture))];
        List<double> last = [], year = [];
        for (int origin = 8; origin < 16; origin++)
            for (int h = 1; h <= 4 && origin + h <= 16; h++)
            {
                last.Add(Math.Abs(y[origin - 1] - y[origin + h - 1]));
                year.Add(Math.Abs(y[origin + h - 5] - y[origin + h - 1]));
            }
        FlowBacktest backtest = FlowForecasting.Backtest(Table, 4, 1).Value;
        int series = Enumerable.Range(0, Table.Series.Count).Single(s => Table.Series[s].Column == "prison__population__total");
        FlowPoint[] points = [.. backtest.Points.Where(p => p.Series == series)];
        points.Average(p => p.ErrorOfLast).ShouldBe(last.Average(), 1e-9);
        points.Average(p => p.ErrorOfLastYear).ShouldBe(year.Average(), 1e-9);
        double scale = Enumerable.Range(4, 12).Average(t => Math.Abs(y[t] - y[t - 4]));
        backtest.BySeries[series].Scaled!.Value.ShouldBe(points.Average(p => p.Error) / scale, 1e-9);
        backtest.BySeries[series].BesideLast!.Value.ShouldBe(points.Average(p => p.Error) / last.Average(), 1e-9);
    }

    [Fact]
    public void A_backtest_takes_well_under_a_second()
    {
        FlowForecasting.Backtest(Table, 4, 1).IsRefused.ShouldBeFalse();
        Stopwatch watch = Stopwatch.StartNew();
        FlowForecasting.Backtest(Table, 4, 2).IsRefused.ShouldBeFalse();
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(1);
    }
}
