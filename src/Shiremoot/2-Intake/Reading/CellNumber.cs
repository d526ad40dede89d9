using System.Globalization;

namespace Shiremoot.Intake.Reading;

/// <summary>A number of a sheet as text: dates in ISO form, other numbers in full with a point, to the 15 digits Excel keeps.</summary>
internal static class CellNumber
{
    private const double LastDay = 2958466, MostWhole = 1e15;
    private const int DayMilliseconds = 86_400_000;

    /// <summary>Null with what is wrong if it means nothing.</summary>
    public static string? Text(double value, CellFormat format, bool from1904, out string wrong)
    {
        wrong = "";
        if (format == CellFormat.Number) return Plain(value, out wrong);
        if (value < 0 || value >= LastDay - (from1904 ? 1462 : 0)) return Fail("a date before 1900 or after 9999", out wrong);
        double day = Math.Floor(value);
        int milliseconds = (int)Math.Round((value - day) * DayMilliseconds);
        if (milliseconds == DayMilliseconds) (day, milliseconds) = (day + 1, 0);
        if (format == CellFormat.Elapsed) return Elapsed(((long)day * DayMilliseconds) + milliseconds);
        if (format == CellFormat.TimeOfDay && day == 0) return Elapsed(milliseconds);
        if (!from1904 && day is 0 or 60) return Fail(day == 0 ? "the day 0 January 1900" : "29 February 1900, which never was", out wrong);
        if (day >= LastDay - (from1904 ? 1462 : 0)) return Fail("a date before 1900 or after 9999", out wrong);
        DateTime date = Epoch(day, from1904).AddDays(day).AddMilliseconds(milliseconds);
        string form = milliseconds == 0 && format == CellFormat.Date ? "yyyy-MM-dd" : milliseconds % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.fff";
        return date.ToString(form, CultureInfo.InvariantCulture);
    }

    // Excel counts a 29 February 1900, as Lotus did: days before it are one off.
    private static DateTime Epoch(double day, bool from1904) => from1904 ? new(1904, 1, 1) : day < 60 ? new(1899, 12, 31) : new(1899, 12, 30);

    private static string? Plain(double value, out string wrong)
    {
        wrong = "";
        if (!double.IsFinite(value) || Math.Abs(value) >= MostWhole) return Fail("a number of more than 15 digits, of which Excel has lost the last", out wrong);
        // The conversion to decimal rounds to 15 significant digits.
        return ((decimal)value).ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static string Elapsed(long milliseconds)
    {
        TimeSpan time = TimeSpan.FromMilliseconds(milliseconds, 0);
        string form = milliseconds % 1000 == 0 ? "" : time.ToString(@"\.fff", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(long)Math.Floor(time.TotalHours):00}:{time.Minutes:00}:{time.Seconds:00}{form}");
    }

    private static string? Fail(string what, out string wrong)
    {
        wrong = what;
        return null;
    }
}
