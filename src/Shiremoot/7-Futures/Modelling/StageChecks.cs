using Shiremoot.Storage;

namespace Shiremoot.Futures.Modelling;

/// <summary>What holds of the stages together: each can be reached, and from each there is a way out.</summary>
internal static class StageChecks
{
    public static void Look(IReadOnlyList<MapNode> listed, IReadOnlyList<ModelStage> stages, int entry, IReadOnlyList<string> turnedTo)
    {
        if (stages.Count == 0) return;
        bool[] reached = new bool[stages.Count], leaves = new bool[stages.Count];
        Reach(stages, Math.Max(0, entry), reached);
        for (int i = 0; i < stages.Count; i++)
            if (!reached[i] && turnedTo.Contains(stages[i].Id)) Reach(stages, i, reached);
        for (int i = 0; i < stages.Count; i++)
            if (!reached[i]) listed[i].Fault("id", $"'{stages[i].Id}' is a stage that nothing leads to; add a route to it or take it out.");
        for (bool grew = true; grew;)
        {
            grew = false;
            for (int i = 0; i < stages.Count; i++)
                if (!leaves[i] && stages[i].Routes.Any(r => r.Share > 0 && (r.To < 0 || leaves[r.To]))) grew = leaves[i] = true;
        }
        for (int i = 0; i < stages.Count; i++)
            if (!leaves[i]) listed[i].Fault("to", $"of '{stages[i].Id}' leads nobody out of the system, however long; give it or a stage after it a route to 'leaves'.");
    }

    private static void Reach(IReadOnlyList<ModelStage> stages, int entry, bool[] reached)
    {
        Stack<int> open = new([entry]);
        reached[entry] = true;
        while (open.TryPop(out int at))
            foreach (Route route in stages[at].Routes)
                if (route is { To: >= 0, Share: > 0 } && !reached[route.To])
                {
                    reached[route.To] = true;
                    open.Push(route.To);
                }
    }
}
