using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>What the cohort language may refuse.</summary>
static class CohortRefusals
{
    public static Refusal NotUnderstood(string text, int at, IReadOnlyCollection<string> wanted) =>
        new("RECORDS-21", $"{Place(text, at)}: {Found(text, at)} cannot stand here.", wanted.Count == 0 ? "Begin with a condition such as sex = 'female'." : $"Here may stand {string.Join(", ", wanted)}.");

    public static Refusal TooLong(int length, int most) =>
        new("RECORDS-22", string.Create(CultureInfo.InvariantCulture, $"The condition has {length} letters; the most is {most}."), "Split it into several cohorts.");

    public static Refusal TooDeep(int most) =>
        new("RECORDS-23", string.Create(CultureInfo.InvariantCulture, $"The condition nests more than {most} deep."), "Take brackets away, or split it into several cohorts.");

    public static Refusal DoesNotFit(string text, IReadOnlyList<(int At, string Says)> faults) =>
        new("RECORDS-24", $"The condition has {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct it where the lines below say.")
        {
            Details = [.. faults.OrderBy(f => f.At).Select(f => $"{Place(text, f.At)}: {f.Says}")],
        };

    public static Refusal NotADay(string text) =>
        new("RECORDS-26", $"The index '{text}' is not a day.", "Give a day such as first(sentence), or a date.");

    public static Refusal BadStory(string part) =>
        new("RECORDS-29", $"'{part}' is no part of a story.", "Write an attribute (sex female), a kind of event with its days (offence 2023-02-01, 2023-04-01) or a span (custody-spell 2023-05-01 to 2023-06-01).");

    public static Refusal FileFaults(IReadOnlyList<string> faults) =>
        new("RECORDS-30", $"The place's cohorts have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct the lines named and run the command again.") { Details = faults };

    /// <summary>"line 2, column 5" of a text of several lines, else "column 5".</summary>
    private static string Place(string text, int at)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, Math.Min(at, text.Length));
        int line = before.Count('\n') + 1, column = before.Length - before.LastIndexOf('\n');
        return text.Contains('\n', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}")
            : string.Create(CultureInfo.InvariantCulture, $"column {column}");
    }

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(" \n\r\t,()[]");

    private static string Found(string text, int at)
    {
        if (at >= text.Length) return "the end";
        ReadOnlySpan<char> rest = text.AsSpan(at);
        int end = rest.IndexOfAny(Ends);
        return $"'{rest[..(end < 0 ? rest.Length : Math.Max(end, 1))]}'";
    }
}
