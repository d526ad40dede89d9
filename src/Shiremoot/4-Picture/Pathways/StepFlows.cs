namespace Shiremoot.Picture.Pathways;

/// <summary>
/// Cases flowing from step to step, for a drawing: the same activity at the second step and at the fourth are two nodes, so no flow turns back. Who has no more events flows to the end;
/// who has more than are drawn flows on.
/// </summary>
static class StepFlows
{
    /// <summary>In place of an activity: the case has ended.</summary>
    public const int Ended = -1;

    /// <summary>In place of an activity: the case has further events, which are not drawn.</summary>
    public const int GoesOn = -2;

    /// <summary>In place of an activity: one of those too rare at its step to be drawn alone.</summary>
    public const int Other = -3;

    /// <param name="log">The cases.</param>
    /// <param name="variants">Their variants.</param>
    /// <param name="steps">Events of each case that are drawn.</param>
    /// <param name="widest">Most activities drawn alone at a step: those of most cases.</param>
    public static IReadOnlyList<Flow> Of(EventColumns log, Variants variants, int steps, int widest)
    {
        HashSet<int>[] alone = [.. Enumerable.Range(0, steps).Select(step => Alone(log, variants, step, widest))];
        Dictionary<(int Step, int From, int To), long> flows = [];
        foreach (Variant variant in variants.All)
        {
            ReadOnlySpan<int> path = log.PathOf(variant.Example);
            for (int step = 0; step < Math.Min(steps, path.Length); step++)
            {
                int to = step + 1 == path.Length ? Ended : step + 1 == steps ? GoesOn : Named(alone[step + 1], path[step + 1]);
                (int, int, int) key = (step, Named(alone[step], path[step]), to);
                flows[key] = flows.GetValueOrDefault(key) + variant.Cases;
            }
        }
        return [.. flows.Select(f => new Flow(f.Key.Step, f.Key.From, f.Key.To, f.Value)).OrderBy(f => f.Step).ThenByDescending(f => f.Cases).ThenBy(f => f.From).ThenBy(f => f.To)];
    }

    private static int Named(HashSet<int> alone, int activity) => alone.Contains(activity) ? activity : Other;

    private static HashSet<int> Alone(EventColumns log, Variants variants, int step, int widest)
    {
        Dictionary<int, long> cases = [];
        foreach (Variant variant in variants.All)
            if (log.PathOf(variant.Example) is var path && step < path.Length) cases[path[step]] = cases.GetValueOrDefault(path[step]) + variant.Cases;
        return [.. cases.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(widest).Select(c => c.Key)];
    }
}

/// <summary>Cases that go from an activity at one step to another at the next.</summary>
/// <param name="Step">The step they come from, from 0.</param>
/// <param name="From">The activity there.</param>
/// <param name="To">The activity at the next step, or one of the marks of <see cref="StepFlows"/>.</param>
/// <param name="Cases">How many.</param>
readonly record struct Flow(int Step, int From, int To, long Cases);
