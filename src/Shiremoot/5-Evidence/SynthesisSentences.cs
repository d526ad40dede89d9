using System.Globalization;

namespace Shiremoot.Evidence;

/// <summary>A synthesis in plain sentences: the average, how much effects differ, where a further study would lie, and what small studies suggest.</summary>
public static class SynthesisSentences
{
    // Above so many per cent Cochrane speaks of substantial heterogeneity (J. P. T. Higgins and others, 2003: 25, 50 and 75 are low, moderate and high).
    private const double Low = 25, Moderate = 50, High = 75;

    /// <summary>The average with its interval, or that moderators leave none.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="groups">What the two groups are, the first first; none where they have no names.</param>
    public static string Average(SynthesisResult result, IReadOnlyList<string>? groups = null)
    {
        if (result.Average is not { } average) return "With moderators there is no one average: see the table.";
        string first = groups is { Count: 2 } ? $"among those who {groups[0]} than among those who {groups[1]}" : "in the first group";
        bool isShown = average.Interval.Lower > 0 || average.Interval.Upper < 0;
        string range = Say($"{Figure(result, average.Value)} ({result.Asked.Confidence:0%} interval {Figure(result, average.Interval.Lower)} to {Figure(result, average.Interval.Upper)})");
        return $"Over {result.Studies.Count} effects the average {Measure(result)} is {range}: {(isShown ? $"{(average.Value > 0 ? "more" : "less")} {first}" : "no difference shown")}.";
    }

    /// <summary>How much effects differ from study to study beyond chance.</summary>
    public static string Spread(SynthesisResult result)
    {
        SynthesisSpread spread = result.Spread;
        string much = spread.ISquared switch { < Low => "hardly", < Moderate => "little", < High => "moderately", _ => "greatly" };
        string held = spread.ISquaredInterval is { } i ? Say($", interval {i.Lower:0} to {i.Upper:0}%") : "";
        return Say($"Effects differ {much} beyond chance: {spread.ISquared:0}% of their variance is not chance (I²{held}); the standard deviation of true effects is {Math.Sqrt(spread.TauSquared):0.00}{(result.Asked.Measure.IsRatio() ? " on the log scale" : "")}.");
    }

    /// <summary>Where the true effect of a further study is expected; empty where that is not told.</summary>
    public static string Prediction(SynthesisResult result)
    {
        if (result.Prediction is not { } held) return "";
        string across = held.Lower < 0 && held.Upper > 0 ? "so that somewhere else it may well go the other way" : "so that elsewhere it is expected to go the same way";
        return Say($"The true effect in a further study of the kind is expected between {Figure(result, held.Lower)} and {Figure(result, held.Upper)}, {across}.");
    }

    /// <summary>Whether small studies tell of other effects than large ones.</summary>
    public static string SmallStudies(SynthesisResult result)
    {
        List<string> says = [];
        if (result.SmallStudies.Egger is { } egger)
            says.Add(egger.P < 0.05 ? Say($"Small studies show other effects than large ones, more than chance would give (Egger's test, p {egger.P:0.000}): studies may be missing.") : Say($"Small studies do not differ from large ones by more than chance would give (Egger's test, p {egger.P:0.00}){(result.Studies.Count < 10 ? "; with fewer than ten studies it would hardly be noticed" : "")}."));
        if (result.SmallStudies.Fill is { } fill)
            says.Add(fill.Missing == 0 ? "Trim and fill puts none in." : Say($"Trim and fill puts {fill.Missing} in, of {(fill.OnTheRight ? "larger" : "smaller")} effects; with them the average would be {Figure(result, fill.Average.Value)} ({Figure(result, fill.Average.Interval.Lower)} to {Figure(result, fill.Average.Interval.Upper)})."));
        return says.Count == 0 ? result.SmallStudies.Why : string.Join(' ', says);
    }

    /// <summary>A number of the synthesis as it is shown: of a ratio the ratio itself, to two places.</summary>
    public static string Figure(SynthesisResult result, double value) => (result.Asked.Measure.IsRatio() ? Math.Exp(value) : value).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>What a number shown is: odds ratio, not its logarithm.</summary>
    public static string Measure(SynthesisResult result) => result.Asked.Measure.IsRatio() ? result.Asked.Measure.Says()[4..] : result.Asked.Measure.Says();

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
