namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// Forecasts at one origin after another, each from what was known then and from how earlier ones fared. The forecast of a file is that of its last
/// origin; a backtest looks at those before it. Both are made here, in the same way.
/// </summary>
static class Rolling
{
    /// <summary>Every origin from the first that can be learned from to the end of the table.</summary>
    public static IReadOnlyList<Standing> Run(FlowTable table, int ahead)
    {
        List<Standing> standings = [];
        StockFlow stocks = new(table);
        for (int origin = FlowRules.FirstLearned; origin <= table.Quarters.Count; origin++) standings.Add(At(new Known(table, origin), standings, stocks, ahead));
        return standings;
    }

    private static Standing At(Known known, IReadOnlyList<Standing> earlier, StockFlow stocks, int ahead)
    {
        Standing made = new(known, ahead);
        int n = known.Specs.Count;
        made.Candidates[Candidates.Last] = Candidates.OfLast(known, ahead);
        made.Candidates[Candidates.LastYear] = Candidates.OfLastYear(known, ahead);
        DriftAndSeason seasons = new(known);
        made.Candidates[Candidates.Drift] = seasons.Of(ahead);
        made.Candidates[Candidates.Trend] = DampedTrend.Of(known, seasons.Levels(), ahead);
        made.Candidates[Candidates.StockFlow] = new double[n][];
        // Flows first: a stock follows from them.
        foreach (int s in Enumerable.Range(0, n).Where(s => !stocks.Feeds(s))) Combine(made, earlier, s, ahead);
        foreach (int s in Enumerable.Range(0, n).Where(stocks.Feeds))
        {
            double[] path = new double[ahead];
            stocks.Follow(known, s, made.Level, path);
            made.Candidates[Candidates.StockFlow][s] = [.. path.Select(y => known.ToLog(s, Math.Max(y, known.Offset[s] > 0 ? 0 : known.Levels[s][^1] * 1e-3)))];
            Combine(made, earlier, s, ahead);
            if (stocks.IsExact(known, s)) made.Candidates[Candidates.StockFlow][s]!.CopyTo(made.Centre[s], 0);
        }
        double together = Correlation.Of(earlier, known);
        for (int h = 0; h < ahead; h++)
        {
            SeriesKind[] kinds = [.. known.Specs.Select(s => s.Kind).Distinct()];
            double[] wide = [.. kinds.Select(kind => Bands.Of(earlier, known, kind, h, together))];
            for (int s = 0; s < n; s++) made.Half[s][h] = wide[Array.IndexOf(kinds, known.Specs[s].Kind)] * made.Scale(s, h, known);
        }
        return made;
    }

    private static void Combine(Standing made, IReadOnlyList<Standing> earlier, int s, int ahead)
    {
        Known known = made.Known;
        double takenBack = FlowRules.TakenBack * Jump(made, earlier, s);
        bool[] speaks = [.. made.Candidates.Select(c => c[s] is not null)];
        for (int h = 0; h < ahead; h++)
        {
            double[] weight = made.Weights[s][h] = Weighing.Of([.. earlier.Where(e => e.Known.Origin + h < known.Origin)], known, s, h, speaks);
            double centre = 0, apart = 0;
            for (int c = 0; c < weight.Length; c++)
                if (speaks[c]) centre += weight[c] * made.Candidates[c][s]![h];
            for (int c = 0; c < weight.Length; c++)
                if (speaks[c]) apart += weight[c] * Math.Pow(made.Candidates[c][s]![h] - centre, 2);
            made.Centre[s][h] = centre - takenBack;
            made.Doubt[s][h] = apart + (takenBack * takenBack);
        }
    }

    /// <summary>
    /// How far the last quarter lies from its forecast, if it is the first of a shock and the series took part in it. A stock stays where it is, and what
    /// came nearer to where it stood a year before has not jumped but come back.
    /// </summary>
    private static double Jump(Standing made, IReadOnlyList<Standing> earlier, int s)
    {
        Known known = made.Known;
        if (!known.IsFresh || earlier.Count == 0 || known.Specs[s].Kind == SeriesKind.Stock) return 0;
        double now = known.Log[s][^1], expected = known.ToLog(s, earlier[^1].Level(s, 0)), yearAgo = known.Log[s][known.SameQuarter(0)];
        return Math.Abs(now - expected) > FlowRules.Limit * known.Spread[s] && Math.Abs(now - yearAgo) > Math.Abs(expected - yearAgo) ? now - expected : 0;
    }
}
