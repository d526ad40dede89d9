using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>Names periods as a measure asks: as published, or from the days they cover.</summary>
static class PeriodLabels
{
    public static string Of(SeriesPeriod period, PeriodStyle style)
    {
        LocalDate from = Days.Date(period.From), last = Days.Date(period.Until).PlusDays(-1);
        return style switch
        {
            PeriodStyle.CalendarYear => $"{from.Year}",
            PeriodStyle.FinancialYear or PeriodStyle.AcademicYear => $"{from.Year}/{last.Year % 100:00}",
            PeriodStyle.YearEnding => $"year ending {last:d MMMM uuuu}",
            PeriodStyle.OnLastDay => $"{last:d MMMM uuuu}",
            PeriodStyle.Quarter => $"{from.Year}Q{((from.Month - 1) / 3) + 1}",
            PeriodStyle.Month => $"{from:uuuu-MM}",
            _ => period.Label,
        };
    }
}
