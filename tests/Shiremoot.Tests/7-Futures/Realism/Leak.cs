using System.Numerics;

namespace Shiremoot.Tests.Futures.Realism;

/// <summary>A correlation that should be nothing: between what two agencies' files have of one person that is not data about them.</summary>
readonly record struct Leak(string What, int People, double Correlation)
{
    /// <summary>In standard errors of a correlation of unrelated values.</summary>
    public double Z => Correlation * Math.Sqrt(People);

    /// <summary>For every two feeds: the references of one person, and their places among the rows of the day. For each feed: reference and place in it, two references of one person, reference and name in the truth.</summary>
    public static IEnumerable<Leak> All(FiledPeople filed)
    {
        Dictionary<string, Dictionary<string, (double Reference, double Place)>> byFeed = Placed(filed);
        string[] feeds = [.. byFeed.Keys.Order(StringComparer.Ordinal)];
        for (int i = 0; i < feeds.Length; i++)
        {
            var own = byFeed[feeds[i]];
            if (Of($"{feeds[i]}: reference and place of the row", [.. own.Values]) is { } inside) yield return inside;
            if (Of($"{feeds[i]}: reference and name in the truth", [.. own.Select(o => (o.Value.Reference, Number(o.Key)))]) is { } named) yield return named;
            if (Of($"{feeds[i]}: two references of a person", Twice(filed, feeds[i])) is { } twice) yield return twice;
            for (int j = i + 1; j < feeds.Length; j++)
            {
                var both = own.Where(o => byFeed[feeds[j]].ContainsKey(o.Key)).Select(o => (One: o.Value, Two: byFeed[feeds[j]][o.Key])).ToList();
                bool isOneRegister = feeds[i].StartsWith("police", StringComparison.Ordinal) && feeds[j].StartsWith("police", StringComparison.Ordinal);
                if (!isOneRegister && Of($"{feeds[i]}, {feeds[j]}: references", [.. both.Select(b => (b.One.Reference, b.Two.Reference))]) is { } references) yield return references;
                if (Of($"{feeds[i]}, {feeds[j]}: places of the rows", [.. both.Select(b => (b.One.Place, b.Two.Place))]) is { } places) yield return places;
            }
        }
    }

    // Files are in the order of days, which is data; within a day the order should tell nothing. The first event of each person in each feed.
    private static Dictionary<string, Dictionary<string, (double, double)>> Placed(FiledPeople filed)
    {
        Dictionary<string, Dictionary<string, (double, double)>> byFeed = new(StringComparer.Ordinal);
        foreach (var ofFeed in filed.Events.GroupBy(e => e.Feed))
        {
            Dictionary<string, (double, double)> people = byFeed[ofFeed.Key] = new(StringComparer.Ordinal);
            foreach (FiledEvent[] day in ofFeed.GroupBy(e => e.Day).Select(g => g.ToArray()))
                for (int i = 0; i < day.Length && day.Length > 1; i++) people.TryAdd(day[i].Person, (Number(day[i].Reference), (double)i / (day.Length - 1)));
        }

        return byFeed;
    }

    private static List<(double, double)> Twice(FiledPeople filed, string feed) =>
        [.. filed.People.Values.Select(p => p.Where(r => r.Feed == feed).Take(2).ToArray()).Where(p => p.Length == 2).Select(p => (Number(p[0].Reference), Number(p[1].Reference)))];

    // All of its letters and digits, as one number.
    private static double Number(string reference) => (double)reference.Where(char.IsAsciiLetterOrDigit).Aggregate(BigInteger.Zero, (n, c) => (n * 36) + (char.IsAsciiDigit(c) ? c - '0' : 10 + c - 'A'));

    private static Leak? Of(string what, IReadOnlyList<(double X, double Y)> pairs)
    {
        if (pairs.Count < 100) return null;
        double x = pairs.Average(p => p.X), y = pairs.Average(p => p.Y);
        double xy = pairs.Sum(p => (p.X - x) * (p.Y - y)), xx = pairs.Sum(p => (p.X - x) * (p.X - x)), yy = pairs.Sum(p => (p.Y - y) * (p.Y - y));
        return new Leak(what, pairs.Count, xx == 0 || yy == 0 ? 0 : xy / Math.Sqrt(xx * yy));
    }
}
