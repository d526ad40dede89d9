namespace Shiremoot.Picture.Surviving;

/// <summary>Rows by stratum and rising time, ready for a proportional hazards model, with the times at which the event comes.</summary>
sealed class CoxRows
{
    public required int[] Order { get; init; }

    public required double[] Weight { get; init; }

    public required bool[] Died { get; init; }

    /// <summary>Tie k is the rows Start[k] to End[k], all of one stratum and time, of whom at least one has the event.</summary>
    public required int[] Start { get; init; }

    public required int[] End { get; init; }

    public required double[] TieTime { get; init; }

    /// <summary>Stratum s has the ties from FirstTie[s] until FirstTie[s + 1], and the rows likewise.</summary>
    public required int[] FirstTie { get; init; }

    public required int[] FirstRow { get; init; }

    /// <summary>Row i is at risk at the ties from From[i] until UpTo[i].</summary>
    public required int[] From { get; init; }

    public required int[] UpTo { get; init; }

    /// <summary>Within each stratum its rows by rising entry; empty if all are watched from the origin.</summary>
    public required int[] ByEntry { get; init; }

    public int Rows => Order.Length;

    public int Ties => TieTime.Length;

    public static CoxRows Of(TimesToEvent times, int[]? stratum)
    {
        int n = times.Rows, strata = stratum is null ? 1 : stratum.Max() + 1;
        RowOrder order = RowOrder.By(times.Time, stratum, strata);
        double[] weight = new double[n];
        bool[] died = new bool[n];
        List<int> start = [], end = [];
        List<double> time = [];
        int[] firstTie = new int[strata + 1], upTo = new int[n], from = new int[n];
        for (int s = 0; s < strata; s++)
        {
            for (int i = order.First[s], next; i < order.First[s + 1]; i = next)
            {
                double now = times.Time[order.Rows[i]];
                bool any = false;
                for (next = i; next < order.First[s + 1] && times.Time[order.Rows[next]] == now; next++)
                {
                    weight[next] = times.WeightOf(order.Rows[next]);
                    any |= died[next] = times.Cause[order.Rows[next]] == 1;
                }
                if (any)
                {
                    start.Add(i);
                    end.Add(next);
                    time.Add(now);
                }
                upTo.AsSpan(i, next - i).Fill(time.Count);
                from.AsSpan(i, next - i).Fill(firstTie[s]);
            }
            firstTie[s + 1] = time.Count;
        }
        CoxRows rows = new()
        {
            Order = order.Rows,
            Weight = weight,
            Died = died,
            Start = [.. start],
            End = [.. end],
            TieTime = [.. time],
            FirstTie = firstTie,
            FirstRow = order.First,
            From = from,
            UpTo = upTo,
            ByEntry = times.Entry is null ? [] : Entered(times.Entry, order, strata),
        };
        if (times.Entry is not null) rows.Enter(times.Entry);
        return rows;
    }

    // Places in the order of rows, by stratum and rising entry.
    private static int[] Entered(double[] entry, RowOrder order, int strata)
    {
        double[] placed = new double[entry.Length];
        int[] group = new int[entry.Length];
        for (int i = 0; i < placed.Length; i++) placed[i] = entry[order.Rows[i]];
        for (int s = 0; s < strata; s++) group.AsSpan(order.First[s]..order.First[s + 1]).Fill(s);
        return RowOrder.By(placed, group, strata).Rows;
    }

    private void Enter(double[] entry)
    {
        for (int s = 0; s + 1 < FirstTie.Length; s++)
        {
            int tie = FirstTie[s];
            for (int i = FirstRow[s]; i < FirstRow[s + 1]; i++)
            {
                for (; tie < FirstTie[s + 1] && TieTime[tie] <= entry[Order[ByEntry[i]]]; tie++)
                {
                }
                From[ByEntry[i]] = tie;
            }
        }
    }
}
