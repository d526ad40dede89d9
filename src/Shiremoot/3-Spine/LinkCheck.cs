using Shiremoot.Intake;
using Shiremoot.Spine.Clustering;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>A linking set against the truth.</summary>
/// <param name="Chosen">At the threshold that was used.</param>
/// <param name="ByThreshold">At other thresholds, in bits.</param>
/// <param name="ComparedOfTrue">The share of true pairs that blocking brought together.</param>
/// <param name="Bands">Of pairs said to be so likely, the share that is true.</param>
public sealed record LinkCheck(LinkAccuracy Chosen, IReadOnlyList<(double Threshold, LinkAccuracy Accuracy)> ByThreshold, double ComparedOfTrue, IReadOnlyList<LikelihoodBand> Bands)
{
    private static readonly double[] Thresholds = [-4, -2, -1, 0, 1, 2, 3, 4, 6, 8, 10, 15, 20];
    private static readonly double[] Edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0000001];

    /// <summary>The threshold that would have been best had the truth been known, and the accuracy there.</summary>
    public (double Threshold, LinkAccuracy Accuracy) Best => ByThreshold.MaxBy(t => t.Accuracy.F1);

    public static LinkCheck Of(Linked linked, LinkTruth truth, int threads)
    {
        bool isAcross = linked.Table.SourceNames.Count > 1 && linked.Table.SourceNames.All(linked.Model.HasNoDuplicates);
        ReadOnlySpan<byte> sources = isAcross ? linked.Table.Sources : default;
        LinkAccuracy chosen = LinkAccuracy.Of(linked.Clusters, truth.Person, sources);
        List<(double, LinkAccuracy)> by = [];
        foreach (double threshold in Thresholds) by.Add((threshold, LinkAccuracy.Of(Linking.JoinAt(linked, threshold, threads), truth.Person, isAcross ? linked.Table.Sources : default)));
        return new LinkCheck(chosen, by, Compared(linked, truth) / Math.Max(1.0, chosen.TruePairs), BandsOf(linked, truth));
    }

    private static double Compared(Linked linked, LinkTruth truth)
    {
        long found = 0;
        foreach (PairPiece piece in linked.Pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
                if (truth.Person[piece.A[p]] >= 0 && truth.Person[piece.A[p]] == truth.Person[piece.B[p]]) found++;
        return found;
    }

    private static IReadOnlyList<LikelihoodBand> BandsOf(Linked linked, LinkTruth truth)
    {
        (long[] pairs, long[] right, double[] expected) = (new long[Edges.Length], new long[Edges.Length], new double[Edges.Length]);
        foreach (PairPiece piece in linked.Pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                if (truth.Person[piece.A[p]] < 0 || truth.Person[piece.B[p]] < 0) continue;
                double likely = LinkLikelihood.Of(linked.Bits[piece.Pattern[p]] + piece.TermBits[p]);
                int band = 0;
                while (likely >= Edges[band + 1]) band++;
                pairs[band]++;
                expected[band] += likely;
                if (truth.Person[piece.A[p]] == truth.Person[piece.B[p]]) right[band]++;
            }
        return [.. Enumerable.Range(0, Edges.Length - 1).Where(b => pairs[b] > 0).Select(b => new LikelihoodBand(Edges[b], Math.Min(1, Edges[b + 1]), pairs[b], expected[b] / pairs[b], (double)right[b] / pairs[b]))];
    }
}

/// <summary>Pairs whose probability lies between two bounds: what was expected of them, and what is true.</summary>
/// <param name="From">The lower bound.</param>
/// <param name="Until">The upper bound.</param>
/// <param name="Pairs">How many pairs.</param>
/// <param name="Expected">Their mean probability.</param>
/// <param name="True">The share of them that is of one person.</param>
public readonly record struct LikelihoodBand(double From, double Until, long Pairs, double Expected, double True);

/// <summary>Records of kin in one cluster: how often twins, and others of a family who share a home, were taken for one person.</summary>
/// <param name="Kinship">twin, sibling, parent, partner.</param>
/// <param name="Pairs">Pairs of records of such kin.</param>
/// <param name="Joined">Of these, pairs in one cluster.</param>
public sealed record KinJoined(string Kinship, long Pairs, long Joined)
{
    public double Share => Pairs == 0 ? 0 : (double)Joined / Pairs;

    /// <summary>Reads a file with columns person, kinship, other, as ./shiremoot generate writes it, and counts.</summary>
    public static Outcome<IReadOnlyList<KinJoined>> Of(string file, Linked linked, LinkTruth truth)
    {
        if (TableReading.OpenAlone(file).Refused(out Refusal? why, out TableReader? reader)) return why;
        string name = Path.GetFileName(file);
        Dictionary<int, List<int>> records = [];
        for (int r = 0; r < truth.Person.Length; r++)
        {
            if (!records.TryGetValue(truth.Person[r], out List<int>? own)) records[truth.Person[r]] = own = [];
            own.Add(r);
        }
        Dictionary<string, (long Pairs, long Joined)> counts = [];
        long met = 0;
        using (reader)
        {
            if (reader.Headers.Count < 3) return Refusals.KinNotUnderstood(name, reader.Headers);
            while (reader.Read())
            {
                if (reader.IsBad) continue;
                int one = truth.NumberOf(Text(reader, 0)), other = truth.NumberOf(Text(reader, 2));
                if (one >= 0 && other >= 0) met++;
                if (one < 0 || other < 0 || one > other || !records.TryGetValue(one, out List<int>? these) || !records.TryGetValue(other, out List<int>? those)) continue;
                string kinship = Text(reader, 1) is "child" ? "parent" : Text(reader, 1);
                (long pairs, long joined) = counts.GetValueOrDefault(kinship);
                foreach (int a in these)
                    foreach (int b in those)
                    {
                        pairs++;
                        if (linked.Clusters[a] == linked.Clusters[b]) joined++;
                    }
                counts[kinship] = (pairs, joined);
            }
            if (reader.Stopped is { } stopped) return Refusals.FileStopped(name, stopped);
            if (reader.BadRows > 0) return Refusals.TruthRows(name, reader.BadRows, reader.Rows);
            if (met == 0) return Refusals.KinDoesNotMatch(name, reader.Rows);
        }
        return Outcome.Of<IReadOnlyList<KinJoined>>([.. counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new KinJoined(c.Key, c.Value.Pairs, c.Value.Joined))]);
    }

    private static string Text(TableReader reader, int column) => System.Text.Encoding.UTF8.GetString(reader.Field(column));
}
