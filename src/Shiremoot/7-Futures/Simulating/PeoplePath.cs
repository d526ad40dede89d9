using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>People differ, and what they are and have been through decides where they go: the same rules as lives are made by, one stay at a time.</summary>
internal readonly struct PeoplePath(PeoplePlan plan) : IPath
{
    private const double DaysAYear = 365.25;
    private const uint WhoPurpose = uint.MaxValue - 1;
    private const ulong Child = 1UL << Covariates.Child, YoungAdult = 1UL << Covariates.YoungAdult, Female = 1UL << Covariates.Female, First = 1UL << Covariates.First;
    private readonly ServiceRoom?[] rooms = plan.NewRooms();
    private readonly double[] room = new double[Math.Max(plan.Groups.Count, plan.Ways.Max(w => w.Count))];

    public bool Arrive(ref SimulatedPerson person, ref Traits traits, ulong seed)
    {
        ModelEntry entry = plan.Model.Entry;
        Chance chance = new(seed, person.Number, WhoPurpose);
        int sex = chance.Happens(entry.Women) ? 1 : 0;
        AgeShare band = AgeShare.At(plan.AgeBands[sex], chance.Share());
        traits.Birth = person.At - ((band.From + ((band.Until - band.From) * chance.Share())) * DaysAYear);
        traits.Is = First | (sex == 1 ? Female : 0);
        // Sex and age rule most people out: no more is drawn of them.
        if (plan.Only is { } some && !some.MayHoldBySexAndAge(traits, Math.Max(person.At, plan.FirstDay))) return false;
        double vulnerability = chance.Normal(), with = entry.FrailtyWithVulnerability, spread = entry.FrailtySpread;
        traits.Vulnerability = (float)vulnerability;
        // As in lives: those who come back often are met more often, so the mean is set to be near 0 among contacts.
        traits.Frailty = (float)((spread * ((with * vulnerability) + (Math.Sqrt(1 - (with * with)) * chance.Normal()))) - (spread * spread));
        double[] thresholds = plan.Thresholds[sex];
        for (int i = 0; i < thresholds.Length; i++)
        {
            double loading = plan.Model.Needs[i].Loading;
            if ((Math.Sqrt(1 - (loading * loading)) * chance.Normal()) - (loading * vulnerability) < thresholds[i]) traits.Is |= 1UL << (plan.FirstNeed + i);
        }
        (traits.Sanctions, traits.SentenceDays, traits.FirstSanction) = (0, 0, 0);
        person.Group = GroupOf(traits.Is, AgeAt(traits, person.At));
        return plan.Only is not { } only || only.MayHoldByNeeds(traits);
    }

    public bool KeepsTo(int stage) => true;

    public int Begin(ref SimulatedPerson person, ref Traits traits, int entry, double now) => entry;

    public double Enter(ref SimulatedPerson person, ref Traits traits, int stage, double now, ref Chance chance)
    {
        ModelStage its = plan.Stages[stage];
        if (its.IsOffence) Offend(ref person, ref traits, now, ref chance);
        if (its.Sentence is { } length) traits.SentenceDays = (ushort)Math.Clamp(length.Draw(ref chance), 1, ushort.MaxValue);
        if (its.IsProof) Prove(ref traits, now);
        double days = plan.Plan.Days[stage] is { } lasting ? lasting.Draw(ref chance) : its.Served * traits.SentenceDays;
        // What is offered helps until the next sanction: then it is offered anew.
        if (its.After >= 0) traits.Is = (traits.Is & ~(plan.After | plan.Served)) | (1UL << its.After);
        foreach (OfferOdds offer in plan.Offers[stage])
        {
            if (offer.Offer.Need >= 0 && (traits.Is >> (plan.FirstNeed + offer.Offer.Need) & 1) == 0) continue;
            ulong isSo = traits.Is | AgeBits(traits, now);
            double odds = offer.Offer.Share / Math.Max(1e-12, 1 - offer.Offer.Share) * offer.Odds.Of(isSo, new Sized(traits, now));
            if (!chance.Happens(odds / (1 + odds))) continue;
            if (rooms[offer.Service] is { } full)
            {
                if (!full.HasPlace(now)) continue;
                full.Take(now + offer.Offer.Lasts.Draw(ref chance));
            }
            traits.Is |= 1UL << offer.Offer.Covariate;
            person.Took |= offer.Bit;
        }
        return days;
    }

    public int Next(ref SimulatedPerson person, ref Traits traits, int stage, double now)
    {
        WayChoice ways = plan.Ways[stage];
        if (ways.IsFixed) return ways.Only;
        if (AgeAt(traits, now) > plan.Model.Entry.LastAge) return -1;
        ulong isSo = traits.Is | AgeBits(traits, now);
        return ways.Choose(isSo, ways.UsesSizes ? new Sized(traits, now) : default, (person.Luck + 0.5) * (1 / 4294967296.0), room);
    }

    private void Offend(ref SimulatedPerson person, ref Traits traits, double now, ref Chance chance)
    {
        bool again = (traits.Is & plan.OffenceGroups) != 0 && chance.Happens(plan.Model.SameOffenceAgain);
        double age = AgeAt(traits, now);
        if (!again)
        {
            ulong isSo = traits.Is | AgeBits(traits, now);
            int group = plan.Groups.Choose(isSo, new Sized(traits, now), chance.Share(), room);
            traits.Is = (traits.Is & ~plan.OffenceGroups) | (1UL << (plan.FirstGroup + group));
        }
        traits.SentenceDays = 0;
        person.Group = GroupOf(traits.Is, age);
    }

    private static void Prove(ref Traits traits, double now)
    {
        if (traits.Sanctions++ == 0) traits.FirstSanction = (float)now;
        traits.Is &= ~First;
    }

    private static double AgeAt(in Traits traits, double now) => (now - traits.Birth) / DaysAYear;

    private static ulong AgeBits(in Traits traits, double now) => AgeAt(traits, now) switch { < 18 => Child, < 21 => YoungAdult, _ => 0 };

    private static short GroupOf(ulong isSo, double age) => (short)(((isSo & Female) != 0 ? 3 : 0) + (age switch { < 18 => 0, < 25 => 1, _ => 2 }));
}
