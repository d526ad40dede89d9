using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>The runs that answers are worked out from: made here, both arms at once where nobody waits for anybody, or by whoever takes them on.</summary>
public sealed partial class Shire
{
    private readonly LastMade<SimulatedRuns> baselines = new(8);
    private readonly LastMade<StartingPoint?> starts = new(16);

    private static Outcome<FutureAnswer> Answer(ModelSource source, WhatIf question, IReadOnlyList<FutureMeasure> measures, FuturePrices? prices, Shire? kept, Action<string, int, int>? progress)
    {
        if (source.Today().Refused(out Refusal? why, out SystemModel? today)) return why;
        bool some = question.Scenario is { Who.IsEveryone: false } && !question.Everyone && today.IsOfSinglePeople;
        SimulationAsked asked = some ? question.Asked with { Only = question.Scenario!.Who } : question.Asked;
        SimulatedArm before = new(source, null, asked), after = before with { Scenario = question.AsSet };
        SystemModel? changed = null;
        if (after.Scenario is not null && source.With(after.Scenario).Refused(out why, out changed)) return why;
        if ((question.By is { } others ? ByOthers(others, before, after, kept, progress) : Here(before, after, today, kept, progress)).Refused(out why, out (SimulatedRuns Before, SimulatedRuns? With) runs)) return why;
        if (FutureAnswer.Of((today, runs.Before), changed is null ? null : (changed, runs.With!), after.Scenario, asked, measures, prices).Refused(out why, out FutureAnswer? answer)) return why;
        if (question.EngineRuns > 0)
        {
            progress?.Invoke("by the other engines", 0, question.EngineRuns);
            if (EnginesBeside.Of(today, asked with { Runs = question.EngineRuns, WarmUpYears = EnginesBeside.WarmUpYears, Only = null }).Refused(out why, out IReadOnlyList<StageBeside>? engines)) return why;
            answer = answer.CheckedBy(engines);
        }
        if (question.WayRuns == 0) return answer;
        int few = question.WayRuns, all = after.Scenario is null ? few : 2 * few;
        return futureSteps.Value.Then(steps => Simulation.Ways(source, after.Scenario, asked with { Runs = few, Worlds = Math.Min(asked.Worlds, few) }, steps, done => progress?.Invoke("who goes where", done, all)))
            .Then(ways => Outcome.Of(answer.Counting(ways)));
    }

    private static Outcome<(SimulatedRuns, SimulatedRuns?)> Here(SimulatedArm before, SimulatedArm after, SystemModel today, Shire? kept, Action<string, int, int>? progress)
    {
        StartingPoint? start = null;
        if (kept is not null && kept.KeptStart(before.Model, today, before.Asked).Refused(out Refusal? why, out start)) return why;
        Outcome<SimulatedRuns> Alone() => KeptBaseline(kept, before, () => Simulation.Run(today, before.Asked, done => progress?.Invoke(before.Name, done, before.Asked.Runs), start));
        if (after.Scenario is null) return Alone().Then(runs => Outcome.Of((runs, (SimulatedRuns?)null)));
        return Simulation.RunBoth(after.Model, after.Scenario, after.Asked, done => progress?.Invoke(after.Name, done, after.Asked.Runs), start, Alone).Then(runs => Outcome.Of((runs.Before, (SimulatedRuns?)runs.With)));
    }

    // Both arms are taken on before either is waited for, so that workers need not stand idle between them.
    private static Outcome<(SimulatedRuns, SimulatedRuns?)> ByOthers(Func<SimulatedArm, Outcome<RunsToCome>> by, SimulatedArm before, SimulatedArm after, Shire? kept, Action<string, int, int>? progress)
    {
        RunsToCome? afterToCome = null;
        if (by(before).Refused(out Refusal? why, out RunsToCome? beforeToCome)) return why;
        if (after.Scenario is not null && by(after).Refused(out why, out afterToCome)) return why;
        if (KeptBaseline(kept, before, () => Wait(before, beforeToCome)).Refused(out why, out SimulatedRuns? without)) return why;
        return afterToCome is null ? (without, null) : Wait(after, afterToCome).Then(with => Outcome.Of((without, (SimulatedRuns?)with)));

        Outcome<SimulatedRuns> Wait(SimulatedArm arm, RunsToCome runs) => runs(done => progress?.Invoke(arm.Name, done, arm.Asked.Runs));
    }

    // How the place stands on the first day is the same for every scenario. Once it is known of everyone it is known of some of them.
    private Outcome<StartingPoint?> KeptStart(ModelSource source, SystemModel today, SimulationAsked asked)
    {
        string everyone = $"{source.Mark}/{asked.WarmUpYears}/{asked.Seed}/{asked.OwnPasts}/{asked.ArrivalsPerDay:R}";
        if (starts.Knows(everyone, out StartingPoint? known)) return Outcome.Of(known);
        return starts.Get(asked.Only is null ? everyone : $"{everyone}/{asked.Only.Mark}", () => Simulation.StartOf(today, asked));
    }

    // The place as it goes on is the same for every scenario: run once for each question of years, runs and seed.
    private static Outcome<SimulatedRuns> KeptBaseline(Shire? kept, SimulatedArm arm, Func<Outcome<SimulatedRuns>> make)
    {
        SimulationAsked asked = arm.Asked;
        return kept is null ? make() : kept.baselines.Get($"{arm.Model.Mark}/{asked.Years}/{asked.WarmUpYears}/{asked.Runs}/{asked.FirstRun}/{asked.Seed}/{asked.PeriodsPerYear}/{asked.OwnPasts}/{asked.ArrivalsPerDay:R}/{asked.Only?.Mark}", make);
    }
}
