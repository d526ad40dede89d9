using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>Where a scenario turns people who would go to a stage, and what share of them; and the share that never comes in.</summary>
internal sealed class Turning
{
    private readonly int[] to;
    private readonly double[] share;

    private Turning(int[] to, double[] share, double prevented, bool[] keepsTo) => (this.to, this.share, Prevented, KeepsTo) = (to, share, prevented, keepsTo);

    /// <summary>By stage: whether its one way on is the same before the scenario and with it, and nobody is turned from there.</summary>
    public bool[] KeepsTo { get; }

    public double Prevented { get; }

    public static Outcome<Turning> Of(Scenario scenario, SystemModel before, SystemModel model, IReadOnlyDictionary<string, double> numbers)
    {
        string[] stages = [.. model.Stages.Select(s => s.Id)];
        int[] to = new int[stages.Length];
        double[] share = new double[stages.Length];
        foreach (ScenarioInstead instead in scenario.Instead)
        {
            int there = Array.IndexOf(stages, instead.To);
            if (there < 0 && instead.To != "leaves") return Refusals.NoSuchStage(scenario.Id, instead.To, stages);
            foreach (string id in instead.Of)
            {
                int of = Array.IndexOf(stages, id);
                if (of < 0) return Refusals.NoSuchStage(scenario.Id, id, stages);
                (to[of], share[of]) = (there, instead.Share.In(numbers));
            }
        }
        (SimulationPlan was, SimulationPlan now) = (new(Renumbering.Onto(before, model)), new(model));
        for (int of = 0; of < stages.Length; of++)
            if (share[of] >= 1 && LeadsRoundTo(now.OnlyOn, of, to[of])) return Refusals.TurnedForEver(scenario.Id, stages[of], stages[to[of]]);
        bool[] keepsTo = [.. Enumerable.Range(0, stages.Length).Select(s => was.OnlyOn[s] == now.OnlyOn[s] && (now.OnlyOn[s] < 0 || share[now.OnlyOn[s]] == 0))];
        return new Turning(to, share, scenario.Prevents?.In(numbers) ?? 0, keepsTo);
    }

    // From where all are turned to, by stages that lead one way and take no time, back to where they are turned from: by more than one step, for one step back is let through.
    private static bool LeadsRoundTo(int[] onlyOn, int of, int to)
    {
        int steps = 0;
        for (int at = to; at >= 0 && onlyOn[at] != SimulationPlan.Branches && steps <= onlyOn.Length; at = onlyOn[at], steps++)
            if (onlyOn[at] == of) return steps > 0;
        return false;
    }

    /// <summary>
    /// Whether lives as things are count the stages they meet again in one case as they do by themselves, where the scenario has people enter stages that are passed
    /// as things are: it must not be one that a case may lead back to.
    /// </summary>
    /// <param name="own">The model as it is, made ready in the numbers of the other.</param>
    public bool KeepsCount(SimulationPlan own) => Enumerable.Range(0, own.Stages).All(s => own.OnlyOn[s] == SimulationPlan.Branches || KeepsTo[s] || !own.LeadsBack(s));

    public bool Turns(int stage) => share[stage] > 0;

    /// <summary>Where somebody goes who would go from one stage to another. Who was turned to a stage that leads back to where they would have gone has had their turn.</summary>
    public int Turned(int from, int stage, double luck) => from != to[stage] && luck < share[stage] ? to[stage] : stage;
}
