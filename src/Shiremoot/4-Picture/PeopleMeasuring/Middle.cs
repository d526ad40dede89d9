using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>
/// Mean and median of a number over people or spells. Exact where exact figures may be shown; else worked out from the protected numbers in
/// each band, for a median is somebody's own value and the mean of a few gives their values away.
/// </summary>
static class Middle
{
    /// <summary>Mean and median; null where there are no values and that may be said, withheld where they may not be shown.</summary>
    public static (Protected<double>? Mean, Protected<double>? Median) Of(double[] values, IReadOnlyList<double> bands, DisclosureRules rules)
    {
        ProtectedCount count = rules.Protect(new RawCount(values.Length));
        if (rules.IsNone) return values.Length == 0 ? (null, null) : (count.Then(_ => values.Average()), count.Then(_ => MedianOf(values)));
        Protected<double> withheld = default;
        if (bands.Count < 2 || values.Length == 0) return (withheld, withheld);
        ProtectedTable table = ProtectedTable.Protect(Counts(values, bands), rules);
        double[] shown = [.. Enumerable.Range(0, table.Columns).Select(b => (double)(table[0, b].Shown ?? 0))];
        bool hasOpenEnds = shown[0] > 0 || shown[^1] > 0;
        double total = shown.Sum();
        if (total <= 0) return (withheld, withheld);
        return (hasOpenEnds ? withheld : table.Total.Then(_ => MeanOf(shown, bands, total)), table.Total.Then(_ => MedianOf(shown, bands, total)));
    }

    /// <summary>The middle value, or the mean of the middle two.</summary>
    public static double MedianOf(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    // The first count is of values below the first band, the last of those from its end on.
    private static RawCount[] Counts(double[] values, IReadOnlyList<double> bands)
    {
        long[] counts = new long[bands.Count + 1];
        foreach (double value in values)
        {
            int at = 0;
            while (at < bands.Count && value >= bands[at]) at++;
            counts[at]++;
        }
        return Array.ConvertAll(counts, c => new RawCount(c));
    }

    private static double MeanOf(double[] shown, IReadOnlyList<double> bands, double total)
    {
        double sum = 0;
        for (int b = 1; b < bands.Count; b++) sum += shown[b] * (bands[b - 1] + bands[b]) / 2;
        return sum / total;
    }

    private static double MedianOf(double[] shown, IReadOnlyList<double> bands, double total)
    {
        double before = 0;
        for (int b = 0; b < shown.Length; before += shown[b++])
        {
            if (before + shown[b] < total / 2) continue;
            if (b == 0) return bands[0];
            if (b == bands.Count) return bands[^1];
            return bands[b - 1] + ((total / 2) - before) / shown[b] * (bands[b] - bands[b - 1]);
        }
        return bands[^1];
    }
}
