namespace Shiremoot.Picture.Surviving;

/// <summary>
/// Scores of groups whose hazards of the share are compared, and their covariance, stratum by stratum. Those at risk of being in the share are all to whom the event has not happened, also those
/// whose chance another has ended; how many of these would still be watched is estimated by the risk set over the share still there.
/// </summary>
sealed class GrayKernel
{
    private readonly int groups;
    private readonly double[] risk, left, after, share, own, other, weight, slope, reach, cross, ofScores;
    private double pooled;

    private GrayKernel(int groups)
    {
        this.groups = groups;
        (risk, left, after, share, own, other, weight, reach) = (new double[groups], new double[groups], new double[groups], new double[groups], new double[groups], new double[groups], new double[groups], new double[groups]);
        (slope, cross, ofScores) = (new double[groups * groups], new double[groups * groups], new double[groups * groups]);
        Array.Fill(left, 1);
    }

    /// <summary>Adds one stratum, its rows in order of time.</summary>
    public static void Add(TimesToEvent times, int cause, ReadOnlySpan<int> group, ReadOnlySpan<int> byTime, double[] score, double[] covariance)
    {
        GrayKernel kernel = new(score.Length);
        foreach (int row in byTime) kernel.risk[group[row]]++;
        for (int i = 0, next; i < byTime.Length; i = next)
        {
            Array.Clear(kernel.own);
            Array.Clear(kernel.other);
            bool any = false;
            for (next = i; next < byTime.Length && times.Time[byTime[next]] == times.Time[byTime[i]]; next++)
            {
                int row = byTime[next];
                if (times.Cause[row] == 0) continue;
                (times.Cause[row] == cause ? kernel.own : kernel.other)[group[row]]++;
                any = true;
            }
            if (any) kernel.Step(score);
            for (int k = i; k < next; k++) kernel.risk[group[byTime[k]]]--;
        }
        kernel.Finish(covariance);
    }

    private void Step(double[] score)
    {
        double all = 0, notYet = 0, events = own.Sum();
        for (int g = 0; g < groups; g++)
        {
            weight[g] = risk[g] > 0 ? risk[g] / left[g] : 0;
            after[g] = risk[g] > 0 ? left[g] * (risk[g] - own[g] - other[g]) / risk[g] : left[g];
            all += weight[g];
            notYet += weight[g] * (1 - share[g]);
        }
        double before = 1 - pooled;
        pooled += events / all;
        double[] now = new double[groups * groups];
        for (int a = 0; a < groups; a++)
        {
            score[a] += own[a] - (events * weight[a] * (1 - share[a]) / notYet);
            for (int b = 0; b < groups; b++)
            {
                double at = now[(a * groups) + b] = weight[a] * ((a == b ? 1 : 0) - (weight[b] / all));
                slope[(a * groups) + b] += at * events / (all * before);
            }
        }
        for (int k = 0; k < groups; k++)
        {
            if (risk[k] <= 0) continue;
            if (events > 0)
            {
                double ties = events > 1 ? 1 - ((events - 1) / ((all * left[k]) - 1)) : 1;
                Spread(k, now, after[k] > 0 ? 1 - ((1 - pooled) / after[k]) : 1, ties * left[k] * events / (all * risk[k]));
            }
            if (other[k] > 0 && after[k] > 0)
            {
                double ties = other[k] > 1 ? 1 - ((other[k] - 1) / (risk[k] - 1)) : 1;
                Spread(k, null, -(1 - pooled) / after[k], ties * left[k] * left[k] * other[k] / (risk[k] * risk[k]));
            }
        }
        for (int g = 0; g < groups; g++)
        {
            if (risk[g] > 0) share[g] += left[g] * own[g] / risk[g];
            left[g] = after[g];
        }
    }

    // What chance at one time in group k adds to the spread of every score: at once, and by the share from then on, whose slope is not known until the end.
    private void Spread(int k, double[]? now, double lasting, double variance)
    {
        reach[k] += lasting * lasting * variance;
        for (int a = 0; a < groups; a++)
        {
            double here = (now?[(a * groups) + k] ?? 0) - (lasting * slope[(a * groups) + k]);
            cross[(a * groups) + k] += here * lasting * variance;
            for (int b = 0; b <= a; b++) ofScores[(a * groups) + b] += here * ((now?[(b * groups) + k] ?? 0) - (lasting * slope[(b * groups) + k])) * variance;
        }
    }

    private void Finish(double[] covariance)
    {
        for (int a = 0; a < groups; a++)
            for (int b = 0; b <= a; b++)
            {
                double sum = ofScores[(a * groups) + b];
                for (int k = 0; k < groups; k++)
                {
                    (double ofA, double ofB) = (slope[(a * groups) + k], slope[(b * groups) + k]);
                    sum += (ofA * ofB * reach[k]) + (ofA * cross[(b * groups) + k]) + (ofB * cross[(a * groups) + k]);
                }
                covariance[(a * groups) + b] += sum;
            }
    }
}
