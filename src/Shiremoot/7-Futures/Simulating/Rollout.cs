using System.Numerics;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>Whom a scenario holds for, and when: in its first years, and while it is wound down, for a share of them that grows or falls evenly, the same people at every moment.</summary>
internal readonly struct Rollout
{
    private const double DaysAYear = 365, DaysOfAge = Traits.DaysAYear;
    private const uint Purpose = uint.MaxValue - 2;
    private readonly double begins, ends, full, fades, from, under;
    private readonly ulong sexMask, sexIs, needs;
    private readonly int sanctions, needsAtLeast;
    private readonly ulong seed;
    private readonly bool ramps, isEveryone;

    public Rollout(Scenario scenario, SystemModel model, double warmUpDays, ulong seed)
        : this(scenario.Who, model)
    {
        begins = warmUpDays + (scenario.FromYear * DaysAYear);
        fades = scenario.UntilYear is { } until ? warmUpDays + (until * DaysAYear) : double.PositiveInfinity;
        ends = fades + (scenario.FadeYears * DaysAYear);
        full = begins + (scenario.RampYears * DaysAYear);
        ramps = scenario.RampYears > 0;
        this.seed = seed;
    }

    /// <summary>An audience by itself, at all times.</summary>
    public Rollout(ScenarioAudience who, SystemModel model)
    {
        (begins, ends, full, fades) = (double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity);
        (from, under) = (who.FromAge * DaysOfAge, who.UnderAge * DaysOfAge);
        const ulong Female = 1UL << Covariates.Female;
        (sexMask, sexIs) = who.Female switch { true => (Female, Female), false => (Female, 0UL), _ => (0UL, 0UL) };
        for (int i = 0; i < model.Needs.Count; i++)
            if (who.Needs.Contains(model.Needs[i].Id)) needs |= 1UL << (Covariates.Standing.Count + i);
        (sanctions, needsAtLeast) = (who.Sanctions, who.NeedsAtLeast);
        isEveryone = who.IsEveryone;
    }

    /// <summary>Whom alone a simulation is asked to follow; null for everyone.</summary>
    public static Rollout? Whom(SimulationAsked asked, SystemModel model) => asked.Only is null or { IsEveryone: true } ? null : new(asked.Only, model);

    public bool Holds(in SimulatedPerson person, in Traits traits, double now)
    {
        if (now < begins || now >= ends) return false;
        if (!isEveryone && !IsFor(traits, now)) return false;
        // From its end on it reaches nobody new: it is wound down from as far as it had come.
        double reached = Math.Min(now, fades);
        bool isGrowing = ramps && reached < full;
        if (!isGrowing && now < fades) return true;
        double share = isGrowing ? (reached - begins) / (full - begins) : 1;
        if (now >= fades) share *= (ends - now) / (ends - fades);
        Chance turn = new(seed, person.Number, Purpose);
        return turn.Share() < share;
    }

    /// <summary>A number between 0 and 1 that is this person's for this turning at this point of this case.</summary>
    public double LuckOf(in SimulatedPerson person, int stage)
    {
        Chance turn = new(seed, person.Number | ((ulong)person.Case << 32) | ((ulong)person.Repeat << 48), Purpose - 2 - (uint)(stage + 1));
        return turn.Share();
    }

    /// <summary>Whether it may hold of this person now or later, by sex and age: they are not too old.</summary>
    public bool MayHoldBySexAndAge(in Traits traits, double now) => isEveryone || ((traits.Is & sexMask) == sexIs && now - traits.Birth < under);

    /// <summary>Whether it may hold of this person by their needs, which last.</summary>
    public bool MayHoldByNeeds(in Traits traits) => isEveryone || HasNeeds(traits);

    private bool HasNeeds(in Traits traits) => needs == 0 || BitOperations.PopCount(traits.Is & needs) >= needsAtLeast;

    private bool IsFor(in Traits traits, double now)
    {
        if ((traits.Is & sexMask) != sexIs || traits.Sanctions < sanctions) return false;
        double age = now - traits.Birth;
        return age >= from && age < under && HasNeeds(traits);
    }
}
