namespace Shiremoot.Picture.Surviving;

/// <summary>Counts pairs in order by a tree of partial sums over ranks of the prediction.</summary>
static class ConcordanceKernel
{
    /// <summary>Of pairs within strata whose first event is known, the weight of those the prediction puts right, of those it ties, and of all.</summary>
    public static (double Right, double Tied, double All) Count(CoxRows rows, ReadOnlySpan<double> prediction)
    {
        int[] rank = Ranks(prediction, out int ranks);
        double[] tree = new double[ranks + 1], held = new double[ranks];
        double right = 0, tied = 0, all = 0;
        for (int s = 0; s + 1 < rows.FirstRow.Length; s++)
        {
            Array.Clear(tree);
            Array.Clear(held);
            double there = 0;
            int row = rows.FirstRow[s + 1] - 1, entered = rows.ByEntry.Length > 0 ? row : -1;
            void Put(int i, double weight)
            {
                held[rank[i]] += weight;
                there += weight;
                for (int at = rank[i] + 1; at <= ranks; at += at & -at) tree[at] += weight;
            }
            for (int k = rows.FirstTie[s + 1] - 1; k >= rows.FirstTie[s]; k--)
            {
                for (; row >= rows.End[k]; row--) Put(row, rows.Weight[row]);

                // Who is last seen at the time of an event outlived it; those with the event at one time make no pair.
                for (int i = rows.Start[k]; i < rows.End[k]; i++)
                    if (!rows.Died[i]) Put(i, rows.Weight[i]);
                for (; entered >= rows.FirstRow[s] && rows.From[rows.ByEntry[entered]] > k; entered--) Put(rows.ByEntry[entered], -rows.Weight[rows.ByEntry[entered]]);
                for (int i = rows.Start[k]; i < rows.End[k]; i++)
                {
                    if (!rows.Died[i]) continue;
                    double below = 0;
                    for (int at = rank[i]; at > 0; at -= at & -at) below += tree[at];
                    right += rows.Weight[i] * below;
                    tied += rows.Weight[i] * held[rank[i]];
                    all += rows.Weight[i] * there;
                }
                for (int i = rows.Start[k]; i < rows.End[k]; i++)
                    if (rows.Died[i]) Put(i, rows.Weight[i]);
                row = rows.Start[k] - 1;
            }
        }
        return (right, tied, all);
    }

    private static int[] Ranks(ReadOnlySpan<double> values, out int ranks)
    {
        int[] order = RowOrder.Sorted(values), rank = new int[order.Length];
        ranks = 0;
        for (int i = 0; i < order.Length; i++)
        {
            if (i > 0 && values[order[i]] != values[order[i - 1]]) ranks++;
            rank[order[i]] = ranks;
        }
        ranks++;
        return rank;
    }
}
