using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Mapping;

/// <summary>What a short text came to: a fault, a missing value (no text), or a text with up to two numbers.</summary>
/// <param name="Text">The text that is kept; null for none.</param>
/// <param name="Whole">A whole number, or the first day of a period.</param>
/// <param name="Number">A number, or the day after a period.</param>
/// <param name="Fault">Why the text is bad.</param>
/// <param name="IsUnlisted">The feed's list does not have it, whatever is then done with it.</param>
sealed record Word(byte[]? Text, long Whole, double Number, CellFault? Fault, bool IsUnlisted = false)
{
    public static Word Of(string text, long whole = 0, double number = 0) => new(Encoding.UTF8.GetBytes(text), whole, number, null);

    public static readonly Word Missing = new(null, 0, 0, null);

    public static Word Bad(CellFault fault) => new(null, 0, 0, fault);
}

/// <summary>How codes, flags, periods and areas are worked out from their text.</summary>
static class Words
{
    public static Func<string, Word> Codes(FeedColumn column)
    {
        Dictionary<string, string> kept = [];
        foreach ((string found, string keep) in column.Codes) kept.TryAdd(found, keep);
        return text => kept.TryGetValue(text, out string? keep) ? (keep.Length == 0 ? Word.Missing : Word.Of(keep)) : Unlisted(text, column, Faults.UnknownCode);
    }

    public static Word Flag(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "t" or "1" => Word.Of("true", 1, 1),
        "no" or "n" or "false" or "f" or "0" => Word.Of("false"),
        _ => Word.Bad(Faults.NotFlag),
    };

    public static Word Area(string text, FeedColumn column, Func<string, string, string?> areas) =>
        areas(text, column.AreaKind!) is { } code ? Word.Of(code) : Unlisted(text, column, Faults.UnknownArea);

    /// <summary>A period by its form or by the style the feed declares; the label stays as the source writes it.</summary>
    public static Word Period(string text, string? style)
    {
        Terms.Period? period = style switch
        {
            null => Terms.Period.TryRead(text, out Terms.Period read) ? read : null,
            "year" => FirstYear(text) is { } year ? Terms.Period.CalendarYear(year) : null,
            "financial-year" => FirstYear(text) is { } year ? Terms.Period.FinancialYear(year) : null,
            "month" => LastDay(text) is { } day ? Terms.Period.Month(day.Year, day.Month) : null,
            "quarter" or "quarter-ending" => LastDay(text) is { } day ? Quarter(day) : Terms.Period.TryRead(text, out Terms.Period read) ? read : null,
            "year-ending" => LastDay(text) is { } day ? Terms.Period.YearEnding(day) : null,
            _ => null,
        };
        return period is null ? Word.Bad(Faults.NotPeriod) : Word.Of(text, Days.Number(period.From), Days.Number(period.Until));
    }

    private static Word Unlisted(string text, FeedColumn column, CellFault fault) => column.Unknown switch
    {
        UnknownCode.Keep => Word.Of(text) with { IsUnlisted = true },
        UnknownCode.Missing => Word.Missing with { IsUnlisted = true },
        _ => Word.Bad(fault) with { IsUnlisted = true },
    };

    private static Terms.Period Quarter(LocalDate day) => Terms.Period.Quarter(day.Year, (day.Month + 2) / 3);

    // A day, or a month taken at its last day: 2018-06 and 2018-06-30 end the same quarter.
    private static LocalDate? LastDay(string text)
    {
        string day = text.Length > 10 ? text[..10] : text;
        if (FirstYear(day) is null) return null;
        if (LocalDatePattern.Iso.Parse(day).TryGetValue(default, out LocalDate date)) return date;
        return YearMonthPattern.Iso.Parse(day).TryGetValue(default, out YearMonth month) ? month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month)) : null;
    }

    // The years of Period.TryRead: a year beyond them is a slip, and the calendar itself ends at 9999.
    private static int? FirstYear(string text) =>
        text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1800 and <= 2200 ? year : null;
}
