namespace Shiremoot.Futures;

/// <summary>Where a step stands on the way through the system.</summary>
public enum WayPlace
{
    /// <summary>People come from there: for the first time, or back.</summary>
    Start,

    Step,

    /// <summary>Nobody goes on from there: they come back, or they do not.</summary>
    End,
}

/// <summary>A step of the way through the system.</summary>
/// <param name="Id">Its id, or that of the one stage it is.</param>
/// <param name="Title">As shown.</param>
/// <param name="Place">Where it stands.</param>
public sealed record FutureWayStep(string Id, string Title, WayPlace Place)
{
    /// <summary>Where those come from who come in for the first time.</summary>
    public static FutureWayStep FirstTime { get; } = new("first-time", "Come in for the first time", WayPlace.Start);

    /// <summary>Where those come from who have been here before.</summary>
    public static FutureWayStep HasComeBack { get; } = new("has-come-back", "Have come back", WayPlace.Start);

    /// <summary>Where those go who come back: as many as come from <see cref="HasComeBack"/>.</summary>
    public static FutureWayStep ComesBack { get; } = new("comes-back", "Come back", WayPlace.End);

    public static FutureWayStep Leaves { get; } = new("leaves", "Do not come back", WayPlace.End);
}

/// <summary>
/// Who goes where, from step to step, in a year on average, as things are and with a scenario. Steps are what people know of the system: stages that record
/// something, gathered by <see cref="FutureStep"/>. Whoever comes to a step goes on to the next, or is still there at the end. Method: docs/methods/simulation.md.
/// </summary>
public sealed class FutureWays
{
    /// <summary>Runs that ways are counted in unless more are asked for: flows of a hundred a year are then known to three in a hundred or better.</summary>
    public const int UsualRuns = 10;

    internal FutureWays(Scenario? scenario, SimulationAsked asked, IReadOnlyList<FutureWayStep> steps, long[][] before, long[][]? after)
    {
        (Scenario, Asked) = (scenario, asked);
        List<FutureWay> ways = [];
        int count = steps.Count, worlds = scenario is null ? 1 : asked.Worlds;
        for (int from = 0; from < count; from++)
            for (int to = 0; to < count; to++)
            {
                int at = (from * count) + to;
                if (before.All(b => b[at] == 0) && after?.All(a => a[at] == 0) != false) continue;
                ways.Add(new(steps[from], steps[to], Yearly(before, at), after is null ? null : Yearly(after, at), worlds));
            }
        Ways = ways;
        Steps = [.. steps.Where(s => ways.Any(w => w.From == s || w.To == s))];

        double[] Yearly(long[][] runs, int at) => [.. runs.Select(r => r[at] / (double)asked.Years)];
    }

    /// <summary>The scenario; null where only the baseline was counted.</summary>
    public Scenario? Scenario { get; }

    public SimulationAsked Asked { get; }

    /// <summary>The steps anybody comes to or from, in the order of the model; the ends of the way first.</summary>
    public IReadOnlyList<FutureWayStep> Steps { get; }

    /// <summary>The ways anybody goes.</summary>
    public IReadOnlyList<FutureWay> Ways { get; }
}

/// <summary>People who go from one step to another in a year.</summary>
public sealed class FutureWay
{
    private readonly double[] was;
    private readonly double[]? then;
    private readonly int worlds;

    internal FutureWay(FutureWayStep from, FutureWayStep to, double[] was, double[]? then, int worlds)
    {
        (From, To, this.was, this.then, this.worlds) = (from, to, was, then, worlds);
        (Baseline, With) = (was.Average(), then?.Average() ?? 0);
        Change = then is null ? default : FutureFigure.Of([.. then.Zip(was, (t, w) => t - w)], worlds);
    }

    public FutureWayStep From { get; }

    public FutureWayStep To { get; }

    /// <summary>How many a year as things are: mean over the runs.</summary>
    public double Baseline { get; }

    /// <summary>With the scenario; 0 without one.</summary>
    public double With { get; }

    /// <summary>The change, run by run: both arms share their luck. Nought without a scenario.</summary>
    public FutureFigure Change { get; }

    /// <summary>All runs say more, or all say fewer.</summary>
    public bool IsChanged => Change is { Low: > 0 } or { High: < 0 };

    /// <summary>Several ways as one.</summary>
    internal static FutureWay Sum(FutureWayStep from, FutureWayStep to, IReadOnlyList<FutureWay> ways)
    {
        double[] was = new double[ways[0].was.Length];
        double[]? then = ways[0].then is null ? null : new double[was.Length];
        foreach (FutureWay way in ways)
            for (int run = 0; run < was.Length; run++)
            {
                was[run] += way.was[run];
                if (then is not null) then[run] += way.then![run];
            }
        return new(from, to, was, then, ways[0].worlds);
    }
}
