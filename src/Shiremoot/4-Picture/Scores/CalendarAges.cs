using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Scores;

/// <summary>Completed years and months between two days. Born on 29 February, a person is a year older on 1 March of other years, as in the source of the scores.</summary>
static class CalendarAges
{
    /// <summary>Completed years; below nought if the later day comes first.</summary>
    public static int Years(int from, int until) => Whole(from, until, monthsIn: 12);

    /// <summary>Completed months; below nought if the later day comes first.</summary>
    public static int Months(int from, int until) => Whole(from, until, monthsIn: 1);

    private static int Whole(int from, int until, int monthsIn)
    {
        (LocalDate a, LocalDate b) = (Days.Date(from), Days.Date(until));
        int months = ((b.Year - a.Year) * 12) + b.Month - a.Month - (b.Day < a.Day ? 1 : 0);
        return months >= 0 ? months / monthsIn : -1;
    }
}
