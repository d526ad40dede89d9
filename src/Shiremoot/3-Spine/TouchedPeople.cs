namespace Shiremoot.Spine;

/// <summary>Whose records are after a change: of those it touched, and of those near them that it did not.</summary>
sealed class TouchedPeople
{
    private readonly LivingRecords living;
    private readonly Dictionary<long, List<int>> touched = [];
    private readonly List<long> people = [];
    private readonly HashSet<(long, long)> decided;
    private readonly Dictionary<(int, int), ApartFor> why = [];

    /// <param name="living">All records, before the change is made to hold in them.</param>
    /// <param name="change">The change.</param>
    /// <param name="records">The records it touched, and those near them.</param>
    public TouchedPeople(LivingRecords living, LivingChange change, IReadOnlyList<int> records)
    {
        this.living = living;
        Dictionary<int, long> after = [];
        for (int n = 0; n < change.Records.Count; n++)
        {
            after[change.Records[n]] = change.After[n];
            if (!touched.TryGetValue(change.After[n], out List<int>? own)) touched[change.After[n]] = own = [];
            own.Add(change.Records[n]);
        }
        long Person(int record) => after.TryGetValue(record, out long person) ? person : living.PersonOf(record);
        Dictionary<long, int> numbers = [];
        Clusters = new int[records.Count];
        for (int n = 0; n < Clusters.Length; n++)
        {
            long person = Person(records[n]);
            if (!numbers.TryGetValue(person, out Clusters[n]))
            {
                numbers[person] = Clusters[n] = people.Count;
                people.Add(person);
            }
        }
        decided = [.. change.Forbidden.Select(f => InOrder(Person(f.A), Person(f.B)))];
    }

    /// <summary>The person of each record, as a number from 0.</summary>
    public int[] Clusters { get; }

    public long Size(int person) => touched.TryGetValue(people[person], out List<int>? own) ? own.Count : living.RecordsOf(people[person]).Count;

    /// <summary>The pairs of records that joining two records' people would join.</summary>
    public long Pairs(int a, int b) => Size(Clusters[a]) * Size(Clusters[b]);

    /// <summary>Why two records that are sure enough to join are of two people, of which the change touched one; null if they are of one, or the change itself says why.</summary>
    public ApartFor? Apart(int a, int b)
    {
        (int one, int other) = (Clusters[a], Clusters[b]);
        if (one == other || (touched.ContainsKey(people[one]) && touched.ContainsKey(people[other]))) return null;
        (int, int) key = one < other ? (one, other) : (other, one);
        if (!why.TryGetValue(key, out ApartFor reason)) why[key] = reason = Why(people[one], people[other]);
        return reason;
    }

    private ApartFor Why(long one, long other)
    {
        if (decided.Contains(InOrder(one, other))) return ApartFor.Decided;
        IReadOnlyList<int> these = RecordsOf(one), those = RecordsOf(other);
        if (these.Select(r => living.NameOf(r).Agency).Intersect(those.Select(r => living.NameOf(r).Agency)).Any(living.Model.HasNoDuplicates)) return ApartFor.OneASource;
        return living.Model.OnePerPerson.Any(f => Numbers(these, f) is { Count: > 0 } mine && Numbers(those, f) is { Count: > 0 } theirs && !mine.Overlaps(theirs)) ? ApartFor.OnePerPerson : ApartFor.Contradiction;
    }

    private IReadOnlyList<int> RecordsOf(long person) => touched.TryGetValue(person, out List<int>? own) ? own : living.RecordsOf(person);

    private HashSet<string> Numbers(IReadOnlyList<int> records, string field)
    {
        HashSet<string> numbers = [];
        foreach (int record in records)
        {
            (RecordTable table, int row) = living.At(record);
            foreach (int value in table[field].Of(row)) numbers.Add(System.Text.Encoding.UTF8.GetString(table[field].Table[value]));
        }
        return numbers;
    }

    private static (long, long) InOrder(long one, long other) => one < other ? (one, other) : (other, one);
}
