using System.Buffers.Text;

namespace Shiremoot.Picture.EventLogs;

/// <summary>
/// Reads times in ISO 8601 straight from bytes: a date, or a date and a time of day after T or a blank, with or without seconds, parts of a second and an offset from UTC.
/// </summary>
static class IsoMoment
{
    /// <summary>The time in ticks of 100 nanoseconds since 1 January of the year 1; without an offset it is taken as UTC.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long ticks, out bool hasOffset)
    {
        (ticks, hasOffset) = (0, false);
        if (text.Length < 10 || text[4] != '-' || text[7] != '-' || !Number(text[..4], out int year) || !Number(text[5..7], out int month) || !Number(text[8..10], out int day)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        ticks = new DateTime(year, month, day).Ticks;
        if (text.Length == 10) return true;
        if (text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')) return false;
        return TimeOfDay(text[11..], ref ticks, out ReadOnlySpan<byte> rest) && Offset(rest, ref ticks, out hasOffset);
    }

    // 09:05, 09:05:30, 09:05:30.123
    private static bool TimeOfDay(ReadOnlySpan<byte> text, ref long ticks, out ReadOnlySpan<byte> rest)
    {
        rest = default;
        int second = 0;
        if (text.Length < 5 || text[2] != ':' || !Number(text[..2], out int hour) || !Number(text[3..5], out int minute) || hour > 23 || minute > 59) return false;
        rest = text[5..];
        if (rest.Length > 0 && rest[0] == ':')
        {
            if (rest.Length < 3 || !Number(rest[1..3], out second) || second > 59) return false;
            rest = rest[3..];
        }
        ticks += (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        if (rest.Length < 2 || rest[0] is not ((byte)'.' or (byte)',') || !char.IsAsciiDigit((char)rest[1])) return true;
        long unit = TimeSpan.TicksPerSecond;
        int at = 1;
        for (; at < rest.Length && char.IsAsciiDigit((char)rest[at]); at++)
        {
            unit /= 10;
            ticks += (rest[at] - '0') * unit;
        }
        rest = rest[at..];
        return true;
    }

    // Z, +01, +0100, +01:00, with a blank before or not
    private static bool Offset(ReadOnlySpan<byte> text, ref long ticks, out bool hasOffset)
    {
        text = text.Trim(" "u8);
        hasOffset = text.Length > 0;
        if (text.Length == 0 || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')) return true;
        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length < 3 || !Number(text[1..3], out int hours) || hours > 18) return false;
        ReadOnlySpan<byte> rest = text[3..];
        if (rest.Length == 3 && rest[0] == ':') rest = rest[1..];
        int minutes = 0;
        if (rest.Length > 0 && (rest.Length != 2 || !Number(rest, out minutes) || minutes > 59)) return false;
        ticks -= (text[0] == '-' ? -1 : 1) * ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute;
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number) => Utf8Parser.TryParse(digits, out number, out int used) && used == digits.Length && digits[0] is not ((byte)'+' or (byte)'-');
}
