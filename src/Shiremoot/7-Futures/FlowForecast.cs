using Shiremoot.Futures.Forecasting;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>A forecast of one quarter of a series, with the interval that is to hold nine in ten.</summary>
/// <param name="Quarter">The quarter: 2022Q2.</param>
/// <param name="Middle">As likely to be passed as not.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct QuarterForecast(string Quarter, double Middle, double Lower, double Upper);

/// <summary>
/// The quarters to come of every series of a file. Others may draw paths from it, such as a simulation that needs arrivals.
/// </summary>
public sealed class FlowForecast
{
    private readonly Standing standing;
    private readonly StockFlow stocks;

    internal FlowForecast(FlowTable table, int ahead, Standing standing, double together) => (Table, Ahead, this.standing, Together, stocks) = (table, ahead, standing, together, new(table));

    /// <summary>What it was made from.</summary>
    public FlowTable Table { get; }

    /// <summary>How many quarters.</summary>
    public int Ahead { get; }

    /// <summary>How far errors of the series go together, 0 to 0.95.</summary>
    public double Together { get; }

    /// <summary>The quarters that were taken for shocks to the system.</summary>
    public IReadOnlyList<string> Shocks => [.. Enumerable.Range(0, standing.Known.Origin).Where(t => standing.Known.Shocked[t]).Select(Table.Quarter)];

    /// <summary>True if the last quarter published is the first of a shock: half of what series jumped by is taken back, and intervals are wide.</summary>
    public bool IsFreshShock => standing.Known.IsFresh;

    /// <summary>The forecasts of a series, by its place in the table.</summary>
    public IReadOnlyList<QuarterForecast> Of(int series) =>
        [.. Enumerable.Range(0, Ahead).Select(h => new QuarterForecast(Table.Quarter(Table.Quarters.Count + h), standing.Level(series, h), standing.Lower(series, h), standing.Upper(series, h)))];

    /// <summary>What each way of forecasting counts for, as shares that add up to 1: last figure, last year, drift and season, damped trend, stock and flow.</summary>
    /// <param name="series">The series.</param>
    /// <param name="quartersAhead">1 for the next quarter.</param>
    public IReadOnlyList<double> Weights(int series, int quartersAhead) => standing.Weights[series][quartersAhead - 1];

    /// <summary>The ways of forecasting, in the order of <see cref="Weights"/>.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["last figure", "same quarter last year", "drift and season", "damped trend", "stock and flow"];

    /// <summary>Draws ways that the quarters to come may go, all series of a path together. The same seed gives the same paths, and the first of many are those of few.</summary>
    /// <param name="draws">How many, 1 to 100,000.</param>
    /// <param name="seed">The seed.</param>
    public Outcome<FlowPaths> Draw(int draws, ulong seed)
    {
        if (draws is < 1 or > FlowRules.MostDraws) return FlowRefusals.Draws(draws, FlowRules.MostDraws);
        int size = Table.Series.Count * Ahead;
        double[][] paths = new double[draws][];
        for (int d = 0; d < draws; d++) PathDrawing.Draw(standing, stocks, Together, seed, d, paths[d] = new double[size], Ahead);
        return new FlowPaths(Table, Ahead, paths);
    }
}
