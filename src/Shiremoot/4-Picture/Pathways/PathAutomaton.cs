using Shiremoot.Terms;

namespace Shiremoot.Picture.Pathways;

/// <summary>
/// An intended path as an automaton without empty moves (V. M. Glushkov, Russian Mathematical Surveys 16, 1961): state 0 is before the first stage, state q is after the q-th stage as
/// written. A run through it is a path as intended.
/// </summary>
sealed class PathAutomaton
{
    private const int MostStages = 400;
    private readonly List<int> activity = [-1];
    private readonly List<string> name = [""];
    private readonly List<SortedSet<int>> before = [[]];
    private readonly Func<string, int> numberOf;

    private PathAutomaton(Func<string, int> numberOf, PathNode path)
    {
        this.numberOf = numberOf;
        Part whole = Build(path);
        Link([0], whole.First);
        Activity = [.. activity];
        Before = [.. before.Select(b => b.ToArray())];
        Accepts = new bool[activity.Count];
        foreach (int last in whole.Last) Accepts[last] = true;
        Accepts[0] = whole.MayBeEmpty;
        Shortest = ShortestRun();
    }

    /// <summary>States: one more than stages written.</summary>
    public int States => Activity.Length;

    /// <summary>The activity that leads into a state; -1 for the first state, -2 for a stage that no case has.</summary>
    public int[] Activity { get; }

    /// <summary>The states from which each state is reached.</summary>
    public int[][] Before { get; }

    public bool[] Accepts { get; }

    /// <summary>Fewest stages of a case that goes as intended.</summary>
    public int Shortest { get; }

    public string NameOf(int state) => name[state];

    /// <summary>Reads a path and binds its names to activities; a name that no case has is refused unless it is said to be unseen.</summary>
    public static Outcome<PathAutomaton> Read(string text, IReadOnlyList<string> names, IReadOnlyCollection<string> unseen)
    {
        if (PathGrammar.Read(text).Refused(out Refusal? why, out PathNode? path)) return why;
        List<PathNode.Stage> stages = [];
        Gather(path, stages);
        if (stages.Count > MostStages) return PathwayRefusals.TooManyStages(stages.Count, MostStages);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int a = 0; a < names.Count; a++) numbers.TryAdd(names[a], a);
        (int, string)[] unknown = [.. stages.Where(s => !numbers.ContainsKey(s.Name) && !unseen.Contains(s.Name)).Select(s => (s.At, s.Name))];
        return unknown.Length > 0 ? PathwayRefusals.UnknownStages(text, unknown, names) : new PathAutomaton(n => numbers.GetValueOrDefault(n, -2), path);
    }

    private static void Gather(PathNode node, List<PathNode.Stage> stages)
    {
        if (node is PathNode.Stage stage) stages.Add(stage);
        foreach (PathNode inside in node switch { PathNode.Sequence s => s.Parts, PathNode.Choice c => c.Parts, PathNode.Marked m => [m.Inside], _ => [] }) Gather(inside, stages);
    }

    private readonly record struct Part(List<int> First, List<int> Last, bool MayBeEmpty);

    private Part Build(PathNode node)
    {
        switch (node)
        {
            case PathNode.Stage stage:
                activity.Add(numberOf(stage.Name));
                name.Add(stage.Name);
                before.Add([]);
                return new Part([activity.Count - 1], [activity.Count - 1], false);
            case PathNode.Marked marked:
                Part inside = Build(marked.Inside);
                if (marked.Mark is '+' or '*') Link(inside.Last, inside.First);
                return inside with { MayBeEmpty = inside.MayBeEmpty || marked.Mark is '?' or '*' };
            case PathNode.Choice choice:
                Part[] ways = [.. choice.Parts.Select(Build)];
                return new Part([.. ways.SelectMany(w => w.First)], [.. ways.SelectMany(w => w.Last)], ways.Any(w => w.MayBeEmpty));
            default:
                return ((PathNode.Sequence)node).Parts.Select(Build).Aggregate(Joined);
        }
    }

    private Part Joined(Part left, Part right)
    {
        Link(left.Last, right.First);
        return new Part(left.MayBeEmpty ? [.. left.First, .. right.First] : left.First, right.MayBeEmpty ? [.. left.Last, .. right.Last] : right.Last, left.MayBeEmpty && right.MayBeEmpty);
    }

    private void Link(List<int> from, List<int> to)
    {
        foreach (int state in to) before[state].UnionWith(from);
    }

    private int ShortestRun()
    {
        int[] steps = new int[States];
        Array.Fill(steps, int.MaxValue / 2);
        steps[0] = 0;
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int q = 1; q < States; q++)
                foreach (int p in Before[q])
                    if (steps[p] + 1 < steps[q]) (steps[q], changed) = (steps[p] + 1, true);
        }
        return Enumerable.Range(0, States).Where(q => Accepts[q]).Min(q => steps[q]);
    }
}
