using Shiremoot.Picture;

namespace Shiremoot.Tests.Picture.Pathways;

/// <summary>The plain twin of the pathways: lists of names and LINQ, every definition written out.</summary>
static class PlainPathways
{
    public sealed record Case(IReadOnlyList<string> Path, IReadOnlyList<long> Seconds);

    public static EventColumns Columns(IReadOnlyList<Case> cases, IReadOnlyList<string> names, bool inDays = false)
    {
        List<int> first = [0], activity = [];
        List<long> seconds = [];
        foreach (Case one in cases)
        {
            activity.AddRange(one.Path.Select(p => names.ToList().IndexOf(p)));
            seconds.AddRange(one.Seconds);
            first.Add(activity.Count);
        }
        EventTimes times = inDays ? EventTimes.InDays([.. seconds.Select(s => (int)(s / 86_400))]) : EventTimes.InSeconds([.. seconds]);
        return new EventColumns([.. first], [.. activity], times, names);
    }

    /// <summary>A seeded log: few activities, so that variants repeat; some cases empty, some events at one time.</summary>
    public static (IReadOnlyList<Case> Cases, string[] Names) Random(int seed, int cases, int activities, int most)
    {
        Random random = new(seed);
        string[] names = [.. Enumerable.Range(0, activities).Select(a => $"stage {a}")];
        return ([.. Enumerable.Range(0, cases).Select(_ =>
        {
            int events = random.Next(0, most + 1);
            long at = random.Next(0, 1000) * 86_400L;
            return new Case([.. Enumerable.Range(0, events).Select(_ => names[random.Next(random.Next(1, activities + 1))])], [.. Enumerable.Range(0, events).Select(_ => at += random.Next(0, 4) * 86_400L)]);
        })], names);
    }

    public static IEnumerable<(string Path, int Cases, double Median)> Variants(IReadOnlyList<Case> cases) => cases.Where(c => c.Path.Count > 0)
        .GroupBy(c => string.Join('>', c.Path)).Select(g => (g.Key, g.Count(), Quantile([.. g.Select(c => c.Seconds[^1] - c.Seconds[0])], 0.5)));

    public static IEnumerable<(string From, string To, int Count, int Cases, long[] Waits)> Moves(IReadOnlyList<Case> cases) => cases
        .SelectMany((c, i) => Enumerable.Range(1, Math.Max(0, c.Path.Count - 1)).Select(e => (From: c.Path[e - 1], To: c.Path[e], Case: i, Wait: c.Seconds[e] - c.Seconds[e - 1])))
        .GroupBy(m => (m.From, m.To)).Select(g => (g.Key.From, g.Key.To, g.Count(), g.Select(m => m.Case).Distinct().Count(), g.Select(m => m.Wait).ToArray()));

    /// <summary>Type 7 of Hyndman and Fan.</summary>
    public static double Quantile(long[] values, double share)
    {
        double[] sorted = [.. values.Select(v => (double)v).Order()];
        double place = (sorted.Length - 1) * share;
        int below = (int)Math.Floor(place), above = (int)Math.Ceiling(place);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
