using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>Days and the calendar. What falls outside the years 1 to 9999 is not known.</summary>
static class DayMath
{
    private const double Near = 3 / 365.2425;
    private const int FirstSimple = -700_000, LastSimple = 2_900_000; // inside the calendar
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The day so many days, weeks, months or years later (or earlier); 31 January and a month is the last of February.</summary>
    public static int Plus(int day, long length, DayUnit unit)
    {
        if (!TryDate(day, out DateOnly date)) return Days.Unknown;
        if (unit is DayUnit.Days or DayUnit.Weeks) return Within(day + (length * (unit == DayUnit.Weeks ? 7 : 1)));
        long months = length * (unit == DayUnit.Years ? 12 : 1);
        long year = date.Year + ((date.Month - 1 + months) / 12);
        return Math.Abs(months) > 120_000 || year is < 2 or > 9997 ? Days.Unknown : date.AddMonths((int)months).DayNumber - Epoch;
    }

    /// <summary>Whole years from birth to a day; someone born on 29 February is a year older on 1 March. NaN before birth.</summary>
    public static double Age(int birth, int day)
    {
        // A year is 365.2425 days within two days over any span of years: away from birthdays no calendar is needed.
        if (birth != Days.Unknown && day != Days.Unknown && day > birth)
        {
            double years = ((double)day - birth) / 365.2425, whole = Math.Floor(years);
            if (years - whole is > Near and < 1 - Near && birth > FirstSimple && day < LastSimple) return whole;
        }
        if (!TryDate(birth, out DateOnly born) || !TryDate(day, out DateOnly on) || on < born) return double.NaN;
        return on.Year - born.Year - ((on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
    }

    /// <summary>The day, or unknown if it lies outside the calendar.</summary>
    public static int Within(double day) => day + Epoch is >= 0 and <= 3_652_058 ? (int)Math.Floor(day) : Days.Unknown;

    private static bool TryDate(int day, out DateOnly date)
    {
        bool inside = day != Days.Unknown && (long)day + Epoch is >= 0 and <= 3_652_058;
        date = inside ? DateOnly.FromDayNumber(day + Epoch) : default;
        return inside;
    }
}
