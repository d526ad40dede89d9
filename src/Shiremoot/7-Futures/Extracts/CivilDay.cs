namespace Shiremoot.Futures.Extracts;

/// <summary>From a number of <see cref="Terms.Days"/> to year, month and day without a calendar object (H. Hinnant, "chrono-compatible low-level date algorithms", 2014).</summary>
static class CivilDay
{
    public static (int Year, int Month, int Day) Of(int number)
    {
        int days = number + 719_468, era = (days >= 0 ? days : days - 146_096) / 146_097, ofEra = days - (era * 146_097);
        int yearOfEra = (ofEra - (ofEra / 1460) + (ofEra / 36_524) - (ofEra / 146_096)) / 365;
        int ofYear = ofEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100)), shifted = ((5 * ofYear) + 2) / 153;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, ofYear - (((153 * shifted) + 2) / 5) + 1);
    }

    /// <summary>Whole years lived on a day. Who was born on 29 February is a year older on 1 March of a common year.</summary>
    public static int Age(int born, int day)
    {
        (int year, int month, int date) = Of(day);
        (int bornYear, int bornMonth, int bornDate) = Of(born);
        return year - bornYear - (month < bornMonth || (month == bornMonth && date < bornDate) ? 1 : 0);
    }
}
