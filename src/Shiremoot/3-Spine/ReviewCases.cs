namespace Shiremoot.Spine;

/// <summary>
/// Finds the pairs worth a look. What a decision would change is the number of pairs of records it would join or part; times the doubt, the probability that what stands is wrong, this is
/// what a minute of a reviewer's time is expected to put right: docs/methods/living-spine.md.
/// </summary>
static class ReviewCases
{
    private const int Most = 5000;
    private const float Near = 4;        // bits within which a pair is just below, or a link weak
    private const double EvenDoubt = 0.5; // two numbers in one person: nobody can say which is wrong

    private static readonly string[] NumbersForLife = ["pnc", "cro", "nhs-number"];

    public static IReadOnlyList<ReviewCase> Of(Linked linked)
    {
        RecordTable table = linked.Table;
        int[] size = new int[table.Count];
        foreach (int cluster in linked.Clusters) size[cluster]++;
        List<Found> found = [];
        foreach (KeptApart pair in linked.KeptApart) found.Add(Apart(pair, (long)size[linked.Clusters[pair.A]] * size[linked.Clusters[pair.B]]));
        Bridges bridges = new(linked, size, found);
        bridges.Find();
        Conflicts(linked, found);
        return [.. Best(found, r => linked.Clusters[r]).Select(f => f.Named(r => new RecordName(table.SourceNames[table.Sources[r]], table.Id(r))))];
    }

    /// <summary>Of a change: the pairs that were kept apart by it.</summary>
    public static IReadOnlyList<ReviewCase> Of(LivingRecords living, LivingChange change)
    {
        Dictionary<int, long> person = change.Records.Select((r, n) => (r, n)).ToDictionary(x => x.r, x => change.After[x.n]);
        Dictionary<long, long> size = change.After.CountBy(p => p).ToDictionary(p => p.Key, p => (long)p.Value);
        return [.. Best([.. change.Apart.Select(k => Apart(k, size[person[k.A]] * size[person[k.B]]))], r => person[r]).Select(f => f.Named(living.NameOf))];
    }

    private static Found Apart(KeptApart pair, long pairs)
    {
        ReviewKind kind = pair.Why switch
        {
            ApartFor.OneASource => ReviewKind.OneASource,
            ApartFor.OnePerPerson => ReviewKind.OnePerPerson,
            ApartFor.DecisionsConflict => ReviewKind.DecisionsConflict,
            _ => ReviewKind.Contradiction,
        };
        return new Found(pair.Why == ApartFor.Decided ? null : kind, pair.A, pair.B, float.IsPositiveInfinity(pair.Bits) ? 60 : pair.Bits, false, pairs);
    }

    // One pair for two people kept apart, however many of their records are alike: a decision on it decides for all.
    private static IEnumerable<Found> Best(IReadOnlyList<Found> found, Func<int, long> person) =>
        found.Where(f => f.Kind is not null).OrderByDescending(f => f.Weight).ThenBy(f => f.A).ThenBy(f => f.B)
            .DistinctBy(f => f.IsJoined ? ((long)f.A, (long)f.B, true) : (Math.Min(person(f.A), person(f.B)), Math.Max(person(f.A), person(f.B)), false)).Take(Most);

    // People with two numbers of a kind of which a person has one.
    private static void Conflicts(Linked linked, List<Found> found)
    {
        foreach (RecordColumn column in linked.Table.Columns.Where(c => linked.Model.OnePerPerson.Contains(c.Name) || NumbersForLife.Contains(c.Kind)))
        {
            Dictionary<int, List<(int Record, int Value)>> held = [];
            for (int r = 0; r < linked.Clusters.Length; r++)
            {
                if (column.Of(r) is not [var value]) continue;
                if (!held.TryGetValue(linked.Clusters[r], out List<(int, int)>? numbers)) held[linked.Clusters[r]] = numbers = [];
                numbers.Add((r, value));
            }
            foreach (List<(int Record, int Value)> numbers in held.Values)
            {
                (int record, int value) = numbers[0];
                int other = numbers.FindIndex(n => n.Value != value);
                if (other < 0) continue;
                long mine = numbers.Count(n => n.Value == value);
                found.Add(new Found(ReviewKind.Numbers, record, numbers[other].Record, linked.Score.Of(record, numbers[other].Record), true, mine * (numbers.Count - mine)) { Doubt = EvenDoubt });
            }
        }
    }

    private sealed record Found(ReviewKind? Kind, int A, int B, float Bits, bool IsJoined, long Pairs)
    {
        public double? Doubt { get; init; }

        // A pair kept apart is in doubt as far as it is likely to be of one person; a pair joined, as far as it is not.
        public double Weight => Pairs * (Doubt ?? 1 / (1 + Math.Pow(2, IsJoined ? Bits : -Bits)));

        public ReviewCase Named(Func<int, RecordName> name)
        {
            (RecordName a, RecordName b) = LinkDecisions.InOrder(name(A), name(B));
            return new ReviewCase(Kind!.Value, a, b, Bits, IsJoined, Pairs, Weight);
        }
    }

    /// <summary>Pairs just below the threshold between two people, and weak pairs that alone hold one together: those without which the strong ones leave parts.</summary>
    private sealed class Bridges(Linked linked, int[] size, List<Found> found)
    {
        private readonly int[] part = [.. Enumerable.Range(0, linked.Clusters.Length)];
        private readonly Dictionary<(int, int), (int A, int B, float Bits)> below = [], weak = [];

        public void Find()
        {
            Each((a, b, bits) =>
            {
                if (bits >= linked.Threshold + Near && linked.Clusters[a] == linked.Clusters[b]) part[Root(a)] = Root(b);
            });
            int[] parts = new int[part.Length];
            for (int r = 0; r < parts.Length; r++) parts[Root(r)]++;
            Each((a, b, bits) =>
            {
                if (bits < linked.Threshold - Near || bits >= linked.Threshold + Near) return;
                if (linked.Clusters[a] != linked.Clusters[b])
                {
                    if (bits < linked.Threshold) Better(below, linked.Clusters[a], linked.Clusters[b], (a, b, bits));
                }
                else if (Root(a) != Root(b))
                {
                    Better(weak, Root(a), Root(b), (a, b, bits));
                }
            });
            foreach (((int one, int other), (int a, int b, float bits)) in below) found.Add(new Found(ReviewKind.Below, a, b, bits, false, (long)size[one] * size[other]));
            foreach (((int one, int other), (int a, int b, float bits)) in weak) found.Add(new Found(ReviewKind.Bridge, a, b, bits, true, (long)parts[one] * parts[other]));
        }

        private void Each(Action<int, int, float> pair)
        {
            foreach (PairPiece piece in linked.Pairs.Pieces)
                for (int p = 0; p < piece.Count; p++) pair(piece.A[p], piece.B[p], linked.Bits[piece.Pattern[p]] + piece.TermBits[p]);
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
}
