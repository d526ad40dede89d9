using System.Globalization;
using NodaTime;

namespace Shiremoot.Terms;

/// <summary>A stretch of days from <see cref="From"/> up to but not including <see cref="Until"/>, with the label its source gives it.</summary>
public sealed record Period(LocalDate From, LocalDate Until, string Label)
{
    public int Days => NodaTime.Period.DaysBetween(From, Until);

    public static Period CalendarYear(int year) => new(new(year, 1, 1), new(year + 1, 1, 1), $"{year}");

    /// <summary>April to March; the label is in the form 2015/16.</summary>
    public static Period FinancialYear(int startYear) =>
        new(new(startYear, 4, 1), new(startYear + 1, 4, 1), $"{startYear}/{(startYear + 1) % 100:00}");

    public static Period Quarter(int year, int quarter) =>
        new(new(year, (quarter * 3) - 2, 1), new LocalDate(year, (quarter * 3) - 2, 1).PlusMonths(3), $"{year}Q{quarter}");

    public static Period Month(int year, int month) =>
        new(new(year, month, 1), new LocalDate(year, month, 1).PlusMonths(1), $"{year}-{month:00}");

    public static Period YearEnding(LocalDate lastDay) =>
        new(lastDay.PlusDays(1).PlusYears(-1), lastDay.PlusDays(1), $"year ending {lastDay:uuuu-MM-dd}");

    /// <summary>
    /// Reads the forms official statistics use: 2016, 2015/16 and 2015-16 (financial year), 2014-16 (a span of calendar years),
    /// 2018Q2, 2018-06 (a month). The label stays as written. False for anything else.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Period period)
    {
        text = text.Trim();
        period = null!;
        if (text.Length < 4 || !Number(text[..4], out int year) || year is < 1800 or > 2200) return false;
        Period? read = text.Length switch
        {
            4 => CalendarYear(year),
            6 when text[4] is 'Q' or 'q' && text[5] is >= '1' and <= '4' => Quarter(year, text[5] - '0'),
            7 when text[4] is '/' or '-' && Number(text[5..], out int second) => YearPair(year, second, isSlash: text[4] == '/'),
            9 when text[4] is '/' or '-' && Number(text[5..], out int full) => YearPair(year, full % 100, isSlash: text[4] == '/'),
            _ => null,
        };
        if (read is null) return false;
        period = read with { Label = text.ToString() };
        return true;
    }

    // 2015-16 is a financial year; 2014-16 a span of calendar years; 2018-06 a month, for 06 is before 18 and no year follows.
    private static Period? YearPair(int year, int second, bool isSlash)
    {
        if (second == (year + 1) % 100) return FinancialYear(year);
        if (isSlash) return null;
        if (second > year % 100) return new(new(year, 1, 1), new(((year / 100) * 100) + second + 1, 1, 1), "");
        return second is >= 1 and <= 12 ? Month(year, second) : null;
    }

    private static bool Number(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
