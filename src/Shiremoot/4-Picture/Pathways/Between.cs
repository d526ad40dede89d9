namespace Shiremoot.Picture.Pathways;

/// <summary>The time from a case's first event of one activity to its next event of another.</summary>
/// <param name="From">The earlier activity.</param>
/// <param name="To">The later; may be the same.</param>
/// <param name="Began">Cases that have the earlier.</param>
/// <param name="Reached">Of those, the cases that have the later after it.</param>
/// <param name="Time">How long it took them.</param>
readonly record struct Between(int From, int To, int Began, int Reached, Spread Time)
{
    public static Between Of(EventColumns log, int from, int to)
    {
        List<long> times = [];
        int began = 0, reached = 0;
        for (int c = 0; c < log.Cases; c++)
        {
            ReadOnlySpan<int> path = log.PathOf(c);
            int start = path.IndexOf(from);
            if (start < 0) continue;
            began++;
            int end = path[(start + 1)..].IndexOf(to);
            if (end < 0) continue;
            reached++;
            long time = log.Times.Between(log.First[c] + start, log.First[c] + start + 1 + end);
            if (time >= 0) times.Add(time);
        }
        return new Between(from, to, began, reached, Spread.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(times)));
    }
}
