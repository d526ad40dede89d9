namespace Shiremoot.Futures.Forecasting;

/// <summary>The ways to forecast that are weighed against one another. Each takes what is known and gives logs by series and quarter ahead.</summary>
static class Candidates
{
    public const int Last = 0, LastYear = 1, Drift = 2, Trend = 3, StockFlow = 4, Count = 5;

    /// <summary>The last figure.</summary>
    public static double[][] OfLast(Known known, int ahead) => [.. known.Log.Select(x => Enumerable.Repeat(x[^1], ahead).ToArray())];

    /// <summary>The same quarter of the last year that was no shock. No forecast of a stock: what it holds carries over.</summary>
    public static double[]?[] OfLastYear(Known known, int ahead) =>
        [.. known.Log.Select((x, s) => known.Specs[s].Kind == SeriesKind.Stock ? null : Enumerable.Range(1, ahead).Select(h => x[known.SameQuarter(h)]).ToArray())];
}
