namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// The last figure with its mean change, damped, and its seasons. Both are drawn to nought as far as all series together show that they could be chance:
/// by 1 - 1/F, F being the ratio of what seasons (or means) differ by to what chance makes them differ by (James and Stein, 1961, pooled).
/// </summary>
static class DriftAndSeason
{
    public static double[][] Of(Known known, int ahead)
    {
        int n = known.Specs.Count;
        double[] mean = new double[n];
        double[][] season = new double[n][];
        double between = 0, within = 0, drift = 0;
        int freeBetween = 0, freeWithin = 0, moving = 0;
        int[] steps = [.. Enumerable.Range(1, known.Origin - 1).Where(t => !known.Shocked[t])];
        for (int s = 0; s < n; s++)
        {
            double[] x = known.Log[s];
            season[s] = new double[FlowRules.Season];
            if (steps.Length == 0) continue;
            double m = mean[s] = steps.Average(t => x[t] - x[t - 1]);
            double sum = steps.Sum(t => Square(x[t] - x[t - 1] - m));
            if (sum + (m * m) <= 1e-18) continue;
            double variance = Math.Max(sum / Math.Max(1, steps.Length - 1), 1e-6 * m * m);
            moving++;
            // Cut, so that one series that grows like clockwork does not lend its trend to all.
            drift += Math.Min(steps.Length * m * m / variance, FlowRules.Limit * FlowRules.Limit);
            foreach (IGrouping<int, int> quarter in steps.GroupBy(t => t % FlowRules.Season))
            {
                double its = season[s][quarter.Key] = quarter.Average(t => x[t] - x[t - 1]) - m;
                between += quarter.Count() * its * its / variance;
                within += quarter.Sum(t => Square(x[t] - x[t - 1] - m - its)) / variance;
                freeBetween++;
            }
            freeBetween--;
            freeWithin += steps.Length - steps.Select(t => t % FlowRules.Season).Distinct().Count();
            double middle = season[s].Average();
            for (int q = 0; q < FlowRules.Season; q++) season[s][q] -= middle;
        }
        double keepSeason = freeWithin <= 0 || freeBetween <= 0 || between <= 0 ? 0 : Kept(within <= 1e-9 * between ? double.PositiveInfinity : between / freeBetween / (within / freeWithin));
        double keepDrift = moving == 0 ? 0 : Kept(drift / moving);
        return [.. known.Log.Select((x, s) => Path(x[^1], mean[s] * keepDrift, season[s], keepSeason, known.Origin, ahead))];
    }

    private static double[] Path(double last, double drift, double[] season, double keep, int origin, int ahead)
    {
        double[] path = new double[ahead];
        double at = last, left = 1;
        for (int h = 0; h < ahead; h++)
        {
            left *= FlowRules.Damping;
            path[h] = at += (left * drift) + (keep * season[(origin + h) % FlowRules.Season]);
        }
        return path;
    }

    private static double Kept(double ratio) => ratio > 0 ? Math.Max(0, 1 - (1 / ratio)) : 0;

    private static double Square(double value) => value * value;
}
