using Shiremoot.Futures;
using Shiremoot.Futures.Identities;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Identities;

public sealed class FamiliesTests
{
    private const int People = 64_000;
    private static readonly Lazy<(Life[] Lives, Identity[] Identities)> Many = new(() => SmallPopulation.People(21, People));

    private static IEnumerable<(Life Life, Identity Who, Life Other, Identity Kin)> Of(Kinship kinship)
    {
        (Life[] lives, Identity[] identities) = Many.Value;
        for (int i = 0; i < People; i++)
            if (identities[i].Kinship == kinship) yield return (lives[i], identities[i], lives[identities[i].KinOf], identities[identities[i].KinOf]);
    }

    [Fact]
    public void Relations_come_at_their_shares()
    {
        ((double)Of(Kinship.Twin).Count() / People).ShouldBe(SmallPopulation.Defaults.Families.Twins, 0.0015);
        ((double)Of(Kinship.Sibling).Count() / People).ShouldBe(SmallPopulation.Defaults.Families.Siblings, 0.003);
        ((double)(Of(Kinship.Parent).Count() + Of(Kinship.Child).Count()) / People).ShouldBe(SmallPopulation.Defaults.Families.Parents, 0.003);
        ((double)Of(Kinship.Partner).Count() / People).ShouldBe(SmallPopulation.Defaults.Families.Partners, 0.003);
    }

    [Fact]
    public void Twins_share_birth_date_home_and_name_but_not_forename_or_numbers()
    {
        foreach ((Life life, Identity who, Life other, Identity kin) in Of(Kinship.Twin))
        {
            life.BirthDay.ShouldBe(other.BirthDay);
            who.Homes[0].ShouldBe(kin.Homes[0]);
            who.Forename.ShouldNotBe(kin.Forename);
            if (life.IsFemale == other.IsFemale) who.Surname.ShouldBe(kin.Surname);
            who.NhsNumber.ShouldNotBe(kin.NhsNumber);
            who.Pnc.ShouldNotBe(kin.Pnc);
            life.Events[0].Day.ShouldBeGreaterThan(life.BirthDay);
        }
    }

    [Fact]
    public void A_stated_share_of_kin_by_birth_always_live_at_one_address_children_more_often()
    {
        var kin = new[] { Kinship.Twin, Kinship.Sibling, Kinship.Child }.SelectMany(Of).ToList();
        foreach ((bool isChild, double share) in new[] { (true, SmallPopulation.Defaults.Families.ChildrenAtOneHome), (false, SmallPopulation.Defaults.Families.AdultsAtOneHome) })
        {
            // Who never moves lives with them too, whatever was drawn: so those are asked who moved.
            var moved = kin.Where(k => IdentityMaking.IsChildAtFirst(k.Life) == isChild && (k.Who.Homes.Count > 1 || k.Kin.Homes.Count > 1)).ToList();
            int together = moved.Count(k => k.Who.Homes[^1] == k.Kin.Homes[^1] && k.Who.HomeOn(SmallPopulation.From).Address == k.Kin.HomeOn(SmallPopulation.From).Address);
            moved.Count.ShouldBeGreaterThan(300);
            ((double)together / moved.Count).ShouldBe(share, 4 * Math.Sqrt(share * (1 - share) / moved.Count) + 0.05); // one of two apart may never move: fewer of those together are asked
        }
    }

    [Fact]
    public void Kin_stand_to_each_other_both_ways_in_one_district_and_class()
    {
        foreach (Kinship kinship in (Kinship[])[Kinship.Twin, Kinship.Sibling, Kinship.Parent, Kinship.Child, Kinship.Partner])
            foreach ((Life life, Identity who, Life other, Identity kin) in Of(kinship))
            {
                kin.KinOf.ShouldBe(life.Person);
                kin.Kinship.ShouldBe(kinship switch { Kinship.Parent => Kinship.Child, Kinship.Child => Kinship.Parent, _ => kinship });
                (life.District, life.Ethnicity).ShouldBe((other.District, other.Ethnicity));
                IdentityMaking.IsChildAtFirst(life).ShouldBe(IdentityMaking.IsChildAtFirst(other));
            }
    }

    [Fact]
    public void Ages_fit_the_relation()
    {
        Of(Kinship.Sibling).ShouldAllBe(p => Math.Abs(p.Life.BirthDay - p.Other.BirthDay) / 365.25 >= 1 && Math.Abs(p.Life.BirthDay - p.Other.BirthDay) / 365.25 <= 12);
        Of(Kinship.Parent).ShouldAllBe(p => (p.Other.BirthDay - p.Life.BirthDay) / 365.25 >= 17 && (p.Other.BirthDay - p.Life.BirthDay) / 365.25 <= 40);
        Of(Kinship.Partner).ShouldAllBe(p => p.Who.HomeOn(SmallPopulation.Until).Address == p.Kin.HomeOn(SmallPopulation.Until).Address);
    }

    [Fact]
    public void A_twin_whose_shifted_life_cannot_stand_is_left_as_it_was()
    {
        (Life[] lives, Identity[] identities) = ([.. Enumerable.Range(0, 64).Select(_ => new Life())], [.. Enumerable.Range(0, 64).Select(_ => new Identity())]);
        for (int i = 0; i < 64; i++) SmallPopulation.Live(5, i, lives[i]);
        int[] births = [.. lives.Select(l => l.BirthDay)];
        new Families(5, new FamilySettings(1, 0, 0, 0, 0, 0, 0), SmallPopulation.Making(5), _ => false).Make(lives, identities);
        lives.Select(l => l.BirthDay).ShouldBe(births);
        identities.ShouldAllBe(i => i.Kinship == Kinship.None && i.KinOf == -1);
    }
}
