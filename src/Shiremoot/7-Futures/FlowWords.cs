using System.Globalization;

namespace Shiremoot.Futures;

/// <summary>What a backtest comes to, in a sentence that doors share.</summary>
public static class FlowWords
{
    /// <summary>Beside the two plain forecasts, and how many intervals held.</summary>
    public static string Headline(this FlowBacktest b) => string.Create(CultureInfo.InvariantCulture,
        $"{b.Overall.Points:N0} forecasts of {b.BySeries.Count} series: {Beside(b.MeanBesideLast)} the last figure would have done, {Beside(b.MeanBesideLastYear)} the same quarter of the year before would; {100 * b.Overall.Coverage:0}% of intervals that were to hold 90% did.");

    private static string Beside(double? ratio) => ratio switch
    {
        null => "it cannot be told how they fared beside what",
        < 0.995 and { } r => string.Create(CultureInfo.InvariantCulture, $"errors {100 * (1 - r):0}% smaller than"),
        > 1.005 and { } r => string.Create(CultureInfo.InvariantCulture, $"errors {100 * (r - 1):0}% greater than"),
        _ => "errors as great as",
    };
}
