using Shiremoot.Futures;
using Shiremoot.Futures.Identities;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Identities;

public sealed class IdentityTests
{
    private static readonly Lazy<(Life[] Lives, Identity[] Identities)> Many = new(() => SmallPopulation.People(11, 20_000));

    private static string Told(Identity i) => string.Join('|', i.Forename, i.MiddleName, i.Surname, i.MarriedSurname, i.MarriedOn, i.KnownAs, i.AliasForename, i.AliasSurname,
        i.Pnc, i.Cro, i.PrisonNumber, i.Crn, i.NhsNumber, i.Upn, i.Nino, i.Kinship, i.KinOf, string.Join(';', i.Homes));

    [Fact]
    public void The_same_seed_makes_the_same_people_in_any_order_of_blocks()
    {
        const int Count = 640;
        (Life[] lives, Identity[] identities) = SmallPopulation.People(3, Count);
        (Life[] again, Identity[] others) = ([.. Enumerable.Range(0, Count).Select(_ => new Life())], [.. Enumerable.Range(0, Count).Select(_ => new Identity())]);
        Families families = new(3, SmallPopulation.Defaults.Families, SmallPopulation.Making(3), _ => true);
        for (int block = Count - 64; block >= 0; block -= 64)
        {
            for (int i = block; i < block + 64; i++) SmallPopulation.Live(3, i, again[i]);
            families.Make(again.AsSpan(block, 64), others.AsSpan(block, 64));
        }

        others.Select(Told).ShouldBe(identities.Select(Told));
        again.Select(l => l.BirthDay).ShouldBe(lives.Select(l => l.BirthDay));
        SmallPopulation.People(4, Count).Identities.Select(Told).ShouldNotBe(identities.Select(Told));
    }

    [Fact]
    public void Numbers_are_given_to_those_whose_life_calls_for_them()
    {
        (Life[] lives, Identity[] identities) = Many.Value;
        for (int i = 0; i < lives.Length; i++)
        {
            bool Has(int kind) => lives[i].Events.ToArray().Any(e => e.Kind == kind);
            identities[i].Pnc[..4].ShouldBe($"{Days.Date(lives[i].Events[0].Day).Year}");
            (identities[i].Cro.Length > 0).ShouldBe(Has(SmallPopulation.Sentence));
            (identities[i].PrisonNumber.Length > 0).ShouldBe(Has(SmallPopulation.Custody));
            (identities[i].Crn.Length > 0).ShouldBe(Has(SmallPopulation.Supervision));
            double age = (SmallPopulation.Until - lives[i].BirthDay) / 365.25;
            int born = Days.Date(lives[i].BirthDay).Year;
            if (age is < 15.7 or > 15.8) (identities[i].Nino.Length > 0).ShouldBe(age > 15.75);
            (identities[i].Upn.Length > 0).ShouldBe(born >= 1981);
        }
    }

    [Fact]
    public void Names_follow_habits()
    {
        (Life[] lives, Identity[] identities) = Many.Value;
        int[] british = [.. Enumerable.Range(0, lives.Length).Where(i => lives[i].Ethnicity == 0)];
        ((double)british.Count(i => identities[i].MiddleName.Length > 0) / british.Length).ShouldBeInRange(0.70, 0.76);
        identities.ShouldAllBe(i => i.MiddleName != i.Forename || i.MiddleName.Length == 0);
        for (int i = 0; i < lives.Length; i++)
            if (identities[i].MarriedSurname.Length > 0)
            {
                lives[i].IsFemale.ShouldBeTrue();
                (identities[i].MarriedOn - lives[i].BirthDay).ShouldBeGreaterThanOrEqualTo(16 * 365);
            }

        ((double)identities.Count(i => i.AliasForename.Length > 0) / lives.Length).ShouldBe(SmallPopulation.Defaults.Names.FalseName, 0.006);
        int[] sikhMen = [.. Enumerable.Range(0, lives.Length).Where(i => !lives[i].IsFemale && (identities[i].MiddleName == "Singh" || identities[i].Surname == "Singh"))];
        sikhMen.Length.ShouldBeGreaterThan(200);
        identities.Where((_, i) => !lives[i].IsFemale).ShouldAllBe(i => i.MiddleName != "Kaur" && i.Surname != "Kaur");
    }

    [Fact]
    public void Homes_lie_in_the_district_first_and_have_right_postcodes()
    {
        (Life[] lives, Identity[] identities) = Many.Value;
        Dictionary<string, string> areaOf = new(StringComparer.Ordinal);
        for (int i = 0; i < lives.Length; i++)
        {
            identities[i].Homes[0].From.ShouldBe(lives[i].BirthDay);
            identities[i].Homes[0].SmallArea[5].ShouldBe((char)('0' + lives[i].District));
            for (int h = 1; h < identities[i].Homes.Count; h++) (identities[i].Homes[h].From > identities[i].Homes[h - 1].From).ShouldBeTrue();
            foreach (GeneratedHome home in identities[i].Homes)
            {
                if (areaOf.TryAdd(home.Postcode, home.SmallArea)) home.Postcode.ShouldMatch("^(B|CV|DY|WS|WV)[1-9][0-9]? [0-9][ABD-HJLNP-UW-Z]{2}$");
                else if (areaOf[home.Postcode] != home.SmallArea) home.SmallArea.ShouldBe(areaOf[home.Postcode]);
            }
        }

        // District shares hold over time: a move elsewhere is drawn as the first home is.
        for (int d = 0; d < SmallPopulation.Districts.Length; d++)
        {
            double then = lives.Average(l => l.District == d ? 1.0 : 0), now = identities.Average(i => i.HomeOn(SmallPopulation.Until).SmallArea[5] == '0' + d ? 1.0 : 0);
            now.ShouldBe(then, 0.01);
        }
    }

    [Fact]
    public void More_people_live_where_deprivation_is_worst()
    {
        // In the made-up table the decile is 1 + 7i mod 10 of the area's number within the district.
        (Life[] lives, Identity[] identities) = Many.Value;
        double worst = identities.Average(i => int.Parse(i.Homes[0].SmallArea[6..]) * 7 % 10 == 0 ? 1.0 : 0);
        worst.ShouldBe(SmallPopulation.Defaults.Homes.DecileOdds[0] / SmallPopulation.Defaults.Homes.DecileOdds.Sum(), 0.015);
    }
}
