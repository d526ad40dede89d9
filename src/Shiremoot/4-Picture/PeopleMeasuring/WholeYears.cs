using System.Globalization;
using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>Years that events cover from end to end, within a month at either side: a year cut short would look like a fall.</summary>
sealed class WholeYears
{
    private const int Slack = 31;
    private readonly int[] begins;

    private WholeYears(int[] begins, string[] labels) => (this.begins, Labels) = (begins, labels);

    /// <summary>2014/15, or 2014 where years begin in January; the oldest first.</summary>
    public string[] Labels { get; }

    public int Count => Labels.Length;

    public static WholeYears Of(ReadOnlySpan<int> days, int month)
    {
        (int first, int last) = (int.MaxValue, int.MinValue);
        foreach (int day in days)
            if (day != Days.Unknown) (first, last) = (Math.Min(first, day), Math.Max(last, day));
        if (first > last) return new([], []);
        List<int> begins = [];
        List<string> labels = [];
        for (int year = Days.Date(first).Year - 1; year <= Days.Date(last).Year; year++)
        {
            int from = Days.Number(new LocalDate(year, month, 1)), until = Days.Number(new LocalDate(year + 1, month, 1));
            if (first > from + Slack || last < until - 1 - Slack) continue;
            begins.Add(from);
            labels.Add(month == 1 ? year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}"));
        }
        if (begins.Count > 0) begins.Add(Days.PlusMonths(begins[^1], 12));
        return new([.. begins], [.. labels]);
    }

    /// <summary>The place of each day's year among the labels; -1 for a day in none.</summary>
    public int[] Places(int[] days) => Array.ConvertAll(days, day =>
    {
        if (day == Days.Unknown || begins.Length == 0 || day < begins[0] || day >= begins[^1]) return -1;
        int at = Array.BinarySearch(begins, day);
        return at >= 0 ? at : ~at - 1;
    });
}
