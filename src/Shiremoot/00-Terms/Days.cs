using NodaTime;

namespace Shiremoot.Terms;

/// <summary>Days as whole numbers since 1 January 1970: how columns hold dates. Faces use <see cref="LocalDate"/>.</summary>
public static class Days
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    // Days from 1 January of the year 1 to 1970.
    private const int Before1970 = 719_162;

    /// <summary>Stands for "not known" in a column of days.</summary>
    public const int Unknown = int.MinValue;

    public static int Number(LocalDate day) => Period(Epoch, day);

    public static LocalDate Date(int number) => Epoch.PlusDays(number);

    /// <summary>The same day <paramref name="years"/> later; 29 February becomes 28 February.</summary>
    public static int PlusYears(int number, int years) => Number(Date(number).PlusYears(years));

    /// <summary>The same day so many months later; the last of a month that is too short.</summary>
    public static int PlusMonths(int number, int months) => DateOnly.FromDayNumber(number + Before1970).AddMonths(months).DayNumber - Before1970;

    /// <summary>Whole years from one day to a later one; from 29 February a year is over on 1 March.</summary>
    public static int WholeYears(int from, int to)
    {
        (DateOnly a, DateOnly b) = (DateOnly.FromDayNumber(from + Before1970), DateOnly.FromDayNumber(to + Before1970));
        return b.Year - a.Year - ((b.Month, b.Day).CompareTo((a.Month, a.Day)) < 0 ? 1 : 0);
    }

    private static int Period(LocalDate from, LocalDate until) => NodaTime.Period.DaysBetween(from, until);
}
