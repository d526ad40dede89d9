using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>
/// Concentration of demand, protected. Where exact figures may be shown the curve is the people's own; else every point is a protected number of
/// events over the protected total, points with few people on either side are withheld, and Gini comes from the points that show.
/// </summary>
static class Spread
{
    private const int Points = 20;

    public static Concentration Of(double[] demand, IReadOnlyList<double> top, DisclosureRules rules, Func<long, long, Interval>? interval = null)
    {
        Array.Sort(demand, (a, b) => b.CompareTo(a));
        double[] held = new double[demand.Length + 1];
        ConcentrationKernel.Cumulate(demand, held);
        ProtectedCount all = rules.Protect(Whole(held[^1])), people = rules.Protect(new RawCount(demand.Length));
        TopShare[] shares = [.. top.Select(t => Top(demand.Length, held, t, all, rules, interval))];
        LorenzPoint[] lorenz = [.. Enumerable.Range(0, Points + 1).Select(i => Point(i / (double)Points, demand.Length, held, all, people, rules))];
        return new Concentration(rules.IsNone ? Exact(demand, people) : FromPoints(lorenz, people), shares, lorenz);
    }

    private static TopShare Top(int people, double[] held, double perCent, ProtectedCount all, DisclosureRules rules, Func<long, long, Interval>? interval)
    {
        int first = ConcentrationKernel.TopPeople(people, perCent);
        ProtectedCount of = rules.Protect(new RawCount(first));
        bool tooFew = of.IsWithheld || (first < people && rules.Protect(new RawCount(people - first)).IsWithheld);
        ProtectedCount events = tooFew ? default : rules.Protect(Whole(held[first]));
        return new TopShare(perCent, of, events, ProtectedShare.Of(events, all, interval));
    }

    // Between whole people the curve is straight.
    private static LorenzPoint Point(double share, int people, double[] held, ProtectedCount all, ProtectedCount shown, DisclosureRules rules)
    {
        double fromTop = people * (1 - share);
        int whole = Math.Min(people, (int)Math.Floor(fromTop + 1e-9));
        double top = held[whole] + (whole < people ? (fromTop - whole) * (held[whole + 1] - held[whole]) : 0);
        double least = held[^1] - top;
        if (share is 0 or 1) return new(share, shown.Then(_ => share));
        if (rules.IsNone) return new(share, shown.Then(_ => held[^1] > 0 ? least / held[^1] : double.NaN));
        bool tooFew = rules.Protect(new RawCount(whole)).IsWithheld || rules.Protect(new RawCount(people - whole)).IsWithheld;
        ProtectedCount above = tooFew ? default : rules.Protect(Whole(top));
        return new(share, all.With(above, (total, held) => total > 0 ? 1 - ((double)held / total) : double.NaN));
    }

    private static Protected<double> Exact(double[] demand, ProtectedCount people)
    {
        double gini = demand.Length == 0 ? double.NaN : ConcentrationKernel.Gini(demand);
        return double.IsNaN(gini) ? default : people.Then(_ => gini);
    }

    private static Protected<double> FromPoints(LorenzPoint[] lorenz, ProtectedCount people)
    {
        LorenzPoint[] shown = [.. lorenz.Where(l => l.DemandShare.Shown is { } share && !double.IsNaN(share))];
        if (shown.Length < 5) return default; // the ends alone say nothing
        double gini = ConcentrationKernel.Gini([.. shown.Select(l => l.PeopleShare)], [.. shown.Select(l => l.DemandShare.Shown!.Value)]);
        return people.Then(_ => gini);
    }

    private static RawCount Whole(double events) => new((long)Math.Round(events, MidpointRounding.AwayFromZero));
}
