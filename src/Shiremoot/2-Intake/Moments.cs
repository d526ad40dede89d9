using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>Reads dates and times by the patterns a feed declares, in their order, and by no others.</summary>
sealed partial class Moments
{
    private static readonly DateTimeZone Local = DateTimeZoneProviders.Tzdb["Europe/London"];
    private readonly FixedMoment?[] fast;
    private readonly Reading[] slow;

    private const int UsualTwoDigitTo = 2030;

    private delegate bool Reading(string text, out int day, out int minute);

    /// <param name="formats">The patterns.</param>
    /// <param name="type">Date, time or both.</param>
    /// <param name="twoDigitTo">The last year that two digits of a year mean.</param>
    public Moments(IReadOnlyList<string> formats, ColumnType type, int twoDigitTo = UsualTwoDigitTo)
    {
        fast = [.. formats.Select(FixedMoment.For)];
        slow = [.. formats.Select(f => ReadingOf(f, type, twoDigitTo - 2000))];
    }

    /// <summary>True if a pattern has a year of two digits, which needs a century.</summary>
    public static bool HasTwoDigitYear(string format) => TwoDigitYear().IsMatch(format);

    /// <summary>True with the day (days since 1970) and the minute of the day, -1 where the pattern has no time of day.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out int day, out int minute)
    {
        foreach (FixedMoment? reader in fast)
            if (reader is not null && reader.TryRead(text, out day, out minute)) return true;
        string written = System.Text.Encoding.UTF8.GetString(text);
        for (int i = 0; i < slow.Length; i++)
            if (fast[i] is null && slow[i](written, out day, out minute)) return true;
        (day, minute) = (Days.Unknown, -1);
        return false;
    }

    /// <summary>What is wrong with a pattern, or null.</summary>
    public static string? Fault(string format, ColumnType type)
    {
        try
        {
            _ = ReadingOf(format, type, UsualTwoDigitTo - 2000);
            return type == ColumnType.Time || format.AsSpan().IndexOfAny("yu") >= 0 ? null : "has no date.";
        }
        catch (InvalidPatternException wrong)
        {
            return $"cannot be read: {wrong.Message}";
        }
    }

    // A pattern with an offset (z) is a moment in world time: it is given the date and clock time it had here.
    private static Reading ReadingOf(string format, ColumnType type, int twoDigitMax)
    {
        if (format.Contains('z') || format.EndsWith('K'))
        {
            OffsetDateTimePattern pattern = OffsetDateTimePattern.Create(format.TrimEnd('z', 'K') + "o<Z+HH:mm>", CultureInfo.InvariantCulture, default).WithTwoDigitYearMax(twoDigitMax);
            return (string text, out int day, out int minute) =>
            {
                bool read = pattern.Parse(text).TryGetValue(default, out OffsetDateTime moment) && moment.Year is > 1 and < 9999; // the calendar ends there, and the offset may pass its end
                LocalDateTime here = read ? moment.ToInstant().InZone(Local).LocalDateTime : default;
                (day, minute) = (read ? Days.Number(here.Date) : 0, (here.Hour * 60) + here.Minute);
                return read;
            };
        }
        if (type == ColumnType.Time)
        {
            LocalTimePattern pattern = LocalTimePattern.CreateWithInvariantCulture(format);
            return (string text, out int day, out int minute) =>
            {
                bool read = pattern.Parse(text).TryGetValue(default, out LocalTime time);
                (day, minute) = (0, (time.Hour * 60) + time.Minute);
                return read;
            };
        }
        if (type == ColumnType.DateTime)
        {
            LocalDateTimePattern pattern = LocalDateTimePattern.CreateWithInvariantCulture(format).WithTwoDigitYearMax(twoDigitMax);
            return (string text, out int day, out int minute) =>
            {
                bool read = pattern.Parse(text).TryGetValue(default, out LocalDateTime moment);
                (day, minute) = (read ? Days.Number(moment.Date) : 0, (moment.Hour * 60) + moment.Minute);
                return read;
            };
        }
        LocalDatePattern dates = LocalDatePattern.CreateWithInvariantCulture(format).WithTwoDigitYearMax(twoDigitMax);
        return (string text, out int day, out int minute) =>
        {
            bool read = dates.Parse(text).TryGetValue(default, out LocalDate date);
            (day, minute) = (read ? Days.Number(date) : 0, -1);
            return read;
        };
    }

    [GeneratedRegex("(?<![yu])yy(?![yu])|(?<![yu])uu(?![yu])")]
    private static partial Regex TwoDigitYear();
}
