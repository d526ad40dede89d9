namespace Shiremoot.Picture.Surviving;

/// <summary>Observed and expected events of groups, stratum by stratum, and the covariance of their difference.</summary>
static class LogRankKernel
{
    /// <summary>Adds one stratum, its rows in order of time, and in order of entry if they are watched from one.</summary>
    public static void Add(
        TimesToEvent times, int cause, ReadOnlySpan<int> group, ReadOnlySpan<int> byTime, ReadOnlySpan<int> byEntry, Span<double> observed, Span<double> expected, Span<double> covariance)
    {
        int groups = observed.Length, entered = byEntry.Length - 1;
        Span<double> atRisk = new double[groups], died = new double[groups];
        double risk = 0;
        for (int i = byTime.Length - 1; i >= 0;)
        {
            double now = times.Time[byTime[i]], events = 0;
            died.Clear();
            for (; i >= 0 && times.Time[byTime[i]] == now; i--)
            {
                int row = byTime[i];
                double weight = times.WeightOf(row);
                atRisk[group[row]] += weight;
                risk += weight;
                if (times.Cause[row] != cause) continue;
                died[group[row]] += weight;
                events += weight;
            }
            if (events == 0) continue;
            for (; entered >= 0 && times.Entry![byEntry[entered]] >= now; entered--)
            {
                double weight = times.WeightOf(byEntry[entered]);
                atRisk[group[byEntry[entered]]] -= weight;
                risk -= weight;
            }
            double spread = risk > 1 ? events * (risk - events) / (risk - 1) : 0;
            for (int a = 0; a < groups; a++)
            {
                double share = atRisk[a] / risk;
                observed[a] += died[a];
                expected[a] += events * share;
                if (spread <= 0) continue;
                covariance[(a * groups) + a] += spread * share;
                for (int b = 0; b <= a; b++) covariance[(a * groups) + b] -= spread * share * atRisk[b] / risk;
            }
        }
    }
}
