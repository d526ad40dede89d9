namespace Shiremoot.Picture.Surviving;

/// <summary>At each distinct time: how many were at risk just before it, how many had each cause of event at it, and how many were last seen.</summary>
sealed class RiskTable(double[] time, double[] atRisk, double[] events, double[] censored, double[][] byCause)
{
    public double[] Time => time;

    public double[] AtRisk => atRisk;

    /// <summary>Of any cause.</summary>
    public double[] Events => events;

    public double[] Censored => censored;

    /// <summary>By cause, from 1; the first is empty.</summary>
    public double[][] ByCause => byCause;

    /// <summary>Of rows in order of time, and of the same rows in order of entry if they are watched from one.</summary>
    public static RiskTable Of(TimesToEvent times, ReadOnlySpan<int> byTime, ReadOnlySpan<int> byEntry, int causes)
    {
        int distinct = 0;
        for (int i = 0; i < byTime.Length; i++)
            if (i == 0 || times.Time[byTime[i]] != times.Time[byTime[i - 1]]) distinct++;
        double[] time = new double[distinct], atRisk = new double[distinct], events = new double[distinct], censored = new double[distinct];
        double[][] byCause = new double[causes + 1][];
        byCause[0] = [];
        for (int c = 1; c <= causes; c++) byCause[c] = causes == 1 ? events : new double[distinct];
        double stillWatched = 0, notYet = 0;
        int entered = byEntry.Length - 1;
        for (int i = byTime.Length - 1, t = distinct - 1; t >= 0; t--)
        {
            double now = time[t] = times.Time[byTime[i]];
            for (; i >= 0 && times.Time[byTime[i]] == now; i--)
            {
                int row = byTime[i], cause = times.Cause[row];
                double weight = times.WeightOf(row);
                stillWatched += weight;
                if (cause == 0) censored[t] += weight;
                else events[t] += weight;
                if (cause > 0 && causes > 1) byCause[cause][t] += weight;
            }
            for (; entered >= 0 && times.Entry![byEntry[entered]] >= now; entered--) notYet += times.WeightOf(byEntry[entered]);
            double there = stillWatched - notYet;

            // Of weights that are no whole numbers rounding may leave a breath of difference where there is none.
            atRisk[t] = Math.Abs(there - events[t]) <= 1e-12 * (stillWatched + notYet) ? events[t] : there;
        }
        return new(time, atRisk, events, censored, byCause);
    }
}
