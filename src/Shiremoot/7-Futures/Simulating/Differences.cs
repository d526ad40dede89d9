namespace Shiremoot.Futures.Simulating;

/// <summary>At which stages a scenario may make a difference to somebody: on entering them, and on leaving them.</summary>
internal sealed class Differences
{
    /// <param name="turning">Where the scenario turns people.</param>
    /// <param name="own">The model as it is, made ready in the numbers of the other.</param>
    /// <param name="with">The model with the scenario, made ready.</param>
    public Differences(Turning turning, SimulationPlan own, SimulationPlan with)
    {
        (SystemModel before, SystemModel after) = (own.Model, with.Model);
        HashSet<int> met = [before.Entry.Stage, .. before.Stages.SelectMany(s => s.Routes).Select(r => r.To)];
        IsTurn = [.. Enumerable.Range(0, after.Stages.Count).Select(s => with.IsBare(s) && !met.Contains(s))];
        bool turns = Enumerable.Range(0, after.Stages.Count).Any(turning.Turns);
        bool offences = before.SameOffenceAgain != after.SameOffenceAgain || !Same(before.OffenceGroups, after.OffenceGroups, (a, b) => a.Share == b.Share && a.Odds.SequenceEqual(b.Odds));
        bool ages = before.Entry.LastAge != after.Entry.LastAge;
        OnRecording = [.. Enumerable.Range(0, after.Stages.Count).Select(s => !own.Spans.IsSame(with.Spans, s))];
        OnEntering = new bool[after.Stages.Count];
        OnLeaving = new bool[after.Stages.Count];
        for (int s = 0; s < after.Stages.Count; s++)
        {
            (ModelStage was, ModelStage now) = (before.Stages[s], after.Stages[s]);
            OnEntering[s] = OnRecording[s] || was.IsOffence != now.IsOffence || (now.IsOffence && offences) || was.IsProof != now.IsProof || was.After != now.After || was.Served != now.Served
                || was.Days != now.Days || was.Sentence != now.Sentence || !Same(was.Offers, now.Offers, IsSame);
            OnLeaving[s] = turns || ages || !Same(was.Routes, now.Routes, (a, b) => a.To == b.To && a.Share == b.Share && a.Who == b.Who && a.Odds.SequenceEqual(b.Odds));
        }
    }

    /// <summary>By stage: whether it is one of the scenario's own at which nothing happens and no time is spent, and that nobody met before: a mere turn of the way.</summary>
    public bool[] IsTurn { get; }

    /// <summary>By stage: whether something else lasts on its own from there. Lives are the same, but no longer counted alike.</summary>
    public bool[] OnRecording { get; }

    /// <summary>By stage: whether entering it may be another thing.</summary>
    public bool[] OnEntering { get; }

    /// <summary>By stage: whether people may go another way from it.</summary>
    public bool[] OnLeaving { get; }

    private static bool IsSame(Offer a, Offer b) => a.Service == b.Service && a.Covariate == b.Covariate && a.Need == b.Need && a.Share == b.Share && a.Lasts == b.Lasts && a.Odds.SequenceEqual(b.Odds);

    private static bool Same<T>(IReadOnlyList<T> these, IReadOnlyList<T> those, Func<T, T, bool> same) => these.Count == those.Count && these.Zip(those).All(p => same(p.First, p.Second));
}
