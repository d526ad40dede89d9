using Shiremoot.Spine.Keeping;

namespace Shiremoot.Spine;

/// <summary>What became of the records that a change touched.</summary>
/// <param name="Records">The records.</param>
/// <param name="Before">Whose each was; 0 for nobody's.</param>
/// <param name="After">Whose each is.</param>
/// <param name="Moves">Which people were joined or parted.</param>
/// <param name="Apart">Pairs sure enough to join that were kept apart, by the records' numbers among the living.</param>
public sealed record LivingChange(IReadOnlyList<int> Records, long[] Before, long[] After, IReadOnlyList<Moved> Moves, IReadOnlyList<KeptApart> Apart)
{
    /// <summary>Pairs that someone decided are not of one person.</summary>
    public IReadOnlyList<(int A, int B)> Forbidden { get; init; } = [];
}

/// <summary>Joins anew the records that a change touches, and leaves all others as they are.</summary>
public static class LivingUpdate
{
    private const int MostAround = 2000; // records looked at: a net of names that are all alike must not make one decision a linking of all

    /// <summary>What would become of new records and of the people they touch; nothing is changed yet.</summary>
    /// <param name="living">All records, the new ones among them.</param>
    /// <param name="people">People that are touched for another reason: a decision, a record gone.</param>
    /// <param name="fresh">The new records, which are of nobody yet, and those that changed.</param>
    /// <param name="forced">Pairs that someone decided are of one person.</param>
    /// <param name="forbidden">Pairs that someone decided are not.</param>
    /// <param name="firstNew">The id of the first new person.</param>
    public static LivingChange Of(LivingRecords living, IEnumerable<long> people, IReadOnlyList<int> fresh, IReadOnlyList<(int A, int B)> forced, IReadOnlyList<(int A, int B)> forbidden, long firstNew)
    {
        HashSet<long> touched = [.. people, .. fresh.Select(living.PersonOf)];
        HashSet<int> isFresh = [.. fresh];
        if (fresh.Count > 0) touched.UnionWith(LivingLinks.Touched(living, fresh));
        for (bool grew = true; grew;)
        {
            grew = false;
            foreach ((int a, int b) in forced)
                if (IsIn(a) != IsIn(b)) grew |= touched.Add(living.PersonOf(IsIn(a) ? b : a));
        }
        touched.Remove(0);
        int[] records = [.. touched.SelectMany(living.RecordsOf).Order(), .. fresh.Where(r => living.PersonOf(r) == 0)];
        if (records.Length == 0) return new LivingChange([], [], [], [], []);
        List<KeptApart> apart = [];
        int[] clusters = LivingLinks.Join(living, records, forced, forbidden, apart);
        long[] before = [.. records.Select(living.PersonOf)];
        (long[] after, IReadOnlyList<Moved> moves) = PersonMapping.Map(clusters, before, [.. records.Select(r => (long)r)], firstNew);
        return new LivingChange(records, before, after, moves, [.. apart.Select(k => k with { A = records[k.A], B = records[k.B] })]) { Forbidden = forbidden };

        bool IsIn(int record) => touched.Contains(living.PersonOf(record)) || isFresh.Contains(record);
    }

    /// <summary>
    /// These people and all who hang together with them through pairs sure enough to join. What becomes of one may depend on who took another's record first, so a decision is settled among all of them.
    /// </summary>
    public static IReadOnlyCollection<long> Around(LivingRecords living, IEnumerable<long> people)
    {
        HashSet<long> all = [.. people];
        long[] reached = [.. all];
        for (int records = 0; reached.Length > 0 && records < MostAround;)
        {
            int[] own = [.. reached.SelectMany(living.RecordsOf)];
            records += own.Length;
            reached = [.. LivingLinks.Touched(living, own).Where(all.Add)];
        }
        return all;
    }

    /// <summary>Makes a change hold.</summary>
    public static void Apply(LivingRecords living, LivingChange change)
    {
        for (int n = 0; n < change.Records.Count; n++)
            if (change.After[n] != change.Before[n]) living.Assign(change.Records[n], change.After[n]);
    }
}
