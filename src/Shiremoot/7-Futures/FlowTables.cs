using System.Globalization;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Futures;

/// <summary>Forecasts and backtests as tables fit to leave the building. They are made of figures of a file, not of counts of our people.</summary>
public static class FlowTables
{
    private const string WorkedOut = "Worked out from the figures of the source: only what came, the last figure and last year are as they were given";

    private const string NotOfPeople = "Made of the figures of a file: no count of our people is in it";

    /// <summary>The quarters to come of every series.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="source">Who published the figures; null to name the file alone.</param>
    public static ReleaseTable ToTable(this FlowForecast forecast, string? source) => new(
        "The quarters to come", "Middle forecast, as likely to be passed as not, with an interval that is to hold nine in ten",
        Period(forecast.Table), source ?? forecast.Table.File, Origin.Published, NotOfPeople,
        [new("Series", ReleaseKind.Text), new("Column", ReleaseKind.Text), new("Quarter", ReleaseKind.Text), new("Forecast", ReleaseKind.Rate), new("Lower", ReleaseKind.Rate), new("Upper", ReleaseKind.Rate)],
        [.. forecast.Table.Series.SelectMany((spec, s) => forecast.Of(s).Select(IReadOnlyList<ReleaseCell> (q) => [ReleaseCell.Of(spec.Title), ReleaseCell.Of(spec.Column), ReleaseCell.Of(q.Quarter), Cell(q.Middle), Cell(q.Lower), Cell(q.Upper)]))])
    { Notes = Notes(forecast.Shocks, forecast.Table), OriginLabel = WorkedOut };

    /// <summary>The scoreboard: a row a series, and one for all.</summary>
    public static ReleaseTable ToScores(this FlowBacktest backtest, string? source) => new(
        "How forecasts would have fared", $"Every forecast of 1 to {backtest.Ahead} quarters ahead from each quarter on, made from what was known then. Error: mean absolute error in units of the series' mean absolute change on the year, which is used for scoring alone. Beside: that error divided by that of the plain forecast; below 1 is better than it",
        Period(backtest.Table), source ?? backtest.Table.File, Origin.Published, NotOfPeople,
        [new("Series", ReleaseKind.Text), new("Forecasts", ReleaseKind.Rate), new("Error", ReleaseKind.Rate), new("Error in steps before", ReleaseKind.Rate), new("Beside the last figure", ReleaseKind.Rate), new("Beside last year", ReleaseKind.Rate), new("Intervals that held", ReleaseKind.Rate)],
        [.. backtest.BySeries.Append(backtest.Overall).Select(IReadOnlyList<ReleaseCell> (s) => [ReleaseCell.Of(s.Of), Cell(s.Points), Cell(s.Scaled), Cell(s.ScaledBefore), Cell(s.BesideLast), Cell(s.BesideLastYear), Cell(s.Coverage)])])
    { Notes = Notes(backtest.Shocks, backtest.Table), OriginLabel = WorkedOut };

    /// <summary>Every forecast of the backtest beside what came.</summary>
    public static ReleaseTable ToPoints(this FlowBacktest backtest, string? source) => new(
        "Forecasts beside what came", "Each forecast made from the quarters until its origin alone",
        Period(backtest.Table), source ?? backtest.Table.File, Origin.Published, NotOfPeople,
        [
            new("Series", ReleaseKind.Text), new("Column", ReleaseKind.Text), new("Origin", ReleaseKind.Text), new("Quarter", ReleaseKind.Text), new("Quarters ahead", ReleaseKind.Rate), new("Forecast", ReleaseKind.Rate),
            new("Lower", ReleaseKind.Rate), new("Upper", ReleaseKind.Rate), new("Came", ReleaseKind.Rate), new("Last figure", ReleaseKind.Rate), new("Last year", ReleaseKind.Rate), new("Held", ReleaseKind.Rate),
        ],
        [.. backtest.Points.Select(IReadOnlyList<ReleaseCell> (p) =>
            [
                ReleaseCell.Of(backtest.Table.Series[p.Series].Title), ReleaseCell.Of(backtest.Table.Series[p.Series].Column), ReleaseCell.Of(backtest.Table.Quarter(p.Origin - 1)), ReleaseCell.Of(backtest.Table.Quarter(p.Origin + p.Ahead - 1)), Cell(p.Ahead),
                Cell(p.Forecast), Cell(p.Lower), Cell(p.Upper), Cell(p.Came), Cell(p.Last), Cell(p.LastYear), Cell(p.IsHeld ? 1 : 0),
            ])])
    { Notes = Notes(backtest.Shocks, backtest.Table), OriginLabel = WorkedOut };

    /// <summary>Drawn paths: a row for each series and path.</summary>
    public static ReleaseTable ToTable(this FlowPaths paths, string? source) => new(
        "Drawn ways the quarters to come may go", "All series of a path go together",
        Period(paths.Table), source ?? paths.Table.File, Origin.Published, NotOfPeople,
        [new("Path", ReleaseKind.Rate), new("Column", ReleaseKind.Text), .. Enumerable.Range(0, paths.Ahead).Select(h => new ReleaseColumn(paths.Table.Quarter(paths.Table.Quarters.Count + h), ReleaseKind.Rate))],
        Enumerable.Range(0, paths.Count).SelectMany(d => paths.Table.Series.Select(IReadOnlyList<ReleaseCell> (spec, s) => [Cell(d + 1), ReleaseCell.Of(spec.Column), .. paths.Of(s, d).ToArray().Select(v => Cell(v))])))
    { OriginLabel = WorkedOut };

    private static IReadOnlyList<string> Notes(IReadOnlyList<string> shocks, FlowTable table) =>
    [
        .. shocks.Count > 0 ? [$"Taken for shocks to the system, in which more than a third of flows moved further than three of their calm spreads: {string.Join(", ", shocks)}"] : (string[])[],
        .. table.LeftOut.Select(l => $"Left out: {l.Column}. {l.Why}"),
    ];

    private static string Period(FlowTable table) => string.Create(CultureInfo.InvariantCulture, $"{table.Quarter(0)} to {table.Quarter(table.Quarters.Count - 1)}");

    private static ReleaseCell Cell(double? number) => ReleaseCell.NotOfPeople(number is { } n && double.IsFinite(n) ? n : null);
}
