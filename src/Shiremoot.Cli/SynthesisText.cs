using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>Says a synthesis on the terminal: the answer, the spread, a forest of the studies, and what small studies suggest.</summary>
static class SynthesisText
{
    private const int MostRows = 60;

    public static void Say(SynthesisResult result, string? written)
    {
        bool isRatio = result.Asked.Measure.IsRatio();
        Line($"{result.Studies.File}: {result.Studies.Read:N0} rows, {result.Studies.Count:N0} effects combined. {Capital(result.Asked.Measure.Says())}; {result.Asked.Method.Says()}.");
        foreach ((string why, int rows) in result.Studies.LeftOut) Line($"  Left out: {rows:N0}, {why}.");
        foreach (string note in result.Notes) Line($"  {note}");
        Line($"");
        foreach (SynthesisCoefficient c in result.Coefficients)
            Line($"{c.Name}: {c.Value:0.00000} ({Percent(result)} interval {c.Interval.Lower:0.00000} to {c.Interval.Upper:0.00000}; {c.Interval.Method}), error {c.StandardError:0.00000}, {(c.Degrees is { } df ? $"t {c.Statistic:0.000} on {df}" : $"z {c.Statistic:0.000}")}, p {Chance(c.P)}{(isRatio ? $"; ratio {Ratio(c.Value)} ({Ratio(c.Interval.Lower)} to {Ratio(c.Interval.Upper)})" : "")}");
        if (result.Prediction is { } prediction)
            Line($"A further study's true effect: {prediction.Lower:0.00000} to {prediction.Upper:0.00000}{(isRatio ? $"; ratio {Ratio(prediction.Lower)} to {Ratio(prediction.Upper)}" : "")}");
        Spread(result.Spread);
        if (result.ModeratorTest is { } test) Line($"Moderators together: {(test.Degrees2 is { } second ? $"F {test.Statistic:0.000} on {test.Degrees} and {second}" : $"chi-squared {test.Statistic:0.000} on {test.Degrees}")}, p {Chance(test.P)}.");
        Small(result.SmallStudies, isRatio);
        Forest(result);
        if (written is not null) Line($"Written: {written}");
    }

    private static void Spread(SynthesisSpread spread)
    {
        Line($"Spread: Q {spread.Q:0.000} on {spread.Degrees}, p {Chance(spread.P)}; variance between studies {spread.TauSquared:0.00000}{Held(spread.TauInterval, "0.00000")}; I² {spread.ISquared:0.0}%{Held(spread.ISquaredInterval, "0.0")}; H² {spread.HSquared:0.00}.");
        foreach (SynthesisLevel level in spread.Levels) Line($"  {level.Name}: variance {level.Variance:0.00000}{Held(level.Interval, "0.00000")}, {level.Share:0.0}% of all.");
        if (spread.Explained is { } explained) Line($"  {explained:0.0}% of it goes with the moderators.");
    }

    private static void Small(SynthesisSmallStudies small, bool isRatio)
    {
        if (small.Egger is { } egger) Line($"Egger's test: t {egger.Statistic:0.000} on {egger.Degrees}, p {Chance(egger.P)}; a study without error would show {small.Limit!.Value:0.0000}{(isRatio ? $" (ratio {Ratio(small.Limit.Value)})" : "")}.");
        if (small.Fill is { } fill) Line($"Trim and fill: {fill.Missing} missing on the {(fill.OnTheRight ? "right" : "left")}; with them {fill.Average.Value:0.0000} ({fill.Average.Interval.Lower:0.0000} to {fill.Average.Interval.Upper:0.0000}).");
        if (small.Why.Length > 0) Line($"{small.Why}");
    }

    private static void Forest(SynthesisResult result)
    {
        List<SynthesisForest.Line> lines = [.. result.Rows.Take(MostRows).Select(r => new SynthesisForest.Line(r.Name, r.Effect, r.Interval.Lower, r.Interval.Upper, $"{r.Weight.ToString("0.0", CultureInfo.InvariantCulture)}%"))];
        if (result.Average is { } average) lines.Add(new(average.Name, average.Value, average.Interval.Lower, average.Interval.Upper, "", IsWhole: true));
        if (result.Prediction is { } prediction) lines.Add(new("A further study", null, prediction.Lower, prediction.Upper, "", IsWhole: true));
        Line($"");
        foreach (string line in SynthesisForest.Draw(lines)) Console.Out.WriteLine(line);
        if (result.Rows.Count > MostRows) Line($"{result.Rows.Count - MostRows:N0} more are not drawn; --out writes them all.");
    }

    private static string Held(Interval? interval, string form) => interval is { } held ? $" ({held.Lower.ToString(form, CultureInfo.InvariantCulture)} to {held.Upper.ToString(form, CultureInfo.InvariantCulture)})" : "";

    private static string Percent(SynthesisResult result) => string.Create(CultureInfo.InvariantCulture, $"{100 * result.Asked.Confidence:0.##}%");

    private static string Ratio(double log) => Math.Exp(log).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Chance(double p) => p < 0.0001 ? p.ToString("0.0e+0", CultureInfo.InvariantCulture) : p.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
