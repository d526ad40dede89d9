namespace Shiremoot.Futures;

/// <summary>
/// Who goes where, laid out to be drawn from left to right: no more steps than can be read, each in a column after those that lead to it. A way that leads back to
/// an earlier step of the same case ends at a node of its own, "Back to …": such a picture has no circles.
/// </summary>
public sealed class WayPicture
{
    private WayPicture(IReadOnlyList<WayNode> nodes, IReadOnlyList<WayLink> links) => (Nodes, Links) = (nodes, links);

    /// <summary>Steps shown by themselves, unless more are asked for; with the ends of the way about as many as a page can hold.</summary>
    public const int MostSteps = 14;

    public IReadOnlyList<WayNode> Nodes { get; }

    public IReadOnlyList<WayLink> Links { get; }

    /// <summary>Lays ways out.</summary>
    /// <param name="ways">The ways.</param>
    /// <param name="mostSteps">So many steps between the ends: those that most people come to or that change most; the rest are one step, "Other steps".</param>
    public static WayPicture Of(FutureWays ways, int mostSteps = MostSteps)
    {
        (List<FutureWayStep> steps, List<FutureWay> all) = Gathered(ways, mostSteps);
        bool[,] leads = new bool[steps.Count, steps.Count];
        List<(FutureWay Way, bool IsBack)> placed = [];
        // The model's own order first; then what goes against it, the most people first, as long as it closes no circle.
        foreach (FutureWay way in all.Where(w => steps.IndexOf(w.From) < steps.IndexOf(w.To) || w.To.Place == WayPlace.End)) Place(way, isBack: false);
        foreach (FutureWay way in all.Except(placed.Select(p => p.Way)).OrderByDescending(w => w.Baseline + w.With)) Place(way, Reaches(leads, steps.IndexOf(way.To), steps.IndexOf(way.From)));

        List<FutureWayStep> nodes = [.. steps];
        List<(int From, int To, FutureWay Way)> links = [];
        foreach ((FutureWay way, bool isBack) in placed) links.Add((steps.IndexOf(way.From), isBack ? Back(way.To) : steps.IndexOf(way.To), way));
        int[] columns = Columns(nodes, links);
        return new(
            [.. nodes.Select((n, i) => new WayNode(n, columns[i], Through(n, i)))],
            [.. links.OrderBy(l => columns[l.From]).ThenBy(l => l.From).ThenBy(l => l.To).Select(l => new WayLink(l.From, l.To, l.Way))]);

        void Place(FutureWay way, bool isBack)
        {
            placed.Add((way, isBack));
            if (!isBack) leads[steps.IndexOf(way.From), steps.IndexOf(way.To)] = true;
        }

        int Back(FutureWayStep to)
        {
            string id = "back-to-" + to.Id;
            int there = nodes.FindIndex(n => n.Id == id && n.Place == WayPlace.End);
            if (there >= 0) return there;
            nodes.Add(new(id, "Back to " + char.ToLowerInvariant(to.Title[0]) + to.Title[1..], WayPlace.End));
            return nodes.Count - 1;
        }

        // All who come to it, also those who come back to it from a later step; of a start, all who come from it.
        FutureWay Through(FutureWayStep node, int at) => FutureWay.Sum(node, node,
            [.. at >= steps.Count ? links.Where(l => l.To == at).Select(l => l.Way) : node.Place == WayPlace.Start ? all.Where(w => w.From == node) : all.Where(w => w.To == node)]);
    }

    private static (List<FutureWayStep> Steps, List<FutureWay> Ways) Gathered(FutureWays ways, int most)
    {
        FutureWayStep[] between = [.. ways.Steps.Where(s => s.Place == WayPlace.Step)];
        if (between.Length <= most) return ([.. ways.Steps], [.. ways.Ways]);
        double people = between.Max(People), change = Math.Max(double.Epsilon, between.Max(Change));
        HashSet<FutureWayStep> kept = [.. between.OrderByDescending(s => Math.Max(People(s) / people, Change(s) / change)).Take(most - 1)];
        FutureWayStep other = new("other-steps", "Other steps", WayPlace.Step);
        FutureWayStep As(FutureWayStep step) => step.Place != WayPlace.Step || kept.Contains(step) ? step : other;
        return (
            [.. ways.Steps.Select(As).Distinct()],
            [.. ways.Ways.GroupBy(w => (From: As(w.From), To: As(w.To))).Where(g => g.Key.From != g.Key.To).Select(g => FutureWay.Sum(g.Key.From, g.Key.To, [.. g]))]);

        double People(FutureWayStep step) => ways.Ways.Where(w => w.To == step).Sum(w => Math.Max(w.Baseline, w.With));
        double Change(FutureWayStep step) => ways.Ways.Where(w => w.To == step && w.IsChanged).Sum(w => Math.Abs(w.Change.Mean));
    }

    private static bool Reaches(bool[,] leads, int from, int to)
    {
        bool[] seen = new bool[leads.GetLength(0)];
        Stack<int> open = new([from]);
        while (open.TryPop(out int at))
        {
            if (at == to) return true;
            if (seen[at]) continue;
            seen[at] = true;
            for (int next = 0; next < seen.Length; next++)
                if (leads[at, next]) open.Push(next);
        }
        return false;
    }

    // Each step one column after the last of those that lead to it; the ends in the last column of all. There are no circles, so it comes to rest.
    private static int[] Columns(List<FutureWayStep> nodes, List<(int From, int To, FutureWay Way)> links)
    {
        int[] columns = new int[nodes.Count];
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach ((int from, int to, _) in links)
                if (columns[to] <= columns[from]) (columns[to], moved) = (columns[from] + 1, true);
        }
        int last = columns.Max();
        for (int n = 0; n < columns.Length; n++)
            if (nodes[n].Place == WayPlace.End) columns[n] = last;
        return columns;
    }
}

/// <summary>A node of the picture.</summary>
/// <param name="Step">What it is.</param>
/// <param name="Column">How far from the left, from 0.</param>
/// <param name="People">All who come to it, or of a start from it, in a year.</param>
public sealed record WayNode(FutureWayStep Step, int Column, FutureWay People);

/// <summary>A link between two nodes, each by its place in the list.</summary>
public sealed record WayLink(int From, int To, FutureWay Way);
