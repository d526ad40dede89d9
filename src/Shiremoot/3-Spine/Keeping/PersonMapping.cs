namespace Shiremoot.Spine.Keeping;

/// <summary>
/// Maps clusters onto the people there were. A person keeps their id where most of their records stay together; of several people who come into one cluster the one with most records there
/// keeps theirs; at a tie where they are more of the whole, and then the oldest. A cluster to which nobody's id goes is a new person.
/// </summary>
static class PersonMapping
{
    /// <summary>The person of each record, and what happened to the people there were.</summary>
    /// <param name="clusters">The cluster of each record.</param>
    /// <param name="before">The person each record was of; 0 for a record not there before.</param>
    /// <param name="age">A number for each record that rises with the time it came.</param>
    /// <param name="firstNew">The id of the first new person.</param>
    public static (long[] People, IReadOnlyList<Moved> Moves) Map(ReadOnlySpan<int> clusters, ReadOnlySpan<long> before, ReadOnlySpan<long> age, long firstNew)
    {
        Dictionary<(long Person, int Cluster), (int Records, long Oldest)> shared = [];
        Dictionary<int, int> sizes = [];
        foreach (int cluster in clusters) sizes[cluster] = sizes.GetValueOrDefault(cluster) + 1;
        for (int r = 0; r < clusters.Length; r++)
        {
            if (before[r] == 0) continue;
            (int records, long oldest) = shared.GetValueOrDefault((before[r], clusters[r]), (0, long.MaxValue));
            shared[(before[r], clusters[r])] = (records + 1, Math.Min(oldest, age[r]));
        }

        Dictionary<long, (int Cluster, int Records, long Oldest)> home = [];
        foreach (((long person, int cluster), (int records, long oldest)) in shared)
            if (!home.TryGetValue(person, out (int Cluster, int Records, long Oldest) best) || IsNearer((records, oldest, sizes[cluster], cluster), (best.Records, best.Oldest, sizes[best.Cluster], best.Cluster))) home[person] = (cluster, records, oldest);

        Dictionary<int, (long Person, int Records)> holder = [];
        foreach ((long person, (int cluster, int records, _)) in home)
            if (!holder.TryGetValue(cluster, out (long Person, int Records) best) || records > best.Records || (records == best.Records && person < best.Person)) holder[cluster] = (person, records);

        long[] people = new long[clusters.Length];
        Dictionary<int, long> made = [];
        for (int r = 0; r < people.Length; r++)
        {
            if (holder.TryGetValue(clusters[r], out (long Person, int) there)) people[r] = there.Person;
            else if (made.TryGetValue(clusters[r], out long person)) people[r] = person;
            else people[r] = made[clusters[r]] = firstNew + made.Count;
        }
        return (people, Moves(people, before));
    }

    private static IReadOnlyList<Moved> Moves(ReadOnlySpan<long> people, ReadOnlySpan<long> before)
    {
        Dictionary<(long, long), int> moves = [];
        HashSet<long> alive = [];
        for (int r = 0; r < people.Length; r++)
        {
            alive.Add(people[r]);
            if (before[r] != 0 && before[r] != people[r]) moves[(before[r], people[r])] = moves.GetValueOrDefault((before[r], people[r])) + 1;
        }
        return [.. moves.Select(m => new Moved(m.Key.Item1, m.Key.Item2, m.Value, !alive.Contains(m.Key.Item1))).OrderBy(m => m.From).ThenBy(m => m.To)];
    }

    // More of the person's records; then where they are more of the whole, so that who is left behind keeps the id and who went elsewhere does not take it along; then the oldest.
    private static bool IsNearer((int Records, long Oldest, int Size, int Cluster) one, (int Records, long Oldest, int Size, int Cluster) other) =>
        one.Records != other.Records ? one.Records > other.Records
        : one.Size != other.Size ? one.Size < other.Size
        : one.Oldest != other.Oldest ? one.Oldest < other.Oldest
        : one.Cluster < other.Cluster;
}
