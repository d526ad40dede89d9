using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>The world with a scenario: whom and when it holds for go by its model, everyone else by the one before.</summary>
internal readonly struct TwoPaths<TPath>(TPath before, TPath after, Rollout rollout) : IPath
    where TPath : struct, IPath
{
    private readonly TPath before = before, after = after;
    private readonly Rollout rollout = rollout;

    public void Arrive(ref SimulatedPerson person, ref Traits traits, ulong seed) => before.Arrive(ref person, ref traits, seed);

    public double Enter(ref SimulatedPerson person, ref Traits traits, int stage, double now, ref Chance chance) =>
        rollout.Holds(person, traits, now) ? after.Enter(ref person, ref traits, stage, now, ref chance) : before.Enter(ref person, ref traits, stage, now, ref chance);

    public int Next(ref SimulatedPerson person, ref Traits traits, int stage, double now) =>
        rollout.Holds(person, traits, now) ? after.Next(ref person, ref traits, stage, now) : before.Next(ref person, ref traits, stage, now);
}
