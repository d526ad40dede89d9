namespace Shiremoot.Spine;

/// <summary>
/// Finds the pairs worth a look. What a decision would change is the number of pairs of records it would join or part; times the doubt, the probability that what stands is wrong, this is
/// what a minute of a reviewer's time is expected to put right: docs/methods/living-spine.md.
/// </summary>
static class ReviewCases
{
    public const int Most = 5000;
    private const double EvenDoubt = 0.5; // two numbers in one person: nobody can say which is wrong

    private static readonly string[] NumbersForLife = ["pnc", "cro", "nhs-number"];

    public static IReadOnlyList<ReviewCase> Of(Linked linked)
    {
        RecordTable table = linked.Table;
        int[] size = new int[table.Count];
        foreach (int cluster in linked.Clusters) size[cluster]++;
        List<Found> found = [];
        foreach (KeptApart pair in linked.KeptApart) found.Add(Apart(pair, (long)size[linked.Clusters[pair.A]] * size[linked.Clusters[pair.B]]));
        ReviewBridges bridges = new(linked.Clusters, c => size[c], (float)linked.Threshold, pair =>
        {
            foreach (PairPiece piece in linked.Pairs.Pieces)
                for (int p = 0; p < piece.Count; p++) pair(piece.A[p], piece.B[p], linked.Bits[piece.Pattern[p]] + piece.TermBits[p]);
        });
        Bridges(bridges, found);
        Conflicts(table, linked.Model, linked.Clusters, linked.Score, found);
        return [.. Best(found, r => linked.Clusters[r]).Select(f => f.Named(r => new RecordName(table.SourceNames[table.Sources[r]], table.Id(r))))];
    }

    /// <summary>Of a change: all pairs of the records that it touched, among themselves and with others.</summary>
    public static IReadOnlyList<ReviewCase> Of(LivingRecords living, LivingChange change)
    {
        if (change.Records.Count == 0) return [];
        NearPairs near = NearPairs.Of(living, change.Records);
        TouchedPeople people = new(living, change, near.Records);
        List<Found> found = [];
        Dictionary<int, int> place = change.Records.Select((r, n) => (r, n)).ToDictionary(x => x.r, x => x.n);
        foreach (KeptApart pair in change.Apart) found.Add(Apart(pair with { A = place[pair.A], B = place[pair.B] }, people.Pairs(place[pair.A], place[pair.B])));
        float threshold = (float)(living.Model.Threshold ?? 0);
        Bridges(new ReviewBridges(people.Clusters, people.Size, threshold, pair => Each(near, pair)), found);
        Each(near, (a, b, bits) =>
        {
            if (bits >= threshold && people.Apart(a, b) is { } why) found.Add(Apart(new KeptApart(a, b, bits, why), people.Pairs(a, b)));
        });
        Conflicts(near.Table, living.Model, people.Clusters.AsSpan(0, change.Records.Count), near.Score, found);
        return [.. Best(found, r => people.Clusters[r]).Select(f => f.Named(r => living.NameOf(near.Records[r])))];
    }

    private static void Each(NearPairs near, Action<int, int, float> pair)
    {
        for (int p = 0; p < near.Bits.Length; p++) pair(near.A[p], near.B[p], near.Bits[p]);
    }

    private static void Bridges(ReviewBridges bridges, List<Found> found)
    {
        foreach ((int a, int b, float bits, long pairs) in bridges.Below()) found.Add(new Found(ReviewKind.Below, a, b, bits, false, pairs));
        foreach ((int a, int b, float bits, long pairs) in bridges.Weak()) found.Add(new Found(ReviewKind.Bridge, a, b, bits, true, pairs));
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
    private static void Conflicts(RecordTable table, LinkModel model, ReadOnlySpan<int> clusters, PairScore score, List<Found> found)
    {
        foreach (RecordColumn column in table.Columns.Where(c => model.OnePerPerson.Contains(c.Name) || NumbersForLife.Contains(c.Kind)))
        {
            Dictionary<int, List<(int Record, int Value)>> held = [];
            for (int r = 0; r < clusters.Length; r++)
            {
                if (column.Of(r) is not [var value]) continue;
                if (!held.TryGetValue(clusters[r], out List<(int, int)>? numbers)) held[clusters[r]] = numbers = [];
                numbers.Add((r, value));
            }
            foreach (List<(int Record, int Value)> numbers in held.Values)
            {
                (int record, int value) = numbers[0];
                int other = numbers.FindIndex(n => n.Value != value);
                if (other < 0) continue;
                long mine = numbers.Count(n => n.Value == value);
                found.Add(new Found(ReviewKind.Numbers, record, numbers[other].Record, score.Of(record, numbers[other].Record), true, mine * (numbers.Count - mine)) { Doubt = EvenDoubt });
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
}
