using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>Whom a scenario holds for, and when: in its first years for a share of them that grows evenly, the same people at every moment.</summary>
internal readonly struct Rollout
{
    private const double DaysAYear = 365, DaysOfAge = 365.25;
    private const uint Purpose = uint.MaxValue - 2;
    private readonly double begins, ends, full, from, under;
    private readonly ulong sexMask, sexIs, needs;
    private readonly int sanctions, needsAtLeast;
    private readonly ulong seed;
    private readonly bool ramps, isEveryone;

    public Rollout(Scenario scenario, SystemModel model, double warmUpDays, ulong seed)
    {
        ScenarioAudience who = scenario.Who;
        begins = warmUpDays + (scenario.FromYear * DaysAYear);
        ends = scenario.UntilYear is { } until ? warmUpDays + (until * DaysAYear) : double.PositiveInfinity;
        full = begins + (scenario.RampYears * DaysAYear);
        ramps = scenario.RampYears > 0;
        (from, under) = (who.FromAge * DaysOfAge, who.UnderAge * DaysOfAge);
        const ulong Female = 1UL << Covariates.Female;
        (sexMask, sexIs) = who.Female switch { true => (Female, Female), false => (Female, 0UL), _ => (0UL, 0UL) };
        for (int i = 0; i < model.Needs.Count; i++)
            if (who.Needs.Contains(model.Needs[i].Id)) needs |= 1UL << (Covariates.Standing.Count + i);
        (sanctions, needsAtLeast) = (who.Sanctions, who.NeedsAtLeast);
        isEveryone = who.IsEveryone;
        this.seed = seed;
    }

    public bool Holds(in SimulatedPerson person, in Traits traits, double now)
    {
        if (now < begins || now >= ends) return false;
        if (!isEveryone && !IsFor(traits, now)) return false;
        if (!ramps || now >= full) return true;
        Chance turn = new(seed, person.Number, Purpose);
        return turn.Share() < (now - begins) / (full - begins);
    }

    private bool IsFor(in Traits traits, double now)
    {
        if ((traits.Is & sexMask) != sexIs || traits.Sanctions < sanctions) return false;
        double age = now - traits.Birth;
        return age >= from && age < under && (needs == 0 || System.Numerics.BitOperations.PopCount(traits.Is & needs) >= needsAtLeast);
    }
}
