using Shiremoot.Futures;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Where generated people are held: by sex and age, in sites that are open, the nearer the likelier.</summary>
public sealed class WhereaboutsTests
{
    private static readonly SecureSites Sites = SecureSites.Read(TheVocabulary.Folder, TheVocabulary.Read, TheVocabulary.Geography).Value;
    private static readonly AreaCentres Centres = TheVocabulary.Geography.Centres().Value;

    [Theory]
    [InlineData(30, true, SiteHolds.Women, SiteHolds.Women)]
    [InlineData(30, false, SiteHolds.Men, SiteHolds.Men)]
    [InlineData(16, false, SiteHolds.Boys, SiteHolds.Children)]
    [InlineData(16, true, SiteHolds.Children, SiteHolds.Children)]
    [InlineData(12, false, SiteHolds.Children, SiteHolds.Children)]
    public void People_are_held_where_such_people_are(int age, bool isFemale, SiteHolds one, SiteHolds other) =>
        Draw(2015, age, isFemale, 50).ShouldAllBe(s => s.Holds == one || s.Holds == other);

    [Fact]
    public void A_site_that_has_closed_or_is_not_open_yet_takes_nobody()
    {
        Draw(2023, 16, true, 500).ShouldNotContain(s => s.Closed != null && s.Closed.Value.Year < 2023);
        Draw(2015, 30, false, 500).ShouldNotContain(s => s.Opened != null);
        Draw(2019, 16, true, 500).ShouldContain(s => s.Name == "Rainsbrook");
    }

    [Fact]
    public void The_weight_of_a_site_falls_to_a_third_over_the_scale()
    {
        SecureSite[] drawn = Draw(2015, 30, true, 60);
        (double near, double far) = (drawn.Count(s => s.Name == "Drake Hall"), drawn.Count(s => s.Name == "Styal"));
        double way = Centres.Kilometres("E08000025", Sites.Find("Styal")!.Authority) - Centres.Kilometres("E08000025", Sites.Find("Drake Hall")!.Authority);
        Math.Log(near / far).ShouldBe(way / 60, 0.1);
    }

    private static SecureSite[] Draw(int year, int age, bool isFemale, double scale)
    {
        SiteTables tables = new Whereabouts([new("E08000025", "Birmingham", 1, 1, ["B"])], Sites, Centres).Held(scale, 2014, 2024);
        SecureSite[] drawn = new SecureSite[20_000];
        for (int i = 0; i < drawn.Length; i++)
        {
            Chance chance = new(1, (ulong)i, 1);
            drawn[i] = Sites.All[tables.Draw(0, year, age, isFemale, ref chance)];
        }
        return drawn;
    }
}
