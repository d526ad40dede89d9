namespace Shiremoot.Picture.EventLogs;

/// <summary>Brings events into the order of cases and, in a case, of time; those of one time stay as they came.</summary>
static class CaseOrder
{
    private const int Few = 24;

    public static (int[] First, int[] Activity, long[] Ticks) Of(int cases, ReadOnlySpan<int> caseOf, ReadOnlySpan<int> activity, ReadOnlySpan<long> ticks)
    {
        int[] first = new int[cases + 1];
        foreach (int c in caseOf) first[c + 1]++;
        for (int c = 0; c < cases; c++) first[c + 1] += first[c];
        int[] next = first[..cases], sorted = new int[caseOf.Length];
        long[] times = new long[caseOf.Length];
        for (int e = 0; e < caseOf.Length; e++)
        {
            int to = next[caseOf[e]]++;
            (sorted[to], times[to]) = (activity[e], ticks[e]);
        }
        for (int c = 0; c < cases; c++) Sort(times.AsSpan(first[c]..first[c + 1]), sorted.AsSpan(first[c]..first[c + 1]));
        return (first, sorted, times);
    }

    private static void Sort(Span<long> times, Span<int> activity)
    {
        bool isSorted = true;
        for (int e = 1; e < times.Length && isSorted; e++) isSorted = times[e - 1] <= times[e];
        if (isSorted) return;
        if (times.Length <= Few) Insert(times, activity);
        else SortMany(times, activity);
    }

    private static void Insert(Span<long> times, Span<int> activity)
    {
        for (int e = 1; e < times.Length; e++)
        {
            (long time, int what) = (times[e], activity[e]);
            int at = e;
            for (; at > 0 && times[at - 1] > time; at--) (times[at], activity[at]) = (times[at - 1], activity[at - 1]);
            (times[at], activity[at]) = (time, what);
        }
    }

    private static void SortMany(Span<long> times, Span<int> activity)
    {
        Placed[] placed = new Placed[times.Length];
        for (int e = 0; e < placed.Length; e++) placed[e] = new Placed(times[e], e, activity[e]);
        Array.Sort(placed);
        for (int e = 0; e < placed.Length; e++) (times[e], activity[e]) = (placed[e].Time, placed[e].Activity);
    }

    private readonly record struct Placed(long Time, int At, int Activity) : IComparable<Placed>
    {
        public int CompareTo(Placed other) => Time != other.Time ? Time.CompareTo(other.Time) : At.CompareTo(other.At);
    }
}
