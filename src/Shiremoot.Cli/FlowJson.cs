using Shiremoot.Futures;

namespace Shiremoot.Cli;

/// <summary>Forecasts and backtests of flows as JSON. What cannot be told is null.</summary>
static class FlowJson
{
    public static object Of(FlowForecast f) => new
    {
        file = f.Table.File,
        from = f.Table.Quarter(f.Table.Quarters.Count - 1),
        f.Ahead,
        f.Shocks,
        freshShock = f.IsFreshShock,
        together = f.Together,
        ways = FlowForecast.Ways,
        series = f.Table.Series.Select((spec, s) => new
        {
            spec.Column,
            spec.Title,
            spec.Kind,
            forecasts = f.Of(s).Select(q => new { q.Quarter, q.Middle, q.Lower, q.Upper }),
            weights = f.Weights(s, 1),
        }),
        f.Table.LeftOut,
    };

    public static object Of(FlowBacktest b) => new
    {
        file = b.Table.File,
        headline = b.Headline(),
        b.Ahead,
        quarters = b.Table.Quarters.Count,
        b.Shocks,
        scale = "mean absolute change on the year over the whole file, used for scoring alone; before: mean absolute change on the quarter before each origin",
        overall = Of(b.Overall),
        geometricMean = new { besideLast = b.MeanBesideLast, besideLastYear = b.MeanBesideLastYear },
        wins = new { overLast = b.WinsOverLast.Select(s => s.Of), overLastYear = b.WinsOverLastYear.Select(s => s.Of) },
        losses = new { toLast = b.BySeries.Except(b.WinsOverLast).Select(s => s.Of), toLastYear = b.BySeries.Except(b.WinsOverLastYear).Select(s => s.Of) },
        sumsHeld = new { held = b.SumsHeld.Held, of = b.SumsHeld.Sums },
        bySeries = b.BySeries.Select(Of),
        byAhead = b.ByAhead.Select(Of),
        byOrigin = b.ByOrigin.Select(Of),
        points = b.Points.Select(p => new { b.Table.Series[p.Series].Column, origin = b.Table.Quarter(p.Origin - 1), quarter = b.Table.Quarter(p.Origin + p.Ahead - 1), p.Ahead, p.Forecast, p.Lower, p.Upper, p.Came, p.Last, p.LastYear, held = p.IsHeld }),
        b.Table.LeftOut,
    };

    private static object Of(FlowScore s) => new { of = s.Of, s.Points, error = s.Scaled, errorBefore = s.ScaledBefore, besideLast = s.BesideLast, besideLastYear = s.BesideLastYear, s.Held, s.Coverage };
}
