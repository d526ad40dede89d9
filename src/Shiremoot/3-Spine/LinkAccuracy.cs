namespace Shiremoot.Spine;

/// <summary>How well clusters agree with who is who in truth.</summary>
/// <param name="TruePairs">Pairs of records of one person.</param>
/// <param name="JoinedPairs">Pairs of records in one cluster.</param>
/// <param name="RightPairs">Pairs that are both.</param>
/// <param name="BCubedPrecision">Of a record's cluster, the share that is of its person, averaged over records (A. Bagga and B. Baldwin 1998).</param>
/// <param name="BCubedRecall">Of a person's records, the share in the record's cluster, averaged over records.</param>
public sealed record LinkAccuracy(long TruePairs, long JoinedPairs, long RightPairs, double BCubedPrecision, double BCubedRecall)
{
    public double Precision => JoinedPairs == 0 ? 1 : (double)RightPairs / JoinedPairs;

    public double Recall => TruePairs == 0 ? 1 : (double)RightPairs / TruePairs;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double BCubedF1 => BCubedPrecision + BCubedRecall == 0 ? 0 : 2 * BCubedPrecision * BCubedRecall / (BCubedPrecision + BCubedRecall);

    /// <summary>Sets clusters against the truth; records whose truth is not known (below 0) do not count.</summary>
    /// <param name="clusters">The cluster of each record.</param>
    /// <param name="truth">The person of each record, or below 0.</param>
    /// <param name="sources">The source of each record, where only pairs of two sources count; empty if all do.</param>
    public static LinkAccuracy Of(ReadOnlySpan<int> clusters, ReadOnlySpan<int> truth, ReadOnlySpan<byte> sources = default)
    {
        (Dictionary<long, long> person, Dictionary<long, long> cluster, Dictionary<(long, long), long> both) = ([], [], []);
        (Dictionary<(long, byte), long> personOf, Dictionary<(long, byte), long> clusterOf, Dictionary<(long, long, byte), long> bothOf) = ([], [], []);
        for (int r = 0; r < clusters.Length; r++)
        {
            if (truth[r] < 0) continue;
            Count(person, truth[r]);
            Count(cluster, clusters[r]);
            Count(both, (clusters[r], truth[r]));
            if (sources.IsEmpty) continue;
            Count(personOf, (truth[r], sources[r]));
            Count(clusterOf, (clusters[r], sources[r]));
            Count(bothOf, (clusters[r], truth[r], sources[r]));
        }
        double precision = 0, recall = 0, records = person.Values.Sum();
        foreach (((long c, long t), long n) in both)
        {
            precision += (double)n * n / cluster[c];
            recall += (double)n * n / person[t];
        }
        return new LinkAccuracy(Pairs(person.Values) - Pairs(personOf.Values), Pairs(cluster.Values) - Pairs(clusterOf.Values), Pairs(both.Values) - Pairs(bothOf.Values), precision / Math.Max(1, records), recall / Math.Max(1, records));
    }

    private static void Count<T>(Dictionary<T, long> counts, T key) where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static long Pairs(IEnumerable<long> counts) => counts.Sum(n => n * (n - 1) / 2);
}
