using System.Globalization;

namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// Reads the name of a quarter: 2018Q2, 2018-Q2, 2018 Q2, or a month or day in it (2018-06, 2018-06-30). Published tables name a quarter by its last month
/// or its last day; any month of it will do, for quarters are those of the calendar.
/// </summary>
static class QuarterLabel
{
    /// <summary>Four times the year, and 0 to 3 for the quarter; null if it is no quarter.</summary>
    public static int? At(string text)
    {
        string plain = text.Trim();
        if (plain.Length < 6 || !int.TryParse(plain.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1800) return null;
        ReadOnlySpan<char> rest = plain.AsSpan(4).TrimStart([' ', '-']);
        if (rest.Length == 2 && rest[0] is 'Q' or 'q' && rest[1] is >= '1' and <= '4') return (year * 4) + rest[1] - '1';
        if (plain[4] != '-' || plain.Length is not (7 or 10) || (plain.Length == 10 && !DateOnly.TryParseExact(plain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))) return null;
        return int.TryParse(plain.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 ? (year * 4) + ((month - 1) / 3) : null;
    }
}
