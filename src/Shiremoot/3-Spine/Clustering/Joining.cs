namespace Shiremoot.Spine.Clustering;

/// <summary>
/// Joins records into people, the surest pair first. Two clusters join if the pairs between them speak for it on the whole (average linkage: R. R. Sokal and C. D. Michener 1958), each
/// pair counting for so much at most, so that one sure pair cannot bind two groups that otherwise contradict each other. No joining breaks what is known: a source that holds nobody
/// twice, a number of which a person has one. What someone decided comes before all this: forced pairs are joined first, and forbidden ones never are.
/// </summary>
sealed class Joining
{
    /// <summary>The bits of a pair that someone decided is of one person.</summary>
    public const float Forced = float.PositiveInfinity;

    private const int MostPairs = 64;
    private readonly Clusters clusters;
    private readonly Func<int, int, float> score;
    private readonly float cap, least;
    private readonly IReadOnlyList<ulong[]> sources;
    private readonly int[][] numbers;
    private readonly ForbiddenPairs forbidden;

    /// <param name="records">How many records.</param>
    /// <param name="score">The bits of any pair.</param>
    /// <param name="cap">The bits a pair counts for at most, for or against.</param>
    /// <param name="least">The mean that the pairs between two clusters must reach.</param>
    /// <param name="unique">For each record a bit for its source if that holds nobody twice, 64 sources to a column; empty if none does.</param>
    /// <param name="one">For each number of which a person has one, its value for each record, 0 for none.</param>
    /// <param name="forbidden">Pairs of records that no cluster may hold.</param>
    public Joining(int records, Func<int, int, float> score, float cap, float least, IReadOnlyList<ulong[]> unique, int[][] one, IReadOnlyList<(int A, int B)> forbidden)
    {
        (this.score, this.cap, this.least) = (score, cap, least);
        clusters = new Clusters(records);
        sources = unique;
        numbers = one;
        this.forbidden = new ForbiddenPairs(records, forbidden);
    }

    /// <summary>Joins records that are one written again, whatever else is known but that a source holds nobody twice. They hang together in one group each.</summary>
    public void JoinRepeats(PairPiece piece, bool[] isRepeat)
    {
        for (int p = 0; p < piece.Count; p++)
        {
            if (!isRepeat[piece.Pattern[p]]) continue;
            int one = clusters.Root(piece.A[p]), other = clusters.Root(piece.B[p]);
            if (one != other && Conflict(one, other) is null) Merge(one, other);
        }
    }

    /// <summary>Joins the records of every group.</summary>
    /// <param name="pairs">Pairs sure enough to join; forced ones have <see cref="Forced"/> bits.</param>
    /// <param name="threads">Threads at once; the result does not depend on them, for groups have no record in common.</param>
    /// <param name="refused">Told of pairs sure enough that were kept apart, and why, in the order of groups.</param>
    public int[] Join(Components pairs, int threads, List<KeptApart> refused)
    {
        const int GroupsAPiece = 4096;
        List<KeptApart>[] apart = new List<KeptApart>[(pairs.Count / GroupsAPiece) + 1];
        double[] doubtful = new double[apart.Length];
        Parallel.For(0, apart.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, n =>
        {
            apart[n] = [];
            for (int g = n * GroupsAPiece; g < Math.Min(pairs.Count, (n + 1) * GroupsAPiece); g++) doubtful[n] += JoinGroup(pairs, g, apart[n]);
        });
        foreach (List<KeptApart> some in apart) refused.AddRange(some);
        foreach (double some in doubtful) ExpectedFalse += some;
        return clusters.Labels();
    }

    /// <summary>Pairs of records in one cluster that are thought to be of two people: for each joining the doubt of its surest pair, times the pairs it brought together.</summary>
    public double ExpectedFalse { get; private set; }

    private double JoinGroup(Components pairs, int group, List<KeptApart> refused)
    {
        double doubtful = 0;
        pairs.Sort(group);
        for (int p = pairs.Starts[group]; p < pairs.Starts[group + 1]; p++)
        {
            int one = clusters.Root(pairs.A[p]), other = clusters.Root(pairs.B[p]);
            if (one == other) continue;
            if (pairs.Bits[p] == Forced)
            {
                if (forbidden.Part(clusters, one, other)) refused.Add(new KeptApart(pairs.A[p], pairs.B[p], pairs.Bits[p], ApartFor.DecisionsConflict));
                else Merge(one, other);
            }
            else if (Conflict(one, other) is { } why) refused.Add(new KeptApart(pairs.A[p], pairs.B[p], pairs.Bits[p], why));
            else if (!SpeakFor(one, other)) refused.Add(new KeptApart(pairs.A[p], pairs.B[p], pairs.Bits[p], ApartFor.Contradiction));
            else
            {
                doubtful += (double)clusters.SizeOf(one) * clusters.SizeOf(other) / (1 + Math.Pow(2, pairs.Bits[p]));
                Merge(one, other);
            }
        }
        return doubtful;
    }

    private void Merge(int one, int other)
    {
        int root = clusters.Join(one, other);
        forbidden.Joined(root, one, other);
        foreach (ulong[] some in sources) some[root] = some[one] | some[other];
        foreach (int[] number in numbers) number[root] = Math.Max(number[one], number[other]);
    }

    private ApartFor? Conflict(int one, int other)
    {
        if (forbidden.Part(clusters, one, other)) return ApartFor.Decided;
        foreach (ulong[] some in sources)
            if ((some[one] & some[other]) != 0) return ApartFor.OneASource;
        foreach (int[] number in numbers)
            if (number[one] != 0 && number[other] != 0 && number[one] != number[other]) return ApartFor.OnePerPerson;
        return null;
    }

    // Whether the pairs between two clusters, all or so many of them, come to the mean asked. What is left unlooked at is decided once it can no longer change the answer.
    private bool SpeakFor(int one, int other)
    {
        (int s, int t) = (clusters.SizeOf(one), clusters.SizeOf(other));
        if (s == 1 && t == 1) return true;
        (int mostS, int mostT) = s <= t ? (Math.Min(s, 8), Math.Min(t, MostPairs / Math.Min(s, 8))) : (Math.Min(s, MostPairs / Math.Min(t, 8)), Math.Min(t, 8));
        int left = mostS * mostT;
        float sum = 0, enough = least * left;
        int x = one;
        for (int i = 0; i < mostS; i++, x = clusters.Next(x))
        {
            int y = other;
            for (int j = 0; j < mostT; j++, y = clusters.Next(y))
            {
                sum += Math.Clamp(score(x, y), -cap, cap);
                left--;
                if (sum - (left * cap) >= enough) return true;
                if (sum + (left * cap) < enough) return false;
            }
        }
        return sum >= enough;
    }
}
