using Shiremoot.Futures.Forecasting;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Forecasts quarterly flows and stocks, and shows how such forecasts would have done. See docs/methods/flow-forecast.md.</summary>
public static class FlowForecasting
{
    /// <summary>The quarters to come, with intervals, from all that is published.</summary>
    /// <param name="table">At least eight quarters.</param>
    /// <param name="ahead">How many quarters, 1 to 12.</param>
    public static Outcome<FlowForecast> Forecast(FlowTable table, int ahead)
    {
        if (Refuse(table, ahead, FlowRules.LeastQuarters) is { } why) return why;
        IReadOnlyList<Standing> standings = Rolling.Run(table, ahead);
        return new FlowForecast(table, ahead, standings[^1], Correlation.Of(standings, standings[^1].Known));
    }

    /// <summary>What would have been forecast at each earlier quarter from what was known then, beside what came and beside two plain forecasts.</summary>
    /// <param name="table">At least nine quarters.</param>
    /// <param name="ahead">How many quarters ahead, 1 to 12.</param>
    /// <param name="seed">Seed of the paths whose yearly sums are checked.</param>
    public static Outcome<FlowBacktest> Backtest(FlowTable table, int ahead, ulong seed)
    {
        if (Refuse(table, ahead, FlowRules.LeastQuarters + 1) is { } why) return why;
        IReadOnlyList<Standing> standings = Rolling.Run(table, ahead);
        List<FlowPoint> points = [];
        foreach (Standing at in standings.Where(s => s.Known.Origin >= FlowRules.LeastQuarters))
            for (int h = 0; h < ahead && at.Known.Origin + h < table.Quarters.Count; h++)
                for (int s = 0; s < table.Series.Count; s++) points.Add(Point(table, at, s, h));
        return FlowBacktest.Of(table, ahead, points, [.. Quarters(table, standings[^1].Known)], SumCheck.Of(table, standings, ahead, seed));
    }

    private static FlowPoint Point(FlowTable table, Standing at, int s, int h)
    {
        int origin = at.Known.Origin;
        double[] y = table.Values[s];
        // A year ago; where that is not known yet, further ahead than a year, the year before it.
        int year = origin + h;
        while (year >= origin) year -= FlowRules.Season;
        return new FlowPoint(s, origin, h + 1, at.Level(s, h), at.Lower(s, h), at.Upper(s, h), y[origin + h], y[origin - 1], y[year]);
    }

    private static IEnumerable<int> Quarters(FlowTable table, Known known) => Enumerable.Range(0, table.Quarters.Count).Where(t => known.Shocked[t]);

    private static Refusal? Refuse(FlowTable table, int ahead, int least) =>
        ahead is < 1 or > FlowRules.MostAhead ? FlowRefusals.Ahead(ahead, FlowRules.MostAhead) : table.Quarters.Count < least ? FlowRefusals.FewQuarters(table.File, table.Quarters.Count, least) : null;
}
