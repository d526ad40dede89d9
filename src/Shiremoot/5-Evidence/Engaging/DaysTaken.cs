using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence.Engaging;

/// <summary>
/// The middle of days taken, with an interval by the order of the values (W. J. Conover, 1980): the values at the shares ½ ± z/(2√n). Exact where exact figures may be shown; else
/// worked out from protected numbers of people in bands, for a median is somebody's own value.
/// </summary>
static class DaysTaken
{
    private const double Reach = 1.959963984540054 / 2;
    private static readonly double[] Bands = [0, 1, 8, 15, 22, 29, 43, 57, 92, 183, 366, 731, 1826];

    public static (Protected<double> Middle, Protected<double> Lower, Protected<double> Upper) Of(int[] days, ProtectedCount people, DisclosureRules rules)
    {
        if (people.IsWithheld || days.Length == 0) return default;
        double away = Reach / Math.Sqrt(days.Length);
        if (rules.IsNone)
        {
            int[] sorted = [.. days.Order()];
            double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
            double middle = (At(0.5) + sorted[sorted.Length / 2]) / 2;
            return (people.Then(_ => middle), people.Then(_ => At(0.5 - away)), people.Then(_ => At(0.5 + away)));
        }
        ProtectedTable table = ProtectedTable.Protect(Counts(days), rules);
        double[] shown = [.. Enumerable.Range(0, table.Columns).Select(b => (double)(table[0, b].Shown ?? 0))];
        if (shown.Sum() <= 0) return default;
        Protected<double> Quantile(double share) => people.Then(_ => Math.Round(Within(shown, share)));
        return (Quantile(0.5), Quantile(0.5 - away), Quantile(0.5 + away));
    }

    private static RawCount[] Counts(int[] days)
    {
        long[] counts = new long[Bands.Length];
        foreach (int day in days)
        {
            int at = 0;
            while (at + 1 < Bands.Length && day >= Bands[at + 1]) at++;
            counts[at]++;
        }
        return Array.ConvertAll(counts, c => new RawCount(c));
    }

    // People of a band lie evenly in it.
    private static double Within(double[] shown, double share)
    {
        double needed = Math.Clamp(share, 0, 1) * shown.Sum(), before = 0;
        for (int b = 0; b + 1 < shown.Length; before += shown[b++])
            if (shown[b] > 0 && before + shown[b] >= needed) return Bands[b] + ((needed - before) / shown[b] * (Bands[b + 1] - 1 - Bands[b]));
        return Bands[^1];
    }
}
