namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// Weights of the candidates from how they did at earlier origins. A candidate's weight is the chance of its errors if they were spread as Laplace's
/// distribution, and all candidates as likely before: the mean error to the power of minus the number of origins. A quarter counts as one observation,
/// however many series it has, since they move together; so weights begin equal and stay near it while little is known.
/// </summary>
static class Weighing
{
    private const double Least = 0.05;

    /// <summary>The weight of each candidate of a series; nought of one that says nothing of it.</summary>
    /// <param name="earlier">Earlier origins whose quarter so far ahead is known by now.</param>
    /// <param name="now">What is known now.</param>
    /// <param name="series">The series.</param>
    /// <param name="h">Quarters ahead, from 0.</param>
    /// <param name="speaks">Which candidates say anything of it now.</param>
    public static double[] Of(IReadOnlyList<Standing> earlier, Known now, int series, int h, bool[] speaks)
    {
        double[] weight = new double[speaks.Length];
        double[] logs = new double[speaks.Length];
        for (int c = 0; c < speaks.Length; c++)
        {
            if (!speaks[c]) continue;
            double own = 0, group = 0;
            int peers = 0;
            for (int s = 0; s < now.Specs.Count; s++)
            {
                if (now.Specs[s].Kind != now.Specs[series].Kind || earlier.Any(e => e.Candidates[c][s] is null)) continue;
                double errors = earlier.Sum(e => Error(e, now, c, s, h));
                if (s == series) own = errors;
                group += errors;
                peers++;
            }
            int n = earlier.Count;
            double mean = n == 0 ? 1 : (own + (FlowRules.GroupQuarters * group / peers / n)) / (n + FlowRules.GroupQuarters);
            logs[c] = -n * Math.Log(Math.Max(mean, Least));
        }
        double most = Enumerable.Range(0, logs.Length).Where(c => speaks[c]).Max(c => logs[c]), sum = 0;
        for (int c = 0; c < logs.Length; c++) sum += weight[c] = speaks[c] ? Math.Exp(logs[c] - most) : 0;
        for (int c = 0; c < logs.Length; c++) weight[c] /= sum;
        return weight;
    }

    // In calm spreads, and cut, so that a shock that none could foresee does not drown what else is known of them.
    private static double Error(Standing then, Known now, int c, int s, int h) =>
        Math.Min(Math.Abs(then.Candidates[c][s]![h] - then.Known.ToLog(s, now.Levels[s][then.Known.Origin + h])) / now.Spread[s] / Math.Sqrt(h + 1), FlowRules.Limit);
}
