using NodaTime;
using Shiremoot.Records;
using Shiremoot.Terms;
using Period = Shiremoot.Terms.Period;

namespace Shiremoot.Economics.Costing;

/// <summary>The financial years that costs are put in, and which of them a day is in.</summary>
sealed class CostYears
{
    // A date mistyped by a century must not make a table of a thousand years.
    private const int Most = 60;
    private readonly short[] yearOf;

    private CostYears(IReadOnlyList<Period> all, int until)
    {
        All = all;
        Begin = [.. all.Select(y => Days.Number(y.From)).Append(Days.Number(all[^1].Until))];
        (RecordsUntil, Until) = (until, Math.Min(until, Begin[^1]));
        yearOf = new short[Begin[^1] - Begin[0]];
        for (int y = 0; y < all.Count; y++) yearOf.AsSpan((Begin[y] - Begin[0])..(Begin[y + 1] - Begin[0])).Fill((short)y);
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Period> All { get; }

    /// <summary>The first day of each, and the day after the last.</summary>
    public int[] Begin { get; }

    /// <summary>The day after the last that the records cover.</summary>
    public int RecordsUntil { get; }

    /// <summary>The day after the last that is priced: nothing is priced beyond it.</summary>
    public int Until { get; }

    /// <summary>The place of a day's year, -1 if it is in none.</summary>
    public int Of(int day)
    {
        int at = day - Begin[0];
        return (uint)at < (uint)yearOf.Length ? yearOf[at] : -1;
    }

    /// <summary>The years of the stories, or the one asked for; refused where it cannot be read or nothing is dated.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="asked">A financial year; null: all.</param>
    /// <param name="recordsUntil">The last day of all records, where the stories are only some of them; null: that of the stories.</param>
    public static Outcome<CostYears> Of(Stories stories, string? asked, LocalDate? recordsUntil = null)
    {
        if (stories.Dated is not { } dated) return Refusals.NothingDated();
        if (recordsUntil > dated.Last) dated.Last = recordsUntil.Value;
        int until = Days.Number(dated.Last) + 1;
        if (asked is not null)
        {
            if (!Period.TryRead(asked, out Period one) || one != Period.FinancialYear(one.From.Year) with { Label = one.Label }) return Refusals.NotAFinancialYear(asked);
            return new CostYears([Period.FinancialYear(one.From.Year)], until);
        }
        int last = FinancialYearOf(dated.Last), first = Math.Max(FinancialYearOf(dated.First), last - Most + 1);
        return new CostYears([.. Enumerable.Range(first, last - first + 1).Select(Period.FinancialYear)], until);
    }

    /// <summary>The latest financial year that the records cover but for a week at most; the last one they reach where there is none. Refused where nothing is dated.</summary>
    public static Outcome<string> LatestCovered(Stories stories)
    {
        if (stories.Dated is not { } dated) return Refusals.NothingDated();
        int last = FinancialYearOf(dated.Last), whole = FinancialYearOf(dated.Last.PlusDays(8)) - 1;
        return Period.FinancialYear(whole >= FinancialYearOf(dated.First) ? whole : last).Label;
    }

    private static int FinancialYearOf(LocalDate day) => day.Month < 4 ? day.Year - 1 : day.Year;
}
