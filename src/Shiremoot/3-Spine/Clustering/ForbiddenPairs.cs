namespace Shiremoot.Spine.Clustering;

/// <summary>Pairs of records that someone decided are not of one person. No cluster may hold such a pair, through whatever third record.</summary>
sealed class ForbiddenPairs
{
    private readonly Dictionary<int, List<int>> others = [];
    private readonly bool[] holds; // by root: a record of the cluster is in such a pair

    public ForbiddenPairs(int records, IReadOnlyList<(int A, int B)> pairs)
    {
        holds = pairs.Count > 0 ? new bool[records] : [];
        foreach ((int a, int b) in pairs)
        {
            (holds[a], holds[b]) = (true, true);
            Add(a, b);
            Add(b, a);
        }
    }

    /// <summary>True if joining two clusters, named by their roots, would put such a pair into one.</summary>
    public bool Part(Clusters clusters, int one, int other)
    {
        if (holds.Length == 0 || !holds[one] || !holds[other]) return false;
        for (int i = 0, x = one; i < clusters.SizeOf(one); i++, x = clusters.Next(x))
        {
            if (!others.TryGetValue(x, out List<int>? apart)) continue;
            for (int j = 0, y = other; j < clusters.SizeOf(other); j++, y = clusters.Next(y))
                if (apart.Contains(y)) return true;
        }
        return false;
    }

    /// <summary>Two clusters became one.</summary>
    public void Joined(int root, int one, int other)
    {
        if (holds.Length > 0) holds[root] = holds[one] | holds[other];
    }

    private void Add(int record, int other)
    {
        if (!others.TryGetValue(record, out List<int>? apart)) others[record] = apart = [];
        apart.Add(other);
    }
}
