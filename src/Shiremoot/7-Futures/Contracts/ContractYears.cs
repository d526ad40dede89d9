using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Contracts;

/// <summary>The years of a contract, and numbers given by year.</summary>
internal static class ContractYears
{
    private const int Most = 15;

    /// <summary>Greater sums and numbers are slips of the pen, and sums of them could not be held to the penny.</summary>
    public const decimal Greatest = 10_000_000_000;

    public static string[] Read(MapNode map)
    {
        string first = map.TextOr("first_year", "2025/26");
        int years = map.WholeOr("years") ?? 1;
        if (years is < 1 or > Most)
        {
            map.Fault("years", $"is {years}; a contract runs 1 to {Most} years.");
            years = Math.Clamp(years, 1, Most);
        }
        if (!Period.TryRead(first, out Period period) || period.From.Day != 1 || period.From.Month is not (1 or 4))
        {
            map.Fault("first_year", $"'{first}' cannot be read as a year; write 2013/14 or 2013.");
            period = Period.FinancialYear(2025);
        }
        return [.. Enumerable.Range(0, years).Select(t => Later(period, t))];
    }

    /// <summary>The years with some more after them.</summary>
    public static string[] Followed(string[] years, int more)
    {
        Period.TryRead(years[^1], out Period last);
        return [.. years, .. Enumerable.Range(1, more).Select(t => Later(last, t))];
    }

    /// <summary>A number for each year: one for all, or a map with each of them.</summary>
    public static decimal[] Amounts(MapNode map, string key, string[] years, decimal least, string what, decimal most = Greatest)
    {
        decimal[] amounts = new decimal[years.Length];
        if (!map.IsMap(key))
        {
            decimal? one = map.DecimalOr(key);
            if (one is null && !map.Has(key)) map.Fault(key, $"is missing; add one number ({what}) or one for each year.");
            if (one < least || one > most) map.Fault(key, Outside(one.Value, least, most));
            Array.Fill(amounts, one ?? 0);
            return amounts;
        }
        MapNode byYear = map.MapOr(key)!;
        HashSet<string> seen = [];
        foreach (string year in byYear.Keys)
        {
            decimal? amount = byYear.DecimalOr(year);
            int at = Array.IndexOf(years, year);
            if (at < 0) byYear.Fault(year, $"is no year of the contract; its years are {string.Join(", ", years)}.");
            else amounts[at] = amount ?? 0;
            if (amount < least || amount > most) byYear.Fault(year, Outside(amount.Value, least, most));
            seen.Add(year);
        }
        string[] missing = [.. years.Where(y => !seen.Contains(y))];
        if (missing.Length > 0) map.Fault(key, $"has no figure for {string.Join(", ", missing)}; add {(missing.Length == 1 ? "it" : "them")} ({what}).");
        return amounts;
    }

    /// <summary>A number above nought, and no greater than <paramref name="most"/>; null with a fault if it is not, or if the key is absent.</summary>
    public static decimal? Above(MapNode map, string key, string what, bool orNought = false, decimal most = Greatest)
    {
        decimal? read = map.DecimalOr(key);
        if (read is null || (read > 0 && read <= most) || (orNought && read == 0)) return read;
        map.Fault(key, string.Create(CultureInfo.InvariantCulture, $"is {read}; it is {what}: {(orNought ? "nought or more" : "above nought")}, and {most:0} at most."));
        return null;
    }

    private static string Outside(decimal amount, decimal least, decimal most) => string.Create(CultureInfo.InvariantCulture, $"is {amount}; write a number from {least} to {most:0}.");

    private static string Later(Period period, int years) =>
        period.From.Month == 4 ? Period.FinancialYear(period.From.Year + years).Label : Period.CalendarYear(period.From.Year + years).Label;
}
