using Shiremoot.Terms;

namespace Shiremoot.Records.StoriesReading;

/// <summary>The first and the last day of any event; both unknown if none has a day.</summary>
static class EventDays
{
    private const int AtOnce = 16_384;

    public static (int First, int Last) Of(Cells<int> days)
    {
        int[] some = new int[AtOnce];
        (int first, int last) = (Days.Unknown, Days.Unknown);
        for (int from = 0; from < days.Count; from += AtOnce)
        {
            Span<int> read = some.AsSpan(0, Math.Min(AtOnce, days.Count - from));
            days.Read(from, read);
            foreach (int day in read)
            {
                if (day == Days.Unknown) continue;
                if (first == Days.Unknown || day < first) first = day;
                if (last == Days.Unknown || day > last) last = day;
            }
        }
        return (first, last);
    }
}
