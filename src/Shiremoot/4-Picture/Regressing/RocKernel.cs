namespace Shiremoot.Picture.Regressing;

/// <summary>The area under the curve by ranks, with its variance from how each row is placed among the other kind (X. Sun and W. Xu, 2014).</summary>
static class RocKernel
{
    public static (double Area, double StandardError) Area(bool[] outcome, double[] score)
    {
        int n = outcome.Length;
        int[] order = [.. Enumerable.Range(0, n)];
        double[] sorted = [.. score];
        Array.Sort(sorted, order);
        double with = outcome.Count(o => o), without = n - with, area = 0, seenWith = 0, seenWithout = 0;
        double squareWith = 0, squareWithout = 0, sumWithout = 0;
        for (int i = 0, next; i < n; i = next)
        {
            double tiedWith = 0, tiedWithout = 0;
            for (next = i; next < n && sorted[next] == sorted[i]; next++)
                if (outcome[order[next]]) tiedWith++;
                else tiedWithout++;
            double below = (seenWithout + (tiedWithout / 2)) / without, above = (with - seenWith - (tiedWith / 2)) / with;
            area += tiedWith * below;
            squareWith += tiedWith * below * below;
            sumWithout += tiedWithout * above;
            squareWithout += tiedWithout * above * above;
            (seenWith, seenWithout) = (seenWith + tiedWith, seenWithout + tiedWithout);
        }
        double mean = area / with;
        double variance = (with > 1 ? ((squareWith / with) - (mean * mean)) / (with - 1) : double.NaN)
            + (without > 1 ? ((squareWithout / without) - Math.Pow(sumWithout / without, 2)) / (without - 1) : double.NaN);
        return (mean, Math.Sqrt(Math.Max(0, variance)));
    }
}

/// <summary>The one shift of log odds that makes them right on the whole.</summary>
static class LevelKernel
{
    public static double Shift(bool[] outcome, double[] odds)
    {
        double shift = 0, wanted = outcome.Count(o => o);
        for (int round = 0; round < 100; round++)
        {
            double sum = 0, slope = 0;
            foreach (double own in odds)
            {
                (double mean, double information) = RegressionKernel.Expected(OutcomeFamily.Logistic, own + shift);
                (sum, slope) = (sum + mean, slope + information);
            }
            double step = Math.Clamp((wanted - sum) / Math.Max(slope, 1e-300), -2, 2);
            shift += step;
            if (Math.Abs(step) < 1e-12) break;
        }
        return shift;
    }
}
