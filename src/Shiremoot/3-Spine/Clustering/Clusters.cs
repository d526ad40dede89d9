namespace Shiremoot.Spine.Clustering;

/// <summary>Records in clusters, joined two at a time. Members of a cluster hang together in a ring, so that they can be gone through.</summary>
sealed class Clusters
{
    private readonly int[] parent, next, size;

    public Clusters(int records)
    {
        (parent, next, size) = (new int[records], new int[records], new int[records]);
        for (int r = 0; r < records; r++) (parent[r], next[r], size[r]) = (r, r, 1);
    }

    public int Root(int record)
    {
        while (parent[record] != record) record = parent[record] = parent[parent[record]];
        return record;
    }

    public int SizeOf(int root) => size[root];

    /// <summary>The next member after this one, round the ring.</summary>
    public int Next(int record) => next[record];

    /// <summary>Joins two clusters; gives the root that stays.</summary>
    public int Join(int one, int other)
    {
        if (size[one] < size[other] || (size[one] == size[other] && other < one)) (one, other) = (other, one);
        parent[other] = one;
        size[one] += size[other];
        (next[one], next[other]) = (next[other], next[one]);
        return one;
    }

    /// <summary>For each record the first record of its cluster: the cluster's number.</summary>
    public int[] Labels()
    {
        int[] first = new int[parent.Length], labels = new int[parent.Length];
        Array.Fill(first, -1);
        for (int r = 0; r < labels.Length; r++)
        {
            int root = Root(r);
            if (first[root] < 0) first[root] = r;
            labels[r] = first[root];
        }
        return labels;
    }
}
