namespace Shiremoot.Futures.Forecasting;

/// <summary>How far errors of the series go together.</summary>
static class Correlation
{
    /// <summary>The mean correlation of errors one quarter ahead, cut at three spreads; 0 to 0.95.</summary>
    /// <param name="standings">Origins; those whose next quarter is not known yet are passed over.</param>
    /// <param name="now">What is known now.</param>
    public static double Of(IReadOnlyList<Standing> standings, Known now)
    {
        double pairs = 0, squares = 0;
        int n = now.Specs.Count;
        if (n < 2) return 0;
        foreach (Standing e in standings.Where(e => e.Known.Origin < now.Origin))
        {
            double sum = 0, own = 0;
            for (int s = 0; s < n; s++)
            {
                double error = Math.Clamp(e.Error(s, 0, now), -FlowRules.Limit, FlowRules.Limit);
                sum += error;
                own += error * error;
            }
            pairs += ((sum * sum) - own) / (n * (n - 1.0));
            squares += own / n;
        }
        return squares <= 0 ? 0 : Math.Clamp(pairs / squares, 0, 0.95);
    }
}
