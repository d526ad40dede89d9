namespace Shiremoot.Futures;

/// <summary>How forecasts made at each earlier quarter, from what was known then, would have fared.</summary>
public sealed record FlowBacktest
{
    public required FlowTable Table { get; init; }

    /// <summary>How many quarters ahead at most.</summary>
    public required int Ahead { get; init; }

    /// <summary>Every forecast, in order of origin, quarters ahead and series.</summary>
    public required IReadOnlyList<FlowPoint> Points { get; init; }

    /// <summary>By series, in the table's order.</summary>
    public required IReadOnlyList<FlowScore> BySeries { get; init; }

    /// <summary>By quarters ahead.</summary>
    public required IReadOnlyList<FlowScore> ByAhead { get; init; }

    /// <summary>By the last quarter known.</summary>
    public required IReadOnlyList<FlowScore> ByOrigin { get; init; }

    /// <summary>All forecasts together: scaled errors pooled.</summary>
    public required FlowScore Overall { get; init; }

    /// <summary>The geometric mean over series of the error beside the last figure's; null if no series has one.</summary>
    public required double? MeanBesideLast { get; init; }

    /// <summary>The same beside the same quarter a year before.</summary>
    public required double? MeanBesideLastYear { get; init; }

    /// <summary>Quarters taken for shocks to the system.</summary>
    public required IReadOnlyList<string> Shocks { get; init; }

    /// <summary>Sums of a flow over all quarters ahead that fell in the middle nine tenths of drawn paths, and how many there were.</summary>
    public required (int Held, int Sums) SumsHeld { get; init; }

    /// <summary>Series forecast better than by the last figure.</summary>
    public IReadOnlyList<FlowScore> WinsOverLast => [.. BySeries.Where(s => s.BesideLast < 1)];

    /// <summary>Series forecast better than by the same quarter a year before.</summary>
    public IReadOnlyList<FlowScore> WinsOverLastYear => [.. BySeries.Where(s => s.BesideLastYear < 1)];

    internal static FlowBacktest Of(FlowTable table, int ahead, IReadOnlyList<FlowPoint> points, IReadOnlyList<int> shocks, (int, int) sums)
    {
        FlowScale scale = new(table);
        FlowScore[] series = [.. points.GroupBy(p => p.Series).OrderBy(g => g.Key).Select(g => scale.Score(table.Series[g.Key].Title, [.. g]))];
        return new FlowBacktest
        {
            Table = table,
            Ahead = ahead,
            Points = points,
            BySeries = series,
            ByAhead = [.. points.GroupBy(p => p.Ahead).OrderBy(g => g.Key).Select(g => scale.Score(g.Key == 1 ? "1 quarter ahead" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{g.Key} quarters ahead"), [.. g]))],
            ByOrigin = [.. points.GroupBy(p => p.Origin).OrderBy(g => g.Key).Select(g => scale.Score(table.Quarter(g.Key - 1), [.. g]))],
            Overall = scale.Score("All", points),
            MeanBesideLast = Mean(series.Select(s => s.BesideLast)),
            MeanBesideLastYear = Mean(series.Select(s => s.BesideLastYear)),
            Shocks = [.. shocks.Select(table.Quarter)],
            SumsHeld = sums,
        };
    }

    // A series forecast without any error cannot pull a geometric mean to nought alone.
    private static double? Mean(IEnumerable<double?> ratios)
    {
        double[] known = [.. ratios.OfType<double>().Select(r => Math.Max(r, 1e-3))];
        return known.Length == 0 ? null : Math.Exp(known.Average(Math.Log));
    }
}
