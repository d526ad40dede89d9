using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Mapping;

/// <summary>What a short text came to: a fault, a missing value (no text), or a text with up to two numbers.</summary>
sealed record Word(byte[]? Text, long Whole, double Number, CellFault? Fault)
{
    public static Word Of(string text, long whole = 0, double number = 0) => new(Encoding.UTF8.GetBytes(text), whole, number, null);

    public static readonly Word Missing = new(null, 0, 0, null);

    public static Word Bad(CellFault fault) => new(null, 0, 0, fault);
}

/// <summary>How codes, flags, periods and areas are worked out from their text.</summary>
static partial class Words
{
    public static Func<string, Word> Codes(FeedColumn column)
    {
        Dictionary<string, string> kept = [];
        foreach ((string found, string keep) in column.Codes) kept.TryAdd(found, keep);
        return text => kept.TryGetValue(text, out string? keep) ? (keep.Length == 0 ? Word.Missing : Word.Of(keep)) : column.Unknown switch
        {
            UnknownCode.Keep => Word.Of(text),
            UnknownCode.Missing => Word.Missing,
            _ => Word.Bad(Faults.UnknownCode),
        };
    }

    public static Word Flag(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "t" or "1" => Word.Of("true", 1, 1),
        "no" or "n" or "false" or "f" or "0" => Word.Of("false"),
        _ => Word.Bad(Faults.NotFlag),
    };

    public static Word Area(string text, FeedColumn column, Func<string, string, string?> areas) =>
        areas(text, column.AreaKind!) is { } code ? Word.Of(code) : column.Unknown switch
        {
            UnknownCode.Keep => Word.Of(text),
            UnknownCode.Missing => Word.Missing,
            _ => Word.Bad(Faults.UnknownArea),
        };

    /// <summary>A period by its form or by the style the feed declares; the label stays as the source writes it.</summary>
    public static Word Period(string text, string? style)
    {
        Terms.Period? period = style switch
        {
            null => Terms.Period.TryRead(text, out Terms.Period read) ? read : null,
            "year" => FirstYear().Match(text) is { Success: true } year ? Terms.Period.CalendarYear(int.Parse(year.Value)) : null,
            "financial-year" => FirstYear().Match(text) is { Success: true } year ? Terms.Period.FinancialYear(int.Parse(year.Value)) : null,
            "month" => LastDay(text) is { } day ? Terms.Period.Month(day.Year, day.Month) : null,
            "quarter" or "quarter-ending" => LastDay(text) is { } day ? Quarter(day) : Terms.Period.TryRead(text, out Terms.Period read) ? read : null,
            "year-ending" => LastDay(text) is { } day ? Terms.Period.YearEnding(day) : null,
            _ => null,
        };
        return period is null ? Word.Bad(Faults.NotPeriod) : Word.Of(text, Days.Number(period.From), Days.Number(period.Until));
    }

    private static Terms.Period Quarter(LocalDate day) => Terms.Period.Quarter(day.Year, (day.Month + 2) / 3);

    // A day, or a month taken at its last day: 2018-06 and 2018-06-30 end the same quarter.
    private static LocalDate? LastDay(string text)
    {
        string day = text.Length > 10 ? text[..10] : text;
        if (LocalDatePattern.Iso.Parse(day).TryGetValue(default, out LocalDate date)) return date;
        return YearMonthPattern.Iso.Parse(day).TryGetValue(default, out YearMonth month) ? month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month)) : null;
    }

    [GeneratedRegex(@"^\d{4}", RegexOptions.None, 1000)]
    private static partial Regex FirstYear();
}
