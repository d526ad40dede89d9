namespace Shiremoot.Spine.Clustering;

/// <summary>
/// Joins records into people, the surest pair first. Two clusters join if the pairs between them speak for it on the whole (average linkage: R. R. Sokal and C. D. Michener 1958), each
/// pair counting for so much at most, so that one sure pair cannot bind two groups that otherwise contradict each other. No joining breaks what is known: a source that holds nobody
/// twice, a number of which a person has one.
/// </summary>
sealed class Joining
{
    private const int MostPairs = 64;
    private readonly Clusters clusters;
    private readonly Func<int, int, float> score;
    private readonly float cap, least;
    private readonly ulong[] sources;
    private readonly int[][] numbers;
    private readonly List<(int A, int B, string Why)> refused = [];

    /// <param name="records">How many records.</param>
    /// <param name="score">The bits of any pair.</param>
    /// <param name="cap">The bits a pair counts for at most, for or against.</param>
    /// <param name="least">The mean that the pairs between two clusters must reach.</param>
    /// <param name="unique">For each record a bit for its source if that holds nobody twice; empty if none does.</param>
    /// <param name="one">For each number of which a person has one, its value for each record, 0 for none.</param>
    public Joining(int records, Func<int, int, float> score, float cap, float least, ulong[] unique, int[][] one)
    {
        (this.score, this.cap, this.least) = (score, cap, least);
        clusters = new Clusters(records);
        sources = unique;
        numbers = one;
    }

    /// <summary>Pairs sure enough to join that were kept apart, and why.</summary>
    public IReadOnlyList<(int A, int B, string Why)> Refused => refused;

    public Clusters Join(LinkedPairs pairs, float threshold)
    {
        for (int p = 0; p < pairs.A.Length && pairs.Bits[p] >= threshold; p++)
        {
            int one = clusters.Root(pairs.A[p]), other = clusters.Root(pairs.B[p]);
            if (one == other) continue;
            if (Conflict(one, other) is { } why) refused.Add((pairs.A[p], pairs.B[p], why));
            else if (Mean(one, other, pairs.Bits[p]) < least) refused.Add((pairs.A[p], pairs.B[p], "most pairs between the two speak against it"));
            else Merge(one, other);
        }
        return clusters;
    }

    private void Merge(int one, int other)
    {
        int root = clusters.Join(one, other);
        if (sources.Length > 0) sources[root] = sources[one] | sources[other];
        foreach (int[] number in numbers) number[root] = Math.Max(number[one], number[other]);
    }

    private string? Conflict(int one, int other)
    {
        if (sources.Length > 0 && (sources[one] & sources[other]) != 0) return "a source that holds nobody twice would have two of its records in one person";
        foreach (int[] number in numbers)
            if (number[one] != 0 && number[other] != 0 && number[one] != number[other]) return "two different numbers of which a person has one";
        return null;
    }

    // Of all pairs between two clusters, or of so many evenly spread.
    private float Mean(int one, int other, float sure)
    {
        (int s, int t) = (clusters.SizeOf(one), clusters.SizeOf(other));
        if (s == 1 && t == 1) return sure;
        (int mostS, int mostT) = s <= t ? (Math.Min(s, 8), Math.Min(t, MostPairs / Math.Min(s, 8))) : (Math.Min(s, MostPairs / Math.Min(t, 8)), Math.Min(t, 8));
        float sum = 0;
        int x = one;
        for (int i = 0; i < mostS; i++, x = clusters.Next(x))
        {
            int y = other;
            for (int j = 0; j < mostT; j++, y = clusters.Next(y)) sum += Math.Clamp(score(x, y), -cap, cap);
        }
        return sum / (mostS * mostT);
    }
}
