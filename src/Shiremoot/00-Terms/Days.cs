using NodaTime;

namespace Shiremoot.Terms;

/// <summary>Days as whole numbers since 1 January 1970: how columns hold dates. Faces use <see cref="LocalDate"/>.</summary>
public static class Days
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>Stands for "not known" in a column of days.</summary>
    public const int Unknown = int.MinValue;

    public static int Number(LocalDate day) => Period(Epoch, day);

    public static LocalDate Date(int number) => Epoch.PlusDays(number);

    /// <summary>The same day <paramref name="years"/> later; 29 February becomes 28 February.</summary>
    public static int PlusYears(int number, int years) => Number(Date(number).PlusYears(years));

    /// <summary>The same day so many months later; the last of a month that is too short.</summary>
    public static int PlusMonths(int number, int months) => Number(Date(number).PlusMonths(months));

    private static int Period(LocalDate from, LocalDate until) => NodaTime.Period.DaysBetween(from, until);
}
