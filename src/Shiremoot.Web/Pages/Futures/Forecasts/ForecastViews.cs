using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Forecasts;

/// <summary>The figures and charts of published flows forecast.</summary>
internal static class ForecastViews
{
    public static IEnumerable<FigureView> Figures(PlaceForecast f)
    {
        FlowBacktest b = f.Backtest;
        Why Why(string definition, params string[] inputs) => new(definition, inputs, Period(f), From(f), "flow-forecast");
        string scored = string.Create(CultureInfo.InvariantCulture, $"{b.Overall.Points:N0} forecasts of {b.BySeries.Count} series, 1 to {b.Ahead} quarters ahead");
        yield return new("Error beside the last figure", Ratio(b.MeanBesideLast), $"below 1 is better; all series pooled {Ratio(b.Overall.BesideLast)}", Why("The mean absolute error of each series divided by that of taking its last figure for the future; the geometric mean over series.", scored));
        yield return new("Error beside last year", Ratio(b.MeanBesideLastYear), $"below 1 is better; all series pooled {Ratio(b.Overall.BesideLastYear)}", Why("The same beside taking the same quarter of the year before.", scored));
        yield return new("Intervals that held", Share(b.Overall), string.Create(CultureInfo.InvariantCulture, $"{b.Overall.Held:N0} of {b.Overall.Points:N0}, of intervals that were to hold 90%"), Why("The share of intervals that held the figure that came.", scored));
    }

    /// <summary>What was published, and the fan of what may come.</summary>
    public static ChartView Fan(PlaceForecast f, int series)
    {
        FlowTable table = f.Forecast.Table;
        SeriesSpec spec = table.Series[series];
        IReadOnlyList<QuarterForecast> ahead = f.Forecast.Of(series);
        double[] known = table.Values[series];
        double?[] none = [.. known.Skip(1).Select(_ => (double?)null)];
        string[] quarters = [.. Enumerable.Range(0, known.Length + ahead.Count).Select(table.Quarter)];
        // The fan opens at the last figure published.
        double?[] Opened(Func<QuarterForecast, double> of) => [.. none, known[^1], .. ahead.Select(q => (double?)Math.Round(of(q), 4))];
        string last = Number(known[^1]), middle = Number(ahead[^1].Middle);
        return new("fan", $"{spec.Title}: {middle} in {ahead[^1].Quarter}, somewhere between {Number(ahead[^1].Lower)} and {Number(ahead[^1].Upper)}", $"{spec.Title} by quarter, {Period(f)}, and {ahead.Count} quarters to come with intervals that are to hold 90%{(spec.Unit.Length > 0 ? $"; {spec.Unit}" : "")}",
            new LineDrawing(new(spec.Unit), quarters, [new("As published", [.. known.Select(k => (double?)k), .. ahead.Select(_ => (double?)null)]), new("Forecast", Opened(q => q.Middle), Opened(q => q.Lower), Opened(q => q.Upper))])
            { Breaks = [.. f.Forecast.Shocks.Take(1).Select(q => new Marker(q, "Shock"))] },
            new TableView($"{spec.Title} by quarter", [new("Quarter"), new("As published", true), new("Forecast", true), new("90% interval", true)],
                [.. known.Select((k, t) => Row.Of(table.Quarter(t), Number(k), "", "")), .. ahead.Select(q => Row.Of(q.Quarter, "", Number(q.Middle), $"{Number(q.Lower)} to {Number(q.Upper)}"))])
            { Notes = [$"Weights one quarter ahead: {string.Join(", ", FlowForecast.Ways.Zip(f.Forecast.Weights(series, 1)).Where(w => w.Second >= 0.005).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.First} {100 * w.Second:0}%")))}."] },
            From(f))
        { HeadingLevel = 3 };
    }

    /// <summary>Each series' error beside those of the two plain forecasts.</summary>
    public static ChartView Beside(PlaceForecast f)
    {
        FlowBacktest b = f.Backtest;
        double?[] Of(Func<FlowScore, double?> ratio) => [.. b.BySeries.Select(s => ratio(s) is { } r ? Math.Round(r, 3) : (double?)null)];
        return new("beside", $"{b.WinsOverLast.Count} of {b.BySeries.Count} series would have been forecast better than by their last figure, {b.WinsOverLastYear.Count} better than by last year’s",
            $"Mean absolute error divided by that of a plain forecast, by series; below 1 is better. {b.ByOrigin[0].Of} to {b.ByOrigin[^1].Of}, 1 to {b.Ahead} quarters ahead",
            new BarDrawing(new("error, times that of the plain forecast", Decimals: 2), [.. b.BySeries.Select(s => s.Of)], [new("Beside the last figure", Of(s => s.BesideLast)), new("Beside the same quarter of the year before", Of(s => s.BesideLastYear))]) { Reference = new("as good", 1) },
            ForecastTables.OfScores("How forecasts would have fared, by series", "Series", [.. b.BySeries, b.Overall]), From(f))
        { HeadingLevel = 3 };
    }

    internal static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.#", CultureInfo.InvariantCulture);

    internal static string Ratio(double? value) => value is { } v ? v.ToString("0.00", CultureInfo.InvariantCulture) : "not told";

    internal static string Share(FlowScore score) => string.Create(CultureInfo.InvariantCulture, $"{100 * score.Coverage:0}%");

    private static string Period(PlaceForecast f) => $"{f.Forecast.Table.Quarter(0)} to {f.Forecast.Table.Quarter(f.Forecast.Table.Quarters.Count - 1)}";

    private static Source From(PlaceForecast f) => new(Origin.Published, $"{f.Model.Source}. Forecasts and scores are worked out from them here");
}
