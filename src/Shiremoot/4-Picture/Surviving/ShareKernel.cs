namespace Shiremoot.Picture.Surviving;

/// <summary>The share by one time and each row's pull on it, in one walk up the times and sums on the way.</summary>
static class ShareKernel
{
    public static IncidenceShare Of(TimesToEvent times, ReadOnlySpan<int> byTime, int cause, double until)
    {
        int n = byTime.Length;
        double[] pull = new double[n];
        double risk = 0, left = 1, share = 0;
        foreach (int row in byTime) risk += times.WeightOf(row);
        List<(int From, int Until, double Risk, double Own, double All, double Left, double Share)> steps = [];
        for (int i = 0, next; i < n && times.Time[byTime[i]] <= until; i = next)
        {
            double own = 0, all = 0, leaves = 0;
            for (next = i; next < n && times.Time[byTime[next]] == times.Time[byTime[i]]; next++)
            {
                double weight = times.WeightOf(byTime[next]);
                leaves += weight;
                if (times.Cause[byTime[next]] == 0) continue;
                all += weight;
                if (times.Cause[byTime[next]] == cause) own += weight;
            }

            // Of weights that are no whole numbers rounding may leave a breath of those at risk where nobody is left.
            if (next == n) risk = leaves;
            share += left * own / risk;
            steps.Add((i, next, risk, own, all, left, share));
            left = next == n && all == leaves ? 0 : left * (1 - (all / risk));
            risk -= leaves;
        }
        if (n == 0 || (until > times.Time[byTime[^1]] && left > 0)) return new(double.NaN, pull);

        // What a row at risk takes away at each time it is watched, added up; those beyond the time meet all of it.
        double met = 0;
        int seen = 0;
        foreach ((int from, int end, double there, double own, double all, double before, double by) in steps)
        {
            double after = share - by, stay = 1 - (all / there), step = before / there, later = after == 0 || stay <= 0 ? 0 : after / (there * stay);
            met += (step * own / there) - (later * all / there);
            for (int i = from; i < end; i++)
            {
                int row = byTime[i];
                double happened = times.Cause[row] == 0 ? 0 : (times.Cause[row] == cause ? step : 0) - later;
                pull[row] = times.WeightOf(row) * (happened - met);
            }
            seen = end;
        }
        for (int i = seen; i < n; i++) pull[byTime[i]] = -times.WeightOf(byTime[i]) * met;
        return new(share, pull);
    }
}
