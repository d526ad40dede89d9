namespace Shiremoot.Picture.Pathways;

/// <summary>Cases cut into pieces of about as many events each, to be worked on side by side. What is added up over pieces is whole numbers, so the answer depends neither on pieces nor on threads.</summary>
readonly struct CasePieces
{
    private const int Most = 16, LeastEvents = 20_000;
    private readonly int[] bounds;
    private readonly int threads;

    private CasePieces(int[] bounds, int threads) => (this.bounds, this.threads) = (bounds, threads);

    public int Count => bounds.Length - 1;

    public static CasePieces Of(EventColumns log, int threads, int most = Most)
    {
        int pieces = Math.Clamp((log.Events + log.Cases) / LeastEvents, 1, most), at = 0;
        int[] bounds = new int[pieces + 1];
        for (int p = 1; p < pieces; p++)
        {
            long until = ((long)log.Events + log.Cases) * p / pieces;
            while (at < log.Cases && (long)log.First[at] + at < until) at++;
            bounds[p] = at;
        }
        bounds[pieces] = log.Cases;
        return new CasePieces(bounds, threads);
    }

    public (int From, int Until) this[int piece] => (bounds[piece], bounds[piece + 1]);

    /// <summary>Does the work on every piece, on as many threads as were given.</summary>
    public void Each(Action<int, int, int> work)
    {
        int[] own = bounds;
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece => work(piece, own[piece], own[piece + 1]));
    }
}
