using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Forecasts;

/// <summary>The tables of published flows forecast.</summary>
internal static class ForecastTables
{
    public static TableView OfModels(IReadOnlyList<(FlowModel Model, string Says)> models) => new("Published flows forecast", [new("Figures"), new("How forecasts would have fared"), new("Source")],
        [.. models.Select(m => Row.Of(new Cell(m.Model.Title, $"/futures/forecasts/{Uri.EscapeDataString(m.Model.Id)}"), m.Says, m.Model.Source))])
    { CaptionHidden = true };

    /// <summary>The next quarter and the last that is forecast, of every series.</summary>
    public static TableView OfYear(PlaceForecast f)
    {
        FlowTable table = f.Forecast.Table;
        IReadOnlyList<QuarterForecast> first = f.Forecast.Of(0);
        return new("All series", [new("Series"), new($"Published {table.Quarter(table.Quarters.Count - 1)}", true), new($"Forecast {first[0].Quarter}", true), new("90% interval", true), new($"Forecast {first[^1].Quarter}", true), new("90% interval ", true)],
            [.. table.Series.Select((spec, s) =>
            {
                IReadOnlyList<QuarterForecast> of = f.Forecast.Of(s);
                return Row.Of(new Cell(spec.Title, $"/futures/forecasts/{Uri.EscapeDataString(f.Model.Id)}?series={Uri.EscapeDataString(spec.Column)}#to-come"), N(table.Values[s][^1]), N(of[0].Middle), $"{N(of[0].Lower)} to {N(of[0].Upper)}", N(of[^1].Middle), $"{N(of[^1].Lower)} to {N(of[^1].Upper)}");
            })]);
    }

    /// <summary>Scores, a row each.</summary>
    public static TableView OfScores(string caption, string first, IReadOnlyList<FlowScore> scores) => new(caption,
        [new(first), new("Forecasts", true), new("Scaled error", true), new("Beside the last figure", true), new("Beside last year", true), new("Intervals that held", true)],
        [.. scores.Select(s => new Row([s.Of, s.Points.ToString("N0", CultureInfo.InvariantCulture), ForecastViews.Ratio(s.Scaled), ForecastViews.Ratio(s.BesideLast), ForecastViews.Ratio(s.BesideLastYear), ForecastViews.Share(s)], s.Of == "All"))])
    { Notes = ["Scaled error: mean absolute error in units of the series’ mean absolute change on the year over the whole file, used for scoring alone. Beside: that error divided by that of the plain forecast."] };

    public static TableView ByAhead(PlaceForecast f) => OfScores("By quarters ahead", "Quarters ahead", f.Backtest.ByAhead);

    public static TableView ByOrigin(PlaceForecast f) => OfScores("By the last quarter known", "Made after", f.Backtest.ByOrigin);

    public static string Shocks(PlaceForecast f) => f.Backtest.Shocks.Count == 0
        ? "No quarter was taken for a shock to the system."
        : $"Taken for shocks to the system, by a rule that sees only what came before: {string.Join(", ", f.Backtest.Shocks)}. Their forecasts are in the scores.";

    public static string Names(IEnumerable<FlowScore> scores) => string.Join("; ", scores.Select(s => s.Of)) is { Length: > 0 } names ? names : "none";

    public static IReadOnlyList<Download> Files(FlowModel model) =>
    [
        .. from table in (IEnumerable<(string Name, string Of)>)[("quarters", "the quarters to come"), ("scores", "how forecasts would have fared"), ("points", "every forecast beside what came")]
           from format in (IEnumerable<(string End, string Says)>)[("csv", "CSV"), ("xlsx", "Excel")]
           select new Download($"/api/v1/forecasts/{Uri.EscapeDataString(model.Id)}/{table.Name}.{format.End}", $"{table.Of} as {format.Says}", model.Title),
    ];

    private static string N(double value) => ForecastViews.Number(value);
}
