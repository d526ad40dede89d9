using Shiremoot.Picture.Pathways;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// A place's people going from step to step of their pathways, as they may be shown. A flow of too few is left out, as one of nobody is, so that what is left out does not say which; and where
/// what is left out at a node would be too few, the next smallest flow is left out with it. Method: docs/methods/pathways.md.
/// </summary>
/// <param name="Flows">The flows that may be shown, step by step, the largest first.</param>
/// <param name="People">All people who have events.</param>
/// <param name="Rules">What they were protected by.</param>
public sealed record PeopleFlows(IReadOnlyList<PeopleFlow> Flows, ProtectedCount People, DisclosureRules Rules)
{
    /// <param name="log">The people's events.</param>
    /// <param name="rules">The place's rules.</param>
    /// <param name="steps">Events of each person that are drawn.</param>
    /// <param name="widest">Most activities drawn alone at a step.</param>
    /// <param name="threads">How many threads may work; changes no answer.</param>
    internal static PeopleFlows Of(EventColumns log, DisclosureRules rules, int steps, int widest, int threads)
    {
        Variants variants = Variants.Of(log, threads);
        IReadOnlyList<Flow> flows = StepFlows.Of(log, variants, steps, widest);
        bool[] isHidden = Hidden(flows, rules.Threshold);
        return new PeopleFlows([.. flows.Where((_, f) => !isHidden[f]).Select(f => new PeopleFlow(f.Step + 1, PathwayDrawing.NameOf(log, f.From), PathwayDrawing.NameOf(log, f.To), PathwayDrawing.KindOf(f), rules.Protect(new RawCount(f.Cases))))],
            rules.Protect(new RawCount(variants.Cases)), rules);
    }

    /// <summary>Which flows are left out: those below the threshold, and as many more as it takes for what is left out on either side of a node to be nobody or enough.</summary>
    internal static bool[] Hidden(IReadOnlyList<Flow> flows, int threshold)
    {
        bool[] isHidden = [.. flows.Select(f => f.Cases < threshold)];
        int[][] sides = [.. Enumerable.Range(0, flows.Count).GroupBy(f => (flows[f].Step, flows[f].From)).Select(g => g.ToArray()), .. Enumerable.Range(0, flows.Count).GroupBy(f => (flows[f].Step, flows[f].To)).Select(g => g.ToArray())];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (int[] side in sides)
            {
                long hidden = side.Where(f => isHidden[f]).Sum(f => flows[f].Cases);
                if (hidden == 0 || hidden >= threshold || side.All(f => isHidden[f])) continue;
                isHidden[side.Where(f => !isHidden[f]).MinBy(f => flows[f].Cases)] = changed = true;
            }
        }
        return isHidden;
    }
}

/// <summary>People going from one activity to another.</summary>
/// <param name="Step">The step they come from, from 1.</param>
/// <param name="From">The activity there.</param>
/// <param name="To">The activity at the next step, or what becomes of them.</param>
/// <param name="Becomes">Whether they go to an activity, end, or go on beyond what is drawn.</param>
/// <param name="People">How many.</param>
public sealed record PeopleFlow(int Step, string From, string To, PathwayFlowKind Becomes, ProtectedCount People);
