namespace Shiremoot.Records.StoriesReading;

/// <summary>Puts events in order of person, day, minute and then as they came. Counting by person first leaves only short stretches to sort.</summary>
static class EventOrder
{
    /// <summary>The order (which event stands in each place) and where each person's events begin, with one more place for the end.</summary>
    public static (int[] Order, int[] First) Of(ReadOnlySpan<int> person, ReadOnlySpan<int> day, ReadOnlySpan<short> minute, int people)
    {
        int[] first = new int[people + 1];
        foreach (int p in person) first[p + 1]++;
        for (int p = 0; p < people; p++) first[p + 1] += first[p];
        int[] next = first.AsSpan(0, people).ToArray();
        int[] order = new int[person.Length];
        for (int e = 0; e < person.Length; e++) order[next[person[e]]++] = e;
        (long Moment, int Came)[] longest = [];
        for (int p = 0; p < people; p++) Sort(order.AsSpan(first[p]..first[p + 1]), day, minute, ref longest);
        return (order, first);
    }

    // A stretch is nearly always short or already in order; only long ones pay for a true sort.
    private static void Sort(Span<int> events, ReadOnlySpan<int> day, ReadOnlySpan<short> minute, ref (long Moment, int Came)[] scratch)
    {
        if (events.Length > 24)
        {
            if (scratch.Length < events.Length) scratch = new (long, int)[events.Length * 2];
            for (int i = 0; i < events.Length; i++) scratch[i] = (Moment(events[i], day, minute), events[i]);
            Array.Sort(scratch, 0, events.Length, Comparer<(long Moment, int Came)>.Default);
            for (int i = 0; i < events.Length; i++) events[i] = scratch[i].Came;
            return;
        }
        for (int i = 1; i < events.Length; i++)
        {
            int moving = events[i];
            long moment = Moment(moving, day, minute);
            int at = i;
            for (; at > 0 && Moment(events[at - 1], day, minute) > moment; at--) events[at] = events[at - 1];
            events[at] = moving;
        }
    }

    // An unknown day or minute comes before any known one.
    private static long Moment(int e, ReadOnlySpan<int> day, ReadOnlySpan<short> minute) => ((long)day[e] * 2048) + minute[e];
}
