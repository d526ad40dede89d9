namespace Shiremoot.Spine;

/// <summary>Pairs just below the threshold between two people, and weak pairs that alone hold one together: those without which the strong ones leave parts.</summary>
/// <param name="clusters">The person of each record.</param>
/// <param name="size">How many records a person has.</param>
/// <param name="threshold">Bits from which a pair may join.</param>
/// <param name="each">Tells all pairs, with their bits; it is asked twice.</param>
sealed class ReviewBridges(int[] clusters, Func<int, long> size, float threshold, Action<Action<int, int, float>> each)
{
    private const float Near = 4; // bits within which a pair is just below, or a link weak

    private readonly int[] part = [.. Enumerable.Range(0, clusters.Length)];
    private Dictionary<(int, int), (int A, int B, float Bits)>? below, weak;

    /// <summary>The best pair between two people, and the pairs of records it would join.</summary>
    public IEnumerable<(int A, int B, float Bits, long Pairs)> Below()
    {
        Find();
        return below!.Select(f => (f.Value.A, f.Value.B, f.Value.Bits, size(f.Key.Item1) * size(f.Key.Item2)));
    }

    /// <summary>The best pair between two parts of a person, and the pairs of records it holds together.</summary>
    public IEnumerable<(int A, int B, float Bits, long Pairs)> Weak()
    {
        Find();
        int[] parts = new int[part.Length];
        for (int r = 0; r < parts.Length; r++) parts[Root(r)]++;
        return weak!.Select(f => (f.Value.A, f.Value.B, f.Value.Bits, (long)parts[f.Key.Item1] * parts[f.Key.Item2]));
    }

    private void Find()
    {
        if (below is not null) return;
        Dictionary<(int, int), (int A, int B, float Bits)> between = [], within = [];
        each((a, b, bits) =>
        {
            if (bits >= threshold + Near && clusters[a] == clusters[b]) part[Root(a)] = Root(b);
        });
        each((a, b, bits) =>
        {
            if (bits < threshold - Near || bits >= threshold + Near) return;
            if (clusters[a] != clusters[b])
            {
                if (bits < threshold) Better(between, clusters[a], clusters[b], (a, b, bits));
            }
            else if (Root(a) != Root(b))
            {
                Better(within, Root(a), Root(b), (a, b, bits));
            }
        });
        (below, weak) = (between, within);
    }

    private static void Better(Dictionary<(int, int), (int A, int B, float Bits)> best, int one, int other, (int A, int B, float Bits) pair)
    {
        (int, int) key = one < other ? (one, other) : (other, one);
        if (!best.TryGetValue(key, out (int A, int B, float Bits) there) || pair.Bits > there.Bits || (pair.Bits == there.Bits && (pair.A, pair.B).CompareTo((there.A, there.B)) < 0)) best[key] = pair;
    }

    private int Root(int record)
    {
        while (part[record] != record) record = part[record] = part[part[record]];
        return record;
    }
}
