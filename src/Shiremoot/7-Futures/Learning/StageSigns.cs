namespace Shiremoot.Futures.Learning;

/// <summary>By what each stage of a model shows in records: the first event it always records on entering. A stage without one is silent.</summary>
internal sealed class StageSigns
{
    private const int Deepest = 8;
    private readonly SystemModel model;
    private readonly bool[] tellsByDisposal;

    public StageSigns(SystemModel model)
    {
        this.model = model;
        Sign = [.. model.Stages.Select(s => s.Records.Where(r => r.Share >= 1 && !r.OnLeaving).Select(r => (r.Kind, r.Disposal)).DefaultIfEmpty((-1, -1)).First())];
        Leaving = [.. model.Stages.Select(s => s.Records.Where(r => r is { OnLeaving: true, Remainder: false, Lasts: null } && r.Share >= 1).Select(r => r.Kind).DefaultIfEmpty(-1).First())];
        tellsByDisposal = [.. model.Kinds.Select((_, k) => Sign.Where(s => s.Kind == k).Select(s => s.Disposal).Distinct().Count() > 1)];
        Offence = model.Stages.ToList().FindIndex(s => s.IsOffence);
        Ways = [.. model.Stages.Select((_, s) => Paths(s))];
    }

    /// <summary>Of each stage: the kind and disposal it shows by; -1 for none.</summary>
    public (int Kind, int Disposal)[] Sign { get; }

    /// <summary>Of each stage: the kind recorded on leaving it; -1 for none.</summary>
    public int[] Leaving { get; }

    /// <summary>The stage a case begins at; -1 if none does.</summary>
    public int Offence { get; }

    /// <summary>Of each stage: every way through silent stages to one that shows.</summary>
    public SilentPath[][] Ways { get; }

    public bool IsSilent(int stage) => Sign[stage].Kind < 0;

    /// <summary>Time passes in the stage that its own records do not tell.</summary>
    public bool TakesTime(int stage) => Leaving[stage] < 0 && (model.Stages[stage].Days is not null || model.Stages[stage].Served > 0);

    /// <summary>Whether the stage shows by such a record. Where the kind alone tells the stages apart, a disposal need not be recorded.</summary>
    public bool Fits(int stage, int kind, int disposal) =>
        Sign[stage].Kind == kind && (Sign[stage].Disposal < 0 || Sign[stage].Disposal == disposal || (disposal < 0 && !tellsByDisposal[kind]));

    private SilentPath[] Paths(int from)
    {
        List<SilentPath> found = [];
        Follow(from, [], found);
        return [.. found];
    }

    private void Follow(int at, List<(int Stage, int Route)> taken, List<SilentPath> found)
    {
        IReadOnlyList<Route> routes = model.Stages[at].Routes;
        for (int r = 0; r < routes.Count; r++)
        {
            int to = routes[r].To;
            if (to < 0 || taken.Count >= Deepest || taken.Exists(t => t.Stage == to)) continue;
            List<(int, int)> next = [.. taken, (at, r)];
            if (!IsSilent(to)) found.Add(new(to, [.. next], [.. next.Select(n => n.Item1).Where(TakesTime)]));
            else Follow(to, next, found);
        }
    }
}

/// <summary>A way from a stage to the next that shows.</summary>
/// <param name="To">Where it leads.</param>
/// <param name="Steps">The stages on it, the first included, and the way taken at each.</param>
/// <param name="Timed">Those among them in which unrecorded time passes.</param>
internal sealed record SilentPath(int To, (int Stage, int Route)[] Steps, int[] Timed);
