using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>The world with a scenario: whom and when it holds for go by its model, everyone else by the one before.</summary>
internal readonly struct TwoPaths<TPath>(TPath before, TPath after, Rollout rollout, Turning turning) : IPath
    where TPath : struct, IPath
{
    private const int ComingIn = -1;
    private readonly TPath before = before, after = after;
    private readonly Rollout rollout = rollout;

    public bool Arrive(ref SimulatedPerson person, ref Traits traits, ulong seed) => before.Arrive(ref person, ref traits, seed);

    /// <summary>Whether the scenario holds for somebody now.</summary>
    public bool Holds(in SimulatedPerson person, in Traits traits, double now) => rollout.Holds(person, traits, now);

    public ServiceRoom?[] Rooms => before.Rooms;

    // Its one way on is the scenario's; before it the stage may have led elsewhere, or be where people are turned.
    public bool KeepsTo(int stage) => turning.KeepsTo[stage];

    public int Begin(ref SimulatedPerson person, ref Traits traits, int entry, double now) =>
        turning.Prevented > 0 && rollout.Holds(person, traits, now) && rollout.LuckOf(person, ComingIn) < turning.Prevented ? -1 : entry;

    public double Enter(ref SimulatedPerson person, ref Traits traits, int stage, double now, ref Chance chance) =>
        rollout.Holds(person, traits, now) ? after.Enter(ref person, ref traits, stage, now, ref chance) : before.Enter(ref person, ref traits, stage, now, ref chance);

    public Spans SpansOf(in SimulatedPerson person, in Traits traits, double now) =>
        rollout.Holds(person, traits, now) ? after.SpansOf(person, traits, now) : before.SpansOf(person, traits, now);

    public int Next(ref SimulatedPerson person, ref Traits traits, int stage, double now)
    {
        if (!rollout.Holds(person, traits, now)) return before.Next(ref person, ref traits, stage, now);
        int next = after.Next(ref person, ref traits, stage, now);
        return next >= 0 && turning.Turns(next) ? turning.Turned(stage, next, rollout.LuckOf(person, next)) : next;
    }
}
