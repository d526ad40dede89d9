using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Forecasting;

/// <summary>Made-up tables of quarters whose nature is known.</summary>
internal static class MadeFlows
{
    public static FlowTable Of(params double[][] series) => Of([.. series.Select((_, s) => new SeriesSpec($"s{s}", $"s{s}", "", SeriesKind.Flow, [], []))], series);

    public static FlowTable Of(IReadOnlyList<SeriesSpec> specs, double[][] series) => new("made.csv", [.. Enumerable.Range(0, series[0].Length).Select(t => t.ToString(CultureInfo.InvariantCulture))], 2000 * 4, specs, series, []);

    /// <summary>Random walks of logs, sharing part of each step.</summary>
    public static FlowTable Walks(int series, int quarters, double step, double together, ulong seed)
    {
        double[][] made = [.. Enumerable.Range(0, series).Select(_ => new double[quarters])];
        Chance chance = new(seed, 0, 1);
        double[] at = [.. Enumerable.Range(0, series).Select(s => Math.Log(1000 * (s + 1)))];
        for (int t = 0; t < quarters; t++)
        {
            double common = Math.Sqrt(together) * chance.Normal();
            for (int s = 0; s < series; s++) made[s][t] = Math.Exp(at[s] += step * (common + (Math.Sqrt(1 - together) * chance.Normal())));
        }
        return Of(made);
    }

    /// <summary>Series with a season and noise about a level that stays.</summary>
    public static FlowTable Seasons(int series, int quarters, double noise, ulong seed)
    {
        Chance chance = new(seed, 0, 2);
        double[] season = [0.2, -0.1, 0.1, -0.2];
        return Of([.. Enumerable.Range(0, series).Select(s => Enumerable.Range(0, quarters).Select(t => 1000 * (s + 1) * Math.Exp(season[t % 4] + (noise * chance.Normal()))).ToArray())]);
    }
}
