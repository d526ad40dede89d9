namespace Shiremoot.Intake;

/// <summary>
/// Reads dates and times whose pattern is digits of fixed width between fixed separators (yyyy-MM-dd, dd/MM/yyyy HH:mm, HH:mm), straight from bytes.
/// Anything it does not take, or a pattern of another kind, goes to the calendar library.
/// </summary>
sealed class FixedMoment
{
    private readonly byte[] pattern;
    private readonly bool hasDate;

    private FixedMoment(string pattern) => (this.pattern, hasDate) = (System.Text.Encoding.ASCII.GetBytes(pattern), pattern.Contains('y'));

    /// <summary>A reader for the pattern, or null if the pattern is not of fixed width.</summary>
    public static FixedMoment? For(string pattern)
    {
        string letters = string.Concat(pattern.Where(c => char.IsAsciiLetter(c) && c != 'T'));
        bool isFixed = letters is "yyyyMMdd" or "ddMMyyyy" or "MMddyyyy" or "yyyyMMddHHmm" or "yyyyMMddHHmmss" or "ddMMyyyyHHmm" or "ddMMyyyyHHmmss" or "HHmm" or "HHmmss";
        return isFixed && pattern.All(c => c is < (char)128 and not '\'' and not '\\' and not '%') ? new FixedMoment(pattern) : null;
    }

    /// <summary>True with the day (days since 1970; 0 if the pattern has no date) and minute of the day (-1 if the pattern has no time).</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out int day, out int minute)
    {
        (day, minute) = (0, -1);
        if (text.Length != pattern.Length) return false;
        int year = 0, month = 0, date = 0, hour = -1, min = 0, second = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte mark = pattern[i];
            int digit = text[i] - '0';
            bool isDigit = digit is >= 0 and <= 9;
            switch (mark)
            {
                case (byte)'y' when isDigit: year = (year * 10) + digit; break;
                case (byte)'M' when isDigit: month = (month * 10) + digit; break;
                case (byte)'d' when isDigit: date = (date * 10) + digit; break;
                case (byte)'H' when isDigit: hour = (Math.Max(hour, 0) * 10) + digit; break;
                case (byte)'m' when isDigit: min = (min * 10) + digit; break;
                case (byte)'s' when isDigit: second = (second * 10) + digit; break;
                case (byte)'y' or (byte)'M' or (byte)'d' or (byte)'H' or (byte)'m' or (byte)'s': return false;
                default:
                    if (text[i] != mark) return false;
                    break;
            }
        }
        if (hour > 23 || min > 59 || second > 59) return false;
        minute = hour < 0 ? -1 : (hour * 60) + min;
        if (!hasDate) return true;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, date).DayNumber - EpochDayNumber;
        return true;
    }

    private static readonly int EpochDayNumber = new DateOnly(1970, 1, 1).DayNumber;
}
