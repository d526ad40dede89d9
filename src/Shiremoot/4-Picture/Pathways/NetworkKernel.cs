namespace Shiremoot.Picture.Pathways;

/// <summary>The loops behind <see cref="Network"/>: the first counts moves, the second puts the wait of each where the first made room.</summary>
static class NetworkKernel
{
    public static NetworkPiece Count(EventColumns log, int fromCase, int untilCase)
    {
        NetworkPiece piece = new(log.Names.Count);
        (int[] first, int[] activity, EventTimes times) = (log.First, log.Activity, log.Times);
        (int[] events, int[] cases, int[] lastCase) = (piece.Stages.Events, piece.Stages.Cases, piece.LastCase);
        for (int c = fromCase; c < untilCase; c++)
        {
            int from = first[c], until = first[c + 1];
            if (from == until) continue;
            piece.Stages.Starts[activity[from]]++;
            piece.Stages.Ends[activity[until - 1]]++;
            for (int e = from; e < until; e++)
            {
                int a = activity[e];
                events[a]++;
                if (lastCase[a] != c + 1)
                {
                    lastCase[a] = c + 1;
                    cases[a]++;
                }
                if (e > from) piece.Add(activity[e - 1], a, c, times.Between(e - 1, e) >= 0);
            }
        }
        return piece;
    }

    public static void Wait(EventColumns log, int fromCase, int untilCase, EdgeTable edges, int[] numbers, int[] place, GroupedSpans waits)
    {
        (int[] first, int[] activity, EventTimes times) = (log.First, log.Activity, log.Times);
        for (int c = fromCase; c < untilCase; c++)
            for (int e = first[c] + 1; e < first[c + 1]; e++)
            {
                long wait = times.Between(e - 1, e);
                if (wait < 0) continue;
                int edge = edges.Number(activity[e - 1], activity[e]);
                waits.Put(numbers[edge], place[edge]++, wait);
            }
    }
}

/// <summary>What a piece of the cases adds to the network.</summary>
sealed class NetworkPiece(int activities)
{
    private int[] lastCaseOfEdge = new int[64];

    public StageCounts Stages { get; } = new(activities);

    /// <summary>For each activity the last case it was met in, from 1.</summary>
    public int[] LastCase { get; } = new int[activities];

    public EdgeTable Edges { get; } = new();

    public int[] Count { get; private set; } = new int[64];

    public int[] CasesWith { get; private set; } = new int[64];

    /// <summary>Moves of which the wait is known.</summary>
    public int[] Known { get; private set; } = new int[64];

    public void Add(int from, int to, int ofCase, bool isKnown)
    {
        int edge = Edges.Number(from, to);
        if (edge >= Count.Length) Grow();
        Count[edge]++;
        if (isKnown) Known[edge]++;
        if (lastCaseOfEdge[edge] == ofCase + 1) return;
        lastCaseOfEdge[edge] = ofCase + 1;
        CasesWith[edge]++;
    }

    private void Grow()
    {
        int[][] grown = [Count, CasesWith, Known, lastCaseOfEdge];
        for (int i = 0; i < grown.Length; i++) Array.Resize(ref grown[i], grown[i].Length * 2);
        (Count, CasesWith, Known, lastCaseOfEdge) = (grown[0], grown[1], grown[2], grown[3]);
    }
}
