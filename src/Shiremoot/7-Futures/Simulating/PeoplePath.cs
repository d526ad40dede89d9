using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>People differ, and what they are and have been through decides where they go: the rules by which lives are made, one stay at a time.</summary>
/// <param name="plan">What people differ by.</param>
/// <param name="rooms">By service: who holds its places; null for services with room for all.</param>
internal readonly struct PeoplePath(PeoplePlan plan, ServiceRoom?[] rooms) : IPath
{
    /// <summary>Names the stream that decides who somebody is.</summary>
    public const uint WhoPurpose = uint.MaxValue - 1;

    private const int AdultAge = 18;

    private readonly PersonRules rules = plan.Rules;
    private readonly HomeGroups? homes = plan.CountedBy;
    private readonly bool[] isOffence = plan.IsOffence;
    private readonly ServiceRoom?[] rooms = rooms;
    private readonly double[] room = plan.Rules.NewRoom();

    public PeoplePath(PeoplePlan plan)
        : this(plan, plan.NewRooms())
    {
    }

    public bool Arrive(ref SimulatedPerson person, ref Traits traits, ulong seed)
    {
        Chance chance = new(seed, person.Number, WhoPurpose);
        rules.ComeIn(ref traits, person.At, ref chance);
        // Sex and age rule most people out: no more is drawn of them.
        if (plan.Only is { } some && !some.MayHoldBySexAndAge(traits, Math.Max(person.At, plan.FirstDay))) return false;
        rules.Endow(ref traits, ref chance);
        person.Group = homes is null ? GroupOf(traits, person.At) : homes.Of(traits.AgeAt(person.At) < AdultAge, person.Number, seed);
        return plan.Only is not { } only || only.MayHoldByNeeds(traits);
    }

    public ServiceRoom?[] Rooms => rooms;

    public bool KeepsTo(int stage) => true;

    public int Begin(ref SimulatedPerson person, ref Traits traits, int entry, double now) => entry;

    public double Enter(ref SimulatedPerson person, ref Traits traits, int stage, double now, ref Chance chance)
    {
        rules.Enter(ref traits, stage, now, ref chance, room);
        if (isOffence[stage] && homes is null) person.Group = GroupOf(traits, now);
        double days = rules.Stay(traits, stage, ref chance);
        OfferOdds[] offers = rules.Offers[stage];
        for (int i = 0; i < offers.Length; i++)
        {
            if (!offers[i].IsTakenUp(traits, now, ref chance)) continue;
            int service = plan.Service[stage][i];
            if (offers[i].Offer.Places is { } places && rooms[service] is { } full)
            {
                if (!full.HasPlace(now, places)) continue;
                full.Take(now + offers[i].Offer.Lasts.Draw(ref chance));
            }
            traits.Is |= offers[i].Served;
            person.Took |= 1u << service;
        }
        return days;
    }

    public Spans SpansOf(in SimulatedPerson person, in Traits traits, double now) => plan.Spans;

    public int Next(ref SimulatedPerson person, ref Traits traits, int stage, double now) => rules.Next(traits, stage, now, (person.Luck + 0.5) * (1 / 4294967296.0), room);

    private static short GroupOf(in Traits traits, double now) => (short)((PersonRules.IsFemale(traits) ? 3 : 0) + (traits.AgeAt(now) switch { < AdultAge => 0, < 25 => 1, _ => 2 }));
}
