namespace Shiremoot.Evidence.Matching;

/// <summary>
/// The others of one stratum in the order of their distance, then of their place in the file. A treated row has its own place in that order, and the nearest to it on either side are its candidates:
/// so ties are settled by place, as MatchIt settles them (from above the last in the file, from below the first; of both sides the lower).
/// </summary>
sealed class NearestOthers
{
    private readonly int[] rows, left, right;
    private readonly double[] value;
    private readonly bool takesLower;

    public NearestOthers(double[] distance, int[] others, bool takesLower)
    {
        this.takesLower = takesLower;
        rows = [.. others.Order()];
        value = [.. rows.Select(r => distance[r])];
        Array.Sort(value, rows);
        // The sort is not stable: rows of the very same distance are put in order afterwards.
        for (int from = 0, until; from < rows.Length; from = until)
        {
            for (until = from + 1; until < rows.Length && value[until] == value[from]; until++)
            {
            }
            if (until - from > 1) Array.Sort(rows, from, until - from);
        }
        (left, right) = (new int[rows.Length + 1], new int[rows.Length + 1]);
        for (int k = 0; k <= rows.Length; k++) left[k] = right[k] = k;
    }

    /// <summary>Takes the nearest that is left within the width; -1 for none.</summary>
    /// <param name="row">The treated row.</param>
    /// <param name="at">Its distance.</param>
    /// <param name="width">The furthest.</param>
    /// <param name="tied">Set where another that is left was just as near.</param>
    public int Take(int row, double at, double width, ref bool tied)
    {
        int place = Place(row, at), up = Root(right, place), down = Root(left, place); // 'down' is one beyond the one it stands for
        double above = up < rows.Length ? value[up] - at : double.PositiveInfinity, below = down > 0 ? at - value[down - 1] : double.PositiveInfinity, best = Math.Min(above, below);
        if (best > width || double.IsInfinity(best)) return -1;
        int taken = IsLower(above, below, width) ? down - 1 : up;
        tied |= above == below || (below < above ? HasTwin(left, taken) : HasTwinAbove(taken));
        right[taken] = taken + 1;
        left[taken + 1] = taken;
        return rows[taken];
    }

    /// <summary>The nearest within the width, as many as there is room for, none used up; how many there were.</summary>
    public int Look(int row, double at, double width, Span<int> into, ref bool tied)
    {
        int up = Place(row, at), down = up - 1, found = 0;
        double last = double.NaN;
        for (; ; found++)
        {
            double above = up < rows.Length ? value[up] - at : double.PositiveInfinity, below = down >= 0 ? at - value[down] : double.PositiveInfinity, best = Math.Min(above, below);
            if (best > width || double.IsInfinity(best)) return found;
            if (found == into.Length)
            {
                tied |= best == last;
                return found;
            }
            into[found] = IsLower(above, below, width) ? rows[down--] : rows[up++];
            last = best;
        }
    }

    private bool IsLower(double above, double below, double width) => below <= above || (takesLower && below <= width && !double.IsInfinity(below));

    // Whether one that is left, further down, has the same distance.
    private bool HasTwin(int[] tree, int taken) => Root(tree, taken) is > 0 and var next && value[next - 1] == value[taken];

    private bool HasTwinAbove(int taken) => Root(right, taken + 1) is var next && next < rows.Length && value[next] == value[taken];

    // The first of the others that comes after the row.
    private int Place(int row, double at)
    {
        int low = 0, high = rows.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (value[middle] < at || (value[middle] == at && rows[middle] < row)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // The next that is left, the way there made short for whoever asks after.
    private static int Root(int[] tree, int from)
    {
        int root = from;
        while (tree[root] != root) root = tree[root];
        while (tree[from] != root) (from, tree[from]) = (tree[from], root);
        return root;
    }
}
