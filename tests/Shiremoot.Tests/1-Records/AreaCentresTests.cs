using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

/// <summary>Distances between areas, against distances known from outside.</summary>
public sealed class AreaCentresTests
{
    private const string Header = "code,latitude,longitude\n";

    [Theory]
    [InlineData("L,51.5074,-0.1278\nP,48.8566,2.3522\n", "L", "P", 343.6, 0.3)] // London to Paris
    [InlineData("E,0,0\nN,90,0\n", "E", "N", 10007.6, 0.1)] // a quarter of the earth's girth
    [InlineData("A,10,-179.5\nB,10,179.5\n", "A", "B", 109.5, 0.1)] // over the date line
    [InlineData("A,52,-1\nB,52,-1\n", "A", "B", 0, 1e-9)]
    public void Distances_are_those_of_the_great_circle(string rows, string from, string to, double kilometres, double within)
    {
        AreaCentres centres = Read(Header + rows).Value;
        centres.Kilometres(from, to).ShouldBe(kilometres, within);
        centres.Kilometres(to, from).ShouldBe(centres.Kilometres(from, to), 1e-9);
    }

    [Fact]
    public void Every_authority_has_a_centre_and_they_lie_as_far_apart_as_a_map_says()
    {
        AreaCentres centres = TheVocabulary.Geography.Centres().Value;
        TheVocabulary.Geography.All(AreaKind.LocalAuthority).ShouldAllBe(a => centres.Knows(a.Code));
        centres.Kilometres("E08000025", "E08000026").ShouldBe(26, 3); // Birmingham and Coventry
        centres.Kilometres("E06000052", "E06000057").ShouldBe(600, 25); // Cornwall and Northumberland
        centres.Kilometres("E08000025", "nowhere").ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData("A,91,0\n", "degrees")]
    [InlineData("A,,0\n", "degrees")]
    [InlineData("A,1,1\nA,2,2\n", "twice")]
    public void Bad_centres_are_refused_with_their_line(string rows, string says)
    {
        Read(Header + rows).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldContain(d => d.Contains("centres.csv:", StringComparison.Ordinal) && d.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Secure_sites_stand_in_authorities_whose_centres_are_known()
    {
        SecureSites sites = SecureSites.Read(TheVocabulary.Folder, TheVocabulary.Read, TheVocabulary.Geography).Value;
        AreaCentres centres = TheVocabulary.Geography.Centres().Value;
        sites.All.ShouldAllBe(s => centres.Knows(s.Authority));
        sites.Find("  foston HALL ")!.Holds.ShouldBe(SiteHolds.Women);
        foreach (SiteHolds holds in Enum.GetValues<SiteHolds>()) sites.All.ShouldContain(s => s.Holds == holds && s.Closed == null);
    }

    private static Outcome<AreaCentres> Read(string text)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllText(path, text);
            return AreaCentres.Read(path, "centres.csv");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
