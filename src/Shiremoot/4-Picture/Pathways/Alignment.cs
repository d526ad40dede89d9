namespace Shiremoot.Picture.Pathways;

/// <summary>
/// The least that must be changed for a case to go as intended, a skipped stage and an extra event costing 1 each (alignments: A. Adriansyah, 2014; W. M. P. van der Aalst, Process Mining,
/// 2016, section 8.3), found row by row as R. A. Wagner corrects a text to a regular language (Communications of the ACM 17, 1974). Holds its working space: one a thread.
/// </summary>
/// <param name="path">The intended path.</param>
sealed class Alignment(PathAutomaton path)
{
    private const int Far = int.MaxValue / 2;
    private const long MostCells = 64 << 20;
    private const int Both = 0, Skipped = 1, Extra = 2;
    private readonly int states = path.States;
    private int[] cost = new int[path.States], next = new int[path.States];
    private int[] from = [];

    /// <summary>Aligns a case; of one that does not conform tells the first step that does not.</summary>
    public Aligned Of(ReadOnlySpan<int> events)
    {
        bool traces = (events.Length + 1L) * states <= MostCells;
        int cells = traces ? (events.Length + 1) * states : 0;
        if (from.Length < cells) from = new int[Math.Max(cells, (int)Math.Min(MostCells, from.Length * 2L))];
        Array.Fill(cost, Far);
        cost[0] = 0;
        Skip(cost, traces ? from.AsSpan(0, states) : default);
        for (int e = 0; e < events.Length; e++)
        {
            Step(events[e], traces ? from.AsSpan((e + 1) * states, states) : default);
            (cost, next) = (next, cost);
        }
        int end = -1;
        for (int q = 0; q < states; q++)
            if (path.Accepts[q] && (end < 0 || cost[q] < cost[end])) end = q;
        int least = cost[end];
        double fitness = 1 - ((double)least / Math.Max(1, events.Length + path.Shortest));
        return least == 0 || !traces ? new Aligned(least, fitness, null) : new Aligned(least, fitness, FirstAway(events, end));
    }

    private void Step(int activity, Span<int> back)
    {
        for (int q = 0; q < states; q++)
        {
            int best = cost[q] + 1, by = (q << 2) | Extra;
            if (path.Activity[q] == activity)
                foreach (int p in path.Before[q])
                    if (cost[p] < best || (cost[p] == best && (by & 3) == Extra)) (best, by) = (cost[p], p << 2);
            next[q] = Math.Min(best, Far);
            if (!back.IsEmpty) back[q] = by;
        }
        Skip(next, back);
    }

    // Stages may be skipped any number at a time; where stages repeat, more than one round is needed.
    private void Skip(int[] row, Span<int> back)
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int q = 1; q < states; q++)
                foreach (int p in path.Before[q])
                {
                    if (row[p] + 1 >= row[q]) continue;
                    (row[q], changed) = (row[p] + 1, true);
                    if (!back.IsEmpty) back[q] = (p << 2) | Skipped;
                }
        }
    }

    private Away FirstAway(ReadOnlySpan<int> events, int end)
    {
        // Walked from the end, so the last one met is the first.
        Away first = default;
        int firstAt = 0;
        HashSet<int> extras = [], skips = [];
        for (int e = events.Length, q = end; e > 0 || q > 0;)
        {
            int by = from[(e * states) + q], kind = by & 3, p = by >> 2;
            if (kind == Extra)
            {
                (first, firstAt) = (new Away(AwayKind.Extra, events[e - 1], -1, q), e);
                extras.Add(events[e - 1]);
            }
            else if (kind == Skipped)
            {
                (first, firstAt) = (new Away(AwayKind.Skipped, path.Activity[q], q, p), e);
                skips.Add(path.Activity[q]);
            }
            (e, q) = (kind == Skipped ? e : e - 1, kind == Both || kind == Skipped ? p : q);
        }
        bool isOutOfOrder = first.Activity >= 0 && (first.Kind == AwayKind.Skipped ? extras.Contains(first.Activity) : skips.Contains(first.Activity));
        return first with { Kind = isOutOfOrder ? AwayKind.WrongOrder : first.Kind };
    }
}

/// <summary>How a case lies beside the intended path.</summary>
/// <param name="Cost">Stages skipped and events extra, the least that explains it; 0 conforms.</param>
/// <param name="Fitness">1 conforms; 0 has nothing in common.</param>
/// <param name="First">The first step that is not as intended; null if there is none, or the case is too long to tell.</param>
readonly record struct Aligned(int Cost, double Fitness, Away? First);

/// <summary>A step that is not as intended.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Activity">The activity that is extra or was skipped; -2 if no case has it.</param>
/// <param name="State">Of a skipped stage its state of the path; else -1.</param>
/// <param name="After">The state of the path that was reached before.</param>
readonly record struct Away(AwayKind Kind, int Activity, int State, int After);

/// <summary>How a step is not as intended.</summary>
public enum AwayKind
{
    /// <summary>A stage of the path did not come.</summary>
    Skipped,

    /// <summary>An event that the path does not have there.</summary>
    Extra,

    /// <summary>A stage of the path came too early or too late.</summary>
    WrongOrder,
}
