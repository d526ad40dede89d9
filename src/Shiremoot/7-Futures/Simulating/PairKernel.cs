namespace Shiremoot.Futures.Simulating;

/// <summary>
/// Runs a model as it is and with a scenario at once, where nobody waits for anybody. Both arms share their luck, so until the scenario first makes a difference to
/// somebody they live one life: it is lived once and counted for both. From then on each arm goes its own way. One per thread.
/// </summary>
internal sealed class PairKernel<TPath>(SimulationPlan own, SimulationPlan plan, Differences differences, Periods periods)
    where TPath : struct, IPath
{
    private const int MostTurns = 8;

    private readonly RunSeries both = new(plan, periods), onlyBefore = new(plan, periods), onlyWith = new(plan, periods);
    private readonly int[] onlyOn = plan.OnlyOn, ofDay = periods.OfDay;
    private readonly bool[] beginsCase = plan.BeginsCase;
    private readonly double[] ends = periods.Ends;
    private LoneKernel<TPath>? beforeOn;
    private LoneKernel<TwoPaths<TPath>>? withOn;
    private ulong seed;
    private TPath before;
    private TwoPaths<TPath> with;

    /// <summary>Bytes that each person in the system takes; known once a run is made.</summary>
    public double BytesPerPerson => withOn?.BytesPerPerson ?? 0;

    /// <summary>Runs from how things stood, or from an empty system, to the end. Returns the figures of each arm, good until the next run.</summary>
    public (RunSeries Before, RunSeries With) Run(StartingPoint? from, in TPath way, in TwoPaths<TPath> scenario, Arrivals arrivals, ulong runSeed)
    {
        (before, with, seed) = (way, scenario, runSeed);
        (beforeOn ??= new(own, onlyBefore)).Set(way, runSeed);
        (withOn ??= new(plan, onlyWith)).Set(scenario, runSeed);
        both.Clear();
        onlyBefore.Clear();
        onlyWith.Clear();
        uint number = from?.Next ?? 0;
        for (int i = 0; from is not null && i < from.Count; i++)
        {
            SimulatedPerson person = from.People[i];
            Traits its = from.TraitsOf(i);
            both.Stands(person);
            Follow(ref person, ref its);
        }
        foreach (OpenSpan span in from?.Spans ?? []) both.Lasts(span);
        for (; arrivals.Next < periods.End; arrivals.MoveOn())
        {
            SimulatedPerson person = SimulatedPerson.New(number++, arrivals.Next);
            Traits its = default;
            if (before.Arrive(ref person, ref its, seed)) Come(ref person, ref its);
        }
        onlyBefore.Add(both);
        onlyWith.Add(both);
        return (onlyBefore, onlyWith);
    }

    private void Come(ref SimulatedPerson person, ref Traits its)
    {
        double now = person.At;
        (int was, int then) = (before.Begin(ref person, ref its, own.Entry, now), with.Begin(ref person, ref its, plan.Entry, now));
        if (was != then)
        {
            Part(person, its, was, then, now);
            return;
        }
        int period = ofDay[(int)now];
        if (Settle(ref person, ref its, was, now, period, RunSeries.Left(ends[period] - now))) Follow(ref person, ref its);
    }

    // As in one arm, for as long as both are the same.
    private void Follow(ref SimulatedPerson person, ref Traits its)
    {
        while (person.At < periods.End)
        {
            double now = person.At;
            int stage = person.Stage, period = ofDay[(int)now];
            long left = RunSeries.Left(ends[period] - now);
            both.Moves++;
            both.Leaves(person, stage, period, left);
            if (!Next(ref person, ref its, stage, now, out int next) || !Settle(ref person, ref its, next, now, period, left)) return;
        }
    }

    private bool Settle(ref SimulatedPerson person, ref Traits its, int next, double now, int period, long left)
    {
        while (next >= 0)
        {
            if (onlyOn[next] != SimulationPlan.Branches && with.KeepsTo(next))
            {
                both.Passes(person, next, period);
                next = onlyOn[next];
                continue;
            }
            if (!Enter(ref person, ref its, next, now, out double days)) return false;
            if (Stay.Begins(both, plan.Lasts, before, seed, ref person, its, next, days, now, period, left)) return true;
            if (!Next(ref person, ref its, next, now, out next)) return false;
        }
        return false;
    }

    // False where the arms part.
    private bool Next(ref SimulatedPerson person, ref Traits its, int stage, double now, out int next)
    {
        next = before.Next(ref person, ref its, stage, now);
        if (!differences.OnLeaving[stage] || !with.Holds(person, its, now)) return true;
        int then = with.Next(ref person, ref its, stage, now);
        if (then == next || Meets(ref person, its, then, next, now)) return true;
        Part(person, its, next, then, now);
        return false;
    }

    // With the scenario the way may take a turn of its own and still come to the same stage: then the life is one again, but for the turns it counted.
    private bool Meets(ref SimulatedPerson person, Traits its, int then, int next, double now)
    {
        SimulatedPerson other = person;
        Span<int> turns = stackalloc int[MostTurns];
        int count = 0;
        while (then >= 0 && then != next && count < MostTurns && differences.IsTurn[then])
        {
            turns[count++] = then;
            if (onlyOn[then] != SimulationPlan.Branches && with.KeepsTo(then))
            {
                then = onlyOn[then];
                continue;
            }
            // A turn met again in one case has chances of its own: what comes after it must not be taken for the other arm's.
            if ((other.Visited >> then & 1) != 0) return false;
            Entering.At(beginsCase[then], seed, with, ref other, ref its, then, now);
            then = with.Next(ref other, ref its, then, now);
        }
        if (then != next) return false;
        for (int i = 0; i < count; i++) onlyWith.Passes(person, turns[i], ofDay[(int)now]);
        person.Visited = other.Visited;
        return true;
    }

    private bool Enter(ref SimulatedPerson person, ref Traits its, int stage, double now, out double days)
    {
        if (!differences.OnEntering[stage] || !with.Holds(person, its, now))
        {
            days = Entering.At(beginsCase[stage], seed, before, ref person, ref its, stage, now);
            return true;
        }
        SimulatedPerson other = person;
        Traits otherIts = its;
        days = Entering.At(beginsCase[stage], seed, before, ref person, ref its, stage, now);
        double otherDays = Entering.At(beginsCase[stage], seed, with, ref other, ref otherIts, stage, now);
        if (!differences.OnRecording[stage] && days == otherDays && person.Took == other.Took && person.Group == other.Group && its == otherIts) return true;
        beforeOn!.GoOnIn(ref person, ref its, stage, days, now);
        withOn!.GoOnIn(ref other, ref otherIts, stage, otherDays, now);
        return false;
    }

    private void Part(SimulatedPerson person, Traits its, int was, int then, double now)
    {
        SimulatedPerson other = person;
        Traits otherIts = its;
        beforeOn!.GoOn(ref person, ref its, was, now);
        withOn!.GoOn(ref other, ref otherIts, then, now);
    }
}
