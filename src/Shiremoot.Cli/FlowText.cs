using System.Globalization;
using Shiremoot.Futures;

namespace Shiremoot.Cli;

/// <summary>Says forecasts and backtests of flows on the terminal: the finding, then the table.</summary>
static class FlowText
{
    public static void Say(FlowForecast forecast, string? source)
    {
        if (forecast.IsFreshShock) Console.Out.WriteLine("The last quarter is the first of a shock: half of what series jumped by is taken back, and intervals are wide.");
        TableText.Print(forecast.ToTable(source));
    }

    public static void Say(FlowBacktest b, string? source)
    {
        Console.Out.WriteLine(b.Headline());
        Line($"Pooled error {N(b.Overall.Scaled)} (in steps before each origin {N(b.Overall.ScaledBefore)}); beside the last figure {N(b.Overall.BesideLast)}, geometric mean of series {N(b.MeanBesideLast)}; beside last year {N(b.Overall.BesideLastYear)}, geometric mean {N(b.MeanBesideLastYear)}.");
        Line($"Intervals of 90% that held: {b.Overall.Held} of {b.Overall.Points}, {b.Overall.Coverage:0.0%}. Sums over all quarters ahead within drawn paths: {b.SumsHeld.Held} of {b.SumsHeld.Sums}.");
        Compare("the last figure", b, s => s.BesideLast);
        Compare("the same quarter of the year before", b, s => s.BesideLastYear);
        foreach (FlowScore s in b.ByAhead.Concat(b.ByOrigin)) Line($"{(b.ByOrigin.Contains(s) ? "From " : "")}{s.Of}: {s.Points} forecasts, error {N(s.Scaled)}, beside the last figure {N(s.BesideLast)}, beside last year {N(s.BesideLastYear)}, {s.Coverage:0.0%} held.");
        TableText.Print(b.ToScores(source));
    }

    private static void Compare(string with, FlowBacktest b, Func<FlowScore, double?> ratio)
    {
        Line($"Better than {with}: {Names(b.BySeries.Where(s => ratio(s) < 1))}.");
        Line($"No better than {with}: {Names(b.BySeries.Where(s => !(ratio(s) < 1)))}.");
    }

    private static string Names(IEnumerable<FlowScore> scores) => string.Join("; ", scores.Select(s => s.Of)) is { Length: > 0 } names ? names : "none";

    private static string N(double? value) => value is { } v ? v.ToString("0.000", CultureInfo.InvariantCulture) : "not told";

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
