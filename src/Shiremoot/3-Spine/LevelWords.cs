using System.Globalization;

namespace Shiremoot.Spine;

/// <summary>Levels of agreement in words: jaro_winkler(surname) >= 0.9 is "surname alike to 0.9".</summary>
static class LevelWords
{
    public static string Of(LinkLevel level) => level.Conditions.Count == 0 ? "anything else" : string.Join(", ", level.Conditions.Select(Of));

    public static string Of(LinkCondition condition)
    {
        string[] parts = [.. condition.Parts.Select(Named)];
        (string first, string all, double n) = (parts[0], string.Join(" and ", parts), condition.Number);
        return (condition.Measure, condition.Sign) switch
        {
            ("same", ">=") => $"same {first}",
            ("differs", ">=") => $"different {first}",
            ("shares", ">=") when n <= 1 => $"share a {first}",
            ("shares", ">=") => $"share {Number(n)} of {first}",
            ("jaro_winkler" or "dice" or "levenshtein", ">=") => $"{first} alike to {Number(n)}",
            ("edits", "<=") => $"{first} {Number(n)} edit{Plural(n)} apart at most",
            ("date_edits", "<=") => $"{first} {Number(n)} slip{Plural(n)} apart at most",
            ("days_apart", "<=") => $"{first} {Number(n)} days apart at most",
            ("difference", "<=") => $"{first} {Number(n)} apart at most",
            ("kilometres", "<=") => $"{Number(n)} km apart at most",
            ("nickname", ">=") => $"{first} by a short form",
            ("swapped", ">=") => $"{all} swapped",
            ("also_known", ">=") => $"name among the other's {first}",
            ("starts", ">=") => $"one {first} begins the other",
            ("missing", ">=") when n <= 1 => $"{first} missing of one at least",
            ("missing", "<") when n <= 1 => $"{first} known of both",
            _ => $"{condition.Measure.Replace('_', ' ')} of {all} {condition.Sign} {Number(n)}",
        };
    }

    private static string Named(FieldPart part) => $"{part.Field.Replace('_', ' ')}{(part.Part is { } p ? $" ({p})" : "")}";

    private static string Number(double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Plural(double number) => number is 1 ? "" : "s";
}
