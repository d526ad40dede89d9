namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>The loops behind what people do from year to year. Events are given with the person, the year (-1: in none) and the class of each.</summary>
static class YearKernel
{
    /// <summary>For each person and year the least class of any event, or -1: best[person * years + year].</summary>
    public static void Best(ReadOnlySpan<int> person, ReadOnlySpan<int> year, ReadOnlySpan<int> place, int years, Span<int> best)
    {
        best.Fill(-1);
        for (int e = 0; e < person.Length; e++)
        {
            if (year[e] < 0) continue;
            ref int own = ref best[(person[e] * years) + year[e]];
            if (own < 0 || place[e] < own) own = place[e];
        }
    }

    /// <summary>For each person and year the number of events: counts[person * years + year].</summary>
    public static void Count(ReadOnlySpan<int> person, ReadOnlySpan<int> year, int years, Span<int> counts)
    {
        for (int e = 0; e < person.Length; e++)
            if (year[e] >= 0) counts[(person[e] * years) + year[e]]++;
    }

    /// <summary>
    /// The fewest events of a year that no more than the top share of the people with any reach: people with equally many are all in or all out. Nobody reaches the answer if all have alike.
    /// </summary>
    public static int Least(ReadOnlySpan<int> counts, int years, int year, double perCent)
    {
        int most = 0, any = 0;
        for (int at = year; at < counts.Length; at += years)
        {
            most = Math.Max(most, counts[at]);
            if (counts[at] > 0) any++;
        }
        int[] having = new int[most + 2];
        for (int at = year; at < counts.Length; at += years) having[counts[at]]++;
        int allowed = ConcentrationKernel.TopPeople(any, perCent), reached = 0, least = most + 1;
        while (least > 1 && reached + having[least - 1] <= allowed) reached += having[--least];
        return least;
    }
}
