namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// What is known at an origin: the figures of the quarters before it, copied, so that nothing made from this can see what came after. Figures are held as
/// logs; where a series has a nought among them, half its smallest other figure is added first.
/// </summary>
sealed class Known
{
    /// <param name="table">The whole table, or as much as there is; only what lies before the origin is looked at.</param>
    /// <param name="origin">How many quarters are known.</param>
    public Known(FlowTable table, int origin)
    {
        Origin = origin;
        Specs = table.Series;
        Levels = [.. table.Values.Select(v => v[..origin])];
        Offset = [.. Levels.Select(OffsetOf)];
        Log = [.. Levels.Select((v, s) => v.Select(y => Math.Log(y + Offset[s])).ToArray())];
        Shocked = new bool[origin];
        for (int t = FlowRules.FirstLearned; t < origin; t++) Shocked[t] = IsShock(t);
        Spread = Spreads(origin);
        Recent = [.. Enumerable.Range(0, Specs.Count).Select(RecentSpread)];
    }

    public int Origin { get; }

    public IReadOnlyList<SeriesSpec> Specs { get; }

    /// <summary>Figures as they are, by series and quarter.</summary>
    public double[][] Levels { get; }

    public double[][] Log { get; }

    public double[] Offset { get; }

    /// <summary>The quarters that were shocks to the system.</summary>
    public bool[] Shocked { get; }

    /// <summary>By series, the spread of a quarter's change in calm times.</summary>
    public double[] Spread { get; }

    /// <summary>The same, or that of the last year where it was greater.</summary>
    public double[] Recent { get; }

    /// <summary>True if the last quarter known is the first of a shock: whether its change will last cannot be known yet.</summary>
    public bool IsFresh => Shocked[^1] && !Shocked[^2];

    public double ToLog(int series, double level) => Math.Log(Math.Max(level, 0) + Offset[series]);

    public double ToLevel(int series, double log) => Math.Max(0, Math.Exp(log) - Offset[series]);

    /// <summary>The place of the same quarter of the last year that was no shock.</summary>
    public int SameQuarter(int ahead)
    {
        int at = Origin - 1 + ahead;
        do at -= FlowRules.Season;
        while (at >= Origin || (at >= FlowRules.Season && Shocked[at]));
        return at;
    }

    private static double OffsetOf(double[] levels)
    {
        if (Array.TrueForAll(levels, y => y > 0)) return 0;
        double least = double.MaxValue;
        foreach (double y in levels)
            if (y > 0) least = Math.Min(least, y);
        return least < double.MaxValue ? least / 2 : 0.5;
    }

    // A shock is a quarter in which more than a third of flows, not a few, moved further than three of their own calm spreads, both from the quarter before and beside the
    // same step a year before: a season is no shock. Stocks have no say where there are flows enough, for they carry the sum of a shock and not its blow.
    private bool IsShock(int t)
    {
        int[] flows = [.. Enumerable.Range(0, Specs.Count).Where(s => Specs[s].Kind == SeriesKind.Flow)];
        if (flows.Length < FlowRules.SeriesOfShock) flows = [.. Enumerable.Range(0, Specs.Count)];
        if (flows.Length < FlowRules.SeriesOfShock) return false;
        double[] own = [.. flows.Select(s => OwnSpread(s, t))];
        // A series that hardly ever changed would pass at any change.
        double least = Robust.Median([.. own.Order()]) / 10;
        int passed = 0;
        for (int f = 0; f < flows.Length; f++)
            if (Surprise(flows[f], t) > FlowRules.Limit * Math.Max(own[f], least) + 1e-9) passed++;
        return passed > flows.Length * FlowRules.ShareOfShock;
    }

    /// <summary>A quarter's change, or its difference from that of the same quarter a year before, whichever is smaller.</summary>
    private double Surprise(int s, int t)
    {
        double step = Log[s][t] - Log[s][t - 1];
        return t > FlowRules.Season && !Shocked[t - FlowRules.Season] ? Math.Min(Math.Abs(step), Math.Abs(step - Log[s][t - FlowRules.Season] + Log[s][t - FlowRules.Season - 1])) : Math.Abs(step);
    }

    private double OnYear(int s, int t) => (Log[s][t] - Log[s][t - 1] - Log[s][t - FlowRules.Season] + Log[s][t - FlowRules.Season - 1]) / Math.Sqrt(2);

    // Own spreads of a few quarters are unsure: each is drawn to the middle one of its kind.
    private double[] Spreads(int until)
    {
        double[] own = [.. Enumerable.Range(0, Specs.Count).Select(s => OwnSpread(s, until))];
        double[] spread = new double[own.Length];
        double count = Enumerable.Range(1, until - 1).Count(t => !Shocked[t]);
        for (int s = 0; s < own.Length; s++)
        {
            double group = Robust.Median([.. Enumerable.Range(0, own.Length).Where(o => Specs[o].Kind == Specs[s].Kind).Select(o => own[o]).Order()]);
            spread[s] = Math.Max(1e-9, Math.Sqrt(((count * own[s] * own[s]) + (FlowRules.GroupQuarters * group * group)) / (count + FlowRules.GroupQuarters)));
        }
        return spread;
    }

    private double OwnSpread(int s, int until)
    {
        double steps = Robust.Spread(Enumerable.Range(1, until - 1).Where(t => !Shocked[t]).Select(t => Log[s][t] - Log[s][t - 1]));
        int[] years = [.. Enumerable.Range(FlowRules.Season + 1, Math.Max(0, until - FlowRules.Season - 1)).Where(t => !Shocked[t] && !Shocked[t - FlowRules.Season])];
        return years.Length < FlowRules.Season ? steps : Math.Min(steps, Robust.Spread(years.Select(t => OnYear(s, t))));
    }

    private double RecentSpread(int s)
    {
        double squares = 0;
        for (int t = Origin - FlowRules.Season; t < Origin; t++)
        {
            double moved = Math.Min(Surprise(s, t), FlowRules.Limit * Spread[s]);
            squares += moved * moved;
        }
        return Math.Max(Spread[s], Math.Sqrt(squares / FlowRules.Season));
    }
}
