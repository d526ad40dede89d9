namespace Shiremoot.Picture.Pathways;

/// <summary>
/// The network of stages: what directly follows what, how often and after how long. A directly-follows graph (W. M. P. van der Aalst, Process Mining, 2016, chapter 6; its cautions,
/// 2019). Method: docs/methods/pathways.md.
/// </summary>
sealed class Network
{
    private const int ManyActivities = 1 << 16;

    private Network(StageCounts stages, Move[] moves) => (Stages, Moves) = (stages, moves);

    public StageCounts Stages { get; }

    /// <summary>The most frequent first; of equals the lower activities.</summary>
    public Move[] Moves { get; }

    /// <summary>Seconds that all cases waited on all moves.</summary>
    public double TotalWait => Moves.Sum(m => m.Wait.Total);

    public static Network Of(EventColumns log, int threads)
    {
        CasePieces pieces = log.Names.Count > ManyActivities ? CasePieces.Of(log, threads, 1) : CasePieces.Of(log, threads);
        NetworkPiece[] counted = new NetworkPiece[pieces.Count];
        pieces.Each((p, from, until) => counted[p] = NetworkKernel.Count(log, from, until));

        EdgeTable all = new();
        int[][] numbers = [.. counted.Select(piece => NumbersIn(all, piece.Edges))];
        int[] count = new int[all.Count], cases = new int[all.Count], known = new int[all.Count];
        int[][] placeOf = new int[counted.Length][];
        for (int p = 0; p < counted.Length; p++)
        {
            NetworkPiece piece = counted[p];
            placeOf[p] = new int[piece.Edges.Count];
            for (int e = 0; e < piece.Edges.Count; e++)
            {
                int edge = numbers[p][e];
                count[edge] += piece.Count[e];
                cases[edge] += piece.CasesWith[e];
                placeOf[p][e] = known[edge];
                known[edge] += piece.Known[e];
            }
        }
        GroupedSpans waits = new(known);
        pieces.Each((p, from, until) => NetworkKernel.Wait(log, from, until, counted[p].Edges, numbers[p], placeOf[p], waits));
        Move[] moves = new Move[all.Count];
        Parallel.For(0, moves.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, edge =>
        {
            (int from, int to) = all[edge];
            moves[edge] = new Move(from, to, count[edge], cases[edge], Spread.Of(waits.Of(edge)));
        });
        Array.Sort(moves, (a, b) => (-a.Count, a.From, a.To).CompareTo((-b.Count, b.From, b.To)));
        return new Network(StageCounts.Sum(log.Names.Count, counted.Select(p => p.Stages)), moves);
    }

    private static int[] NumbersIn(EdgeTable all, EdgeTable some)
    {
        int[] numbers = new int[some.Count];
        for (int e = 0; e < numbers.Length; e++) numbers[e] = all.Number(some[e].From, some[e].To);
        return numbers;
    }
}

/// <summary>One stage directly after another.</summary>
/// <param name="From">The earlier activity.</param>
/// <param name="To">The later.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Wait">From the one event to the other.</param>
readonly record struct Move(int From, int To, int Count, int Cases, Spread Wait);
