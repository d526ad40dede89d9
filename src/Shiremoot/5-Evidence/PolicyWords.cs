using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Says in plain words what became of a policy, how sure that is, and what stands against it.</summary>
public static class PolicyWords
{
    private const double BeyondChance = 0.05;

    /// <summary>The sentence a page leads with; where the headline is withheld, why.</summary>
    /// <param name="result">The effect.</param>
    /// <param name="outcome">What was measured, as a sentence would begin: "Crime severity score".</param>
    public static string Headline(this DifferenceResult result, string outcome)
    {
        if (result.Withheld is { } withheld) return $"No effect is told. {withheld}";
        double effect = result.Effect.Value;
        string held = result.Interval is { } i ? $" ({Percent(i.Confidence)} interval {Ends(i)})" : " (too few units to bound it)";
        return result.P < BeyondChance
            ? $"{outcome} was {Number(Math.Abs(effect))} {MoreOrLess(effect)} on average with the policy than it would have been{held}: more than chance alone would do ({Chance(result.P)})."
            : $"No effect can be told from chance: {outcome} was {Number(Math.Abs(effect))} {MoreOrLess(effect)} on average with the policy than expected{held}, and chance alone does as much often enough ({Chance(result.P)}).";
    }

    /// <summary>What the effect rests on and what it cannot show.</summary>
    public static string Caution(this DifferenceResult result) => result.Leads is { } leads
        ? string.Create(CultureInfo.InvariantCulture, $"Before the policy {result.TreatedUnits} treated and {result.OtherUnits} other units {(leads.Differ ? "did not move alike" : "moved alike as far as can be seen")} ({leads.Count} {(leads.Count == 1 ? "difference" : "differences")} tested together, {Chance(leads.P)}{(leads.IsByPlacement ? " by placement" : "")}). That they would have gone on so is assumed; whatever else changed for one kind alone at the same time is part of the effect.")
        : "With one period before the policy nothing shows whether treated and other units moved alike.";

    /// <summary>The sentence a page leads with.</summary>
    /// <param name="result">The effect.</param>
    /// <param name="outcome">What was measured.</param>
    public static string Headline(this InterruptedResult result, string outcome)
    {
        InterruptedPeriod last = result.Periods[^1];
        string when = $"in {last.Period}", expected = $"expected {Number(last.Expected)}";
        string size = result.RatioAtEnd is { } ratio
            ? $"{Number(Math.Abs(100 * (ratio.Value - 1)))}% {(ratio.Value < 1 ? "below" : "above")} what was to be expected {when} ({expected}; {Percent(result.Asked.Confidence)} interval {Number(100 * (ratio.Lower - 1))}% to {Number(100 * (ratio.Upper - 1))}%)"
            : $"{Number(Math.Abs(result.AtEnd.Value))} {(result.AtEnd.Value < 0 ? "below" : "above")} what was to be expected {when} ({expected}; {Percent(result.Asked.Confidence)} interval of the difference {Ends(result.AtEnd.Interval)})";
        return result.Break.P < BeyondChance
            ? $"{outcome} broke from its line when the policy began ({Chance(result.Break.P)}): it was {size}."
            : $"No break can be told from chance ({Chance(result.Break.P)}): {outcome} was {size}.";
    }

    /// <summary>What the effect rests on and what it cannot show.</summary>
    public static string Caution(this InterruptedResult result) => string.Create(CultureInfo.InvariantCulture,
        $"The line of {result.Before} periods before is drawn on through {result.Since} since{(result.Series.Compare is null ? ", and nothing else is compared: whatever else changed at that time is part of the effect" : ", less what a comparison series did: what touched only one of the two at that time is part of the effect")}.");

    /// <summary>A number with four figures that tell.</summary>
    public static string Number(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        int decimals = Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8);
        return Math.Round(value, decimals).ToString("#,##0.########", CultureInfo.InvariantCulture);
    }

    /// <summary>A chance in words: "p 0.034".</summary>
    public static string Chance(double p) => p < 0.001 ? "p below 0.001" : $"p {p.ToString("0.000", CultureInfo.InvariantCulture)}";

    private static string Ends(Interval i) => $"{Number(i.Lower)} to {Number(i.Upper)}";

    private static string MoreOrLess(double effect) => effect < 0 ? "lower" : "higher";

    private static string Percent(double confidence) => string.Create(CultureInfo.InvariantCulture, $"{100 * confidence:0.##}%");
}
