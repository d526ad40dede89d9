namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// Exponential smoothing of level and damped trend (Gardner and McKenzie, 1985). Series of a kind share the two smoothing shares that would have forecast
/// their known quarters best; at a shock the level begins anew and the trend is kept. Seasons are taken out first and put back after.
/// </summary>
static class DampedTrend
{
    private static readonly (double Level, double Trend)[] Choices = [(0.9, 0.1), (0.9, 0.3), (0.7, 0.1), (0.7, 0.3), (0.5, 0.1), (0.5, 0.3), (0.3, 0.1), (0.3, 0.3)];

    public static double[][] Of(Known known, double[][] season, int ahead)
    {
        double[][] paths = new double[known.Specs.Count][];
        foreach (IGrouping<SeriesKind, int> kind in Enumerable.Range(0, paths.Length).GroupBy(s => known.Specs[s].Kind))
        {
            int[] series = [.. kind];
            (double Level, double Trend) best = Choices.MinBy(c => series.Sum(s => Run(known, s, season[s], c.Level, c.Trend).Error));
            foreach (int s in series)
            {
                (double level, double trend, _) = Run(known, s, season[s], best.Level, best.Trend);
                double[] path = paths[s] = new double[ahead];
                double left = 1;
                for (int h = 0; h < ahead; h++) path[h] = (level += (left *= FlowRules.Damping) * trend) + season[s][(known.Origin + h) % FlowRules.Season];
            }
        }
        return paths;
    }

    private static (double Level, double Trend, double Error) Run(Known known, int s, double[] season, double takesLevel, double takesTrend)
    {
        const int Settling = 2;
        double[] x = known.Log[s];
        double level = x[0] - season[0], trend = 0, error = 0;
        for (int t = 1; t < x.Length; t++)
        {
            if (known.Shocked[t])
            {
                level = x[t] - season[t % FlowRules.Season];
                continue;
            }
            double expected = level + (FlowRules.Damping * trend), off = x[t] - season[t % FlowRules.Season] - expected;
            if (t > Settling) error += Math.Min(Math.Abs(off) / known.Spread[s], FlowRules.Limit);
            level = expected + (takesLevel * off);
            trend = (FlowRules.Damping * trend) + (takesLevel * takesTrend * off);
        }
        return (level, trend, error);
    }
}
