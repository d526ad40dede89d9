using Shiremoot.Picture;

namespace Shiremoot.Tests.Picture.Surviving;

/// <summary>The partial likelihood as the papers write it: for each time of an event, those at risk are looked up among all rows.</summary>
static class PlainCox
{
    public static double LogLikelihood(RandomTimes made, double[] effects, Ties ties)
    {
        TimesToEvent t = made.Times;
        int n = t.Time.Length;
        double[] eta = [.. Enumerable.Range(0, n).Select(r => effects.Select((b, c) => b * made.Columns.Values[c][r]).Sum())];
        double sum = 0;
        foreach ((int stratum, double time) in Enumerable.Range(0, n).Where(r => t.Cause[r] == 1).Select(r => (made.Stratum[r], t.Time[r])).Distinct())
        {
            int[] risk = [.. Enumerable.Range(0, n).Where(r => made.Stratum[r] == stratum && t.Time[r] >= time && (t.Entry is null || t.Entry[r] < time))];
            int[] died = [.. risk.Where(r => t.Time[r] == time && t.Cause[r] == 1)];
            double all = risk.Sum(r => Math.Exp(eta[r])), ofDead = died.Sum(r => Math.Exp(eta[r]));
            sum += died.Sum(r => eta[r]);
            for (int l = 0; l < died.Length; l++) sum -= Math.Log(all - (ties == Ties.Efron ? ofDead * l / died.Length : 0));
        }
        return sum;
    }
}
