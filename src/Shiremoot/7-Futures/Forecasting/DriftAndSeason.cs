namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// The last figure with its mean change, damped, and its seasons. Both are drawn to nought as far as all series together show that they could be chance:
/// by 1 - 1/F, F being the ratio of what seasons (or means) differ by to what chance makes them differ by (James and Stein, 1961, pooled).
/// </summary>
sealed class DriftAndSeason
{
    private readonly Known known;
    private readonly double[] drift;
    private readonly double[][] step;

    public DriftAndSeason(Known known)
    {
        this.known = known;
        int n = known.Specs.Count;
        double[] mean = new double[n];
        double[][] season = new double[n][];
        double between = 0, within = 0, moves = 0;
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
            moves += Math.Min(steps.Length * m * m / variance, FlowRules.Limit * FlowRules.Limit);
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
        double keepDrift = moving == 0 ? 0 : Kept(moves / moving);
        drift = [.. mean.Select(m => m * keepDrift)];
        step = [.. season.Select(q => q.Select(its => its * keepSeason).ToArray())];
    }

    public double[][] Of(int ahead) => [.. known.Log.Select((x, s) => Path(x[^1], drift[s], step[s], known.Origin, ahead))];

    /// <summary>How far each quarter of the year lies from its middle, by series: what the seasons' steps add up to.</summary>
    public double[][] Levels() => [.. step.Select(steps =>
    {
        double[] level = new double[FlowRules.Season];
        for (int q = 1; q < level.Length; q++) level[q] = level[q - 1] + steps[q];
        double middle = level.Average();
        return level.Select(l => l - middle).ToArray();
    })];

    private static double[] Path(double last, double drift, double[] season, int origin, int ahead)
    {
        double[] path = new double[ahead];
        double at = last, left = 1;
        for (int h = 0; h < ahead; h++)
        {
            left *= FlowRules.Damping;
            path[h] = at += (left * drift) + season[(origin + h) % FlowRules.Season];
        }
        return path;
    }

    private static double Kept(double ratio) => ratio > 0 ? Math.Max(0, 1 - (1 / ratio)) : 0;

    private static double Square(double value) => value * value;
}
