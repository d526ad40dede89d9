namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// A stock by what flows into it and out of it: stock' = stock + in - r × out. Files seldom count every way out, so r, the outflow that the stock shows
/// for each that is counted, is the middle one of the last year; where the figures have always added up exactly, r is 1 and the sum is no guess.
/// </summary>
sealed class StockFlow(FlowTable table)
{
    private readonly (int[] In, int[] Out)[] feeds = [.. table.Series.Select(s => (Places(table, s.In), Places(table, s.Out)))];

    public bool Feeds(int series) => feeds[series].In.Length > 0;

    /// <summary>True if, in every known quarter, the stock moved by exactly what flowed in less what flowed out, but for rounding.</summary>
    public bool IsExact(Known known, int series)
    {
        if (!Feeds(series)) return false;
        double[] y = known.Levels[series];
        for (int t = 1; t < known.Origin; t++)
            if (Math.Abs(y[t] - y[t - 1] - In(known, series, t) + Out(known, series, t)) > 0.5 + (1e-9 * y[t])) return false;
        return true;
    }

    /// <summary>The stock's path, as levels, under given paths of the flows.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="series">The stock.</param>
    /// <param name="flow">Level of a series so many quarters ahead, from 0.</param>
    /// <param name="path">Filled.</param>
    public void Follow(Known known, int series, Func<int, int, double> flow, Span<double> path)
    {
        double ratio = IsExact(known, series) ? 1 : Ratio(known, series), stock = known.Levels[series][^1];
        for (int h = 0; h < path.Length; h++)
        {
            foreach (int s in feeds[series].In) stock += flow(s, h);
            foreach (int s in feeds[series].Out) stock -= ratio * flow(s, h);
            path[h] = stock = Math.Max(0, stock);
        }
    }

    private double Ratio(Known known, int series)
    {
        double[] y = known.Levels[series];
        double[] ratios = [.. Enumerable.Range(Math.Max(1, known.Origin - FlowRules.Season), Math.Min(known.Origin - 1, FlowRules.Season))
            .Where(t => Out(known, series, t) > 0).Select(t => Math.Max(0, (In(known, series, t) - y[t] + y[t - 1]) / Out(known, series, t))).Order()];
        return ratios.Length == 0 ? 1 : Robust.Median(ratios);
    }

    private double In(Known known, int series, int t) => feeds[series].In.Sum(s => known.Levels[s][t]);

    private double Out(Known known, int series, int t) => feeds[series].Out.Sum(s => known.Levels[s][t]);

    private static int[] Places(FlowTable table, IReadOnlyList<string> columns) =>
        [.. columns.Select(c => Enumerable.Range(0, table.Series.Count).First(s => string.Equals(table.Series[s].Column, c, StringComparison.OrdinalIgnoreCase)))];
}
