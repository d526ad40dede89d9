using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>People whose first contact with a justice agency comes after the quiet years: how many a year, in which months, and how many are women.</summary>
internal sealed record FirstContacts(Estimated PerYear, IReadOnlyList<Estimated> Season, Estimated Women, int People, int PeopleOfKnownSex, double SeasonP)
{
    private static readonly double[] MonthDays = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <param name="rows">First contacts.</param>
    /// <param name="from">The first day after the quiet years.</param>
    /// <param name="until">The day after the last.</param>
    public static FirstContacts Of(IReadOnlyList<FirstRow> rows, int from, int until)
    {
        int[] sexes = [.. rows.Where(r => r.Female >= 0).Select(r => (int)r.Female)];
        // Months are told by whole years: otherwise some months come more often than others.
        int years = (int)((until - from) / 365.25), last = from + (int)(years * 365.25);
        int[] months = new int[12];
        foreach (FirstRow row in rows)
            if (row.Day < last) months[Days.Date(row.Day).Month - 1]++;
        int all = months.Sum();
        Estimated[] season = all == 0 ? [] : [.. months.Select((m, i) => Estimated.Share(m, all).Through(s => s * 365.25 / MonthDays[i]))];
        double statistic = all == 0 ? 0 : months.Select((m, i) => Math.Pow(m - (all * MonthDays[i] / 365.25), 2) / (all * MonthDays[i] / 365.25)).Sum();
        return new(
            rows.Count == 0 || until <= from ? default : Estimated.PerTime(rows.Count, (until - from) / SteadyState.DaysAYear), Array.TrueForAll(months, m => m >= WaysOn.FewestPeople) ? season : [],
            sexes.Length == 0 ? default : Estimated.Share(sexes.Sum(), sexes.Length), rows.Count, Math.Min(sexes.Sum(), sexes.Length - sexes.Sum()), new ChiSquaredTest(statistic, 11).P);
    }
}
