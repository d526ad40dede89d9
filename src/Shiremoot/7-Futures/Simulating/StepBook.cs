using System.Collections.Concurrent;

namespace Shiremoot.Futures.Simulating;

/// <summary>What was counted of steps in all runs of one arm, each under the seed of its run; and at which step everyone was when they began.</summary>
internal sealed class StepBook(StepPlan plan, SystemModel model, SimulationAsked asked)
{
    private readonly int[] stepOf = plan.Of(model);
    private readonly bool[] beginsCase = new SimulationPlan(model).BeginsCase;
    private readonly ConcurrentDictionary<ulong, long[]> ofRun = new();
    private readonly ConcurrentBag<StepCounts> past = [];
    private StepsPast? begun;

    /// <summary>Where everyone was before the first of the years that count: what another arm may go on from. Known once the runs begin.</summary>
    public StepsPast Begun
    {
        get => begun ?? throw new InvalidOperationException("The runs have not begun.");
        init => begun = value;
    }

    /// <summary>The years before are over: all runs go on from where they left everyone.</summary>
    public void Begin() => begun ??= StepsPast.Joined(plan.Steps.Count, [.. past]);

    /// <summary>A path of the years before, counted; several threads may have one each, for people of their own.</summary>
    public CountingPath<TPath, StepCounts> Past<TPath>(TPath path)
        where TPath : struct, IPath
    {
        StepCounts part = Counts(new([], new long[plan.Steps.Count * plan.Steps.Count]));
        past.Add(part);
        return new(path, part);
    }

    /// <summary>The path of one run, counted.</summary>
    public CountingPath<TPath, StepCounts> Run<TPath>(TPath path, ulong seed)
        where TPath : struct, IPath
    {
        StepCounts counts = Counts(Begun);
        ofRun[seed] = counts.Counts;
        return new(path, counts);
    }

    /// <summary>By run: how often from each step to each, in the order of the runs.</summary>
    public long[][] ByRun() => [.. Enumerable.Range(asked.FirstRun, asked.Runs).Select(r => ofRun[RunFrame.SeedOf(asked.Seed, r)])];

    private StepCounts Counts(StepsPast from) => new(stepOf, beginsCase, plan.Steps.Count, asked.WarmUpYears * SteadyState.DaysAYear, from);
}

/// <summary>The last step of everyone, by their number, and what was counted by then.</summary>
internal sealed record StepsPast(byte[] At, long[] Counts)
{
    /// <summary>One made of parts, each of people of its own: at the first of all steps, coming in, is whoever a part does not know.</summary>
    public static StepsPast Joined(int steps, IReadOnlyList<StepCounts> parts)
    {
        byte[] at = new byte[parts.Select(p => p.At.Length).DefaultIfEmpty(0).Max()];
        long[] counts = new long[steps * steps];
        foreach (StepCounts part in parts)
        {
            for (int i = 0; i < part.At.Length; i++) at[i] = Math.Max(at[i], part.At[i]);
            for (int i = 0; i < counts.Length; i++) counts[i] += part.Counts[i];
        }
        return new(at, counts);
    }
}
