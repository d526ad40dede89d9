using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

public sealed class GeographyTests
{
    private static readonly string[] WestMidlands = ["Birmingham", "Coventry", "Dudley", "Sandwell", "Solihull", "Walsall", "Wolverhampton"];

    private static Geography Areas => TheVocabulary.Geography;

    [Theory]
    [InlineData("E47000007")] // the combined authority
    [InlineData("E23000014")] // the police force
    public void The_west_midlands_has_seven_councils(string code) =>
        Areas.Children(code, AreaKind.LocalAuthority).Select(a => a.Name).ShouldBe(WestMidlands);

    [Fact]
    public void England_and_wales_have_43_forces_9_regions_and_318_councils()
    {
        Areas.All(AreaKind.PoliceForce).Count.ShouldBe(43);
        Areas.All(AreaKind.Region).Count.ShouldBe(9);
        Areas.All(AreaKind.LocalAuthority).Count.ShouldBe(318);
        Areas.Children("K04000001", AreaKind.LocalAuthority).Count.ShouldBe(318);
        Areas.Children("W92000004", AreaKind.LocalAuthority).Count.ShouldBe(22);
        Areas.Children("E92000001", AreaKind.PoliceForce).Count.ShouldBe(39);
    }

    [Theory]
    [InlineData("E08000025", AreaKind.PoliceForce, "E23000014")]
    [InlineData("E08000025", AreaKind.CombinedAuthority, "E47000007")]
    [InlineData("E08000025", AreaKind.Region, "E12000005")]
    [InlineData("E08000025", AreaKind.Country, "E92000001")]
    [InlineData("W06000015", AreaKind.Country, "W92000004")]
    [InlineData("E23000014", AreaKind.Region, "E12000005")]
    [InlineData("E23000009", AreaKind.CombinedAuthority, "E47000012")]
    [InlineData("E06000057", AreaKind.CombinedAuthority, "E47000014")] // Northumberland, once of North of Tyne
    [InlineData("E07000032", AreaKind.County, "E10000007")]
    public void An_area_lies_in_the_areas_above_it(string code, AreaKind kind, string parent) =>
        Areas.Parents(code, kind).Select(a => a.Code).ShouldBe([parent]);

    [Fact]
    public void A_region_holds_the_forces_that_lie_wholly_in_it() =>
        Areas.Children("E12000005", AreaKind.PoliceForce).Select(a => a.Name).ShouldBe(["Staffordshire", "Warwickshire", "West Mercia", "West Midlands"], ignoreOrder: true);

    [Theory]
    [InlineData("Avon & Somerset", AreaKind.PoliceForce, "E23000036")]
    [InlineData("Avon and Somerset Constabulary", AreaKind.PoliceForce, "E23000036")]
    [InlineData("devon and cornwall", AreaKind.PoliceForce, "E23000035")]
    [InlineData("Dyfed Powys", AreaKind.PoliceForce, "W15000004")]
    [InlineData("City of London", AreaKind.PoliceForce, "E23000034")]
    [InlineData("Metropolitan Police Service", AreaKind.PoliceForce, "E23000001")]
    [InlineData("West Midlands", AreaKind.PoliceForce, "E23000014")]
    [InlineData("West Midlands", AreaKind.CombinedAuthority, "E47000007")]
    [InlineData("WEST MIDLANDS COMBINED AUTHORITY", AreaKind.CombinedAuthority, "E47000007")]
    [InlineData("West Midlands", AreaKind.Region, "E12000005")]
    [InlineData("Birmingham City Council", AreaKind.LocalAuthority, "E08000025")]
    [InlineData("Bristol", AreaKind.LocalAuthority, "E06000023")]
    [InlineData("City of Bristol", AreaKind.LocalAuthority, "E06000023")]
    [InlineData("St. Helens", AreaKind.LocalAuthority, "E08000013")]
    [InlineData("Durham", AreaKind.LocalAuthority, "E06000047")]
    [InlineData("Kings Lynn and West Norfolk", AreaKind.LocalAuthority, "E07000146")]
    [InlineData("North Yorkshire", AreaKind.LocalAuthority, "E06000065")]
    public void A_name_is_known_in_the_ways_it_is_written(string name, AreaKind kind, string code)
    {
        Areas.TryFindByName(name, kind, out Area? area).ShouldBeTrue();
        area.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("", AreaKind.LocalAuthority)]
    [InlineData("Atlantis", AreaKind.LocalAuthority)]
    [InlineData("Birmingham", AreaKind.PoliceForce)]
    [InlineData("Council", AreaKind.LocalAuthority)]
    public void A_name_of_nothing_finds_nothing(string name, AreaKind kind) => Areas.TryFindByName(name, kind, out _).ShouldBeFalse();

    [Theory]
    [InlineData(330, "E08000025")]
    [InlineData(331, "E08000026")]
    [InlineData(881, "E10000012")]
    [InlineData(815, "E06000065")]
    [InlineData(970, "E92000001")]
    [InlineData(373, "E08000019")]
    public void A_council_is_known_by_the_number_education_gives_it(int number, string code)
    {
        Areas.TryFindByEducationNumber(number, out Area? area).ShouldBeTrue();
        area.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("E08000025", "E08000025")]
    [InlineData("E07000164", "E06000065")] // Hambleton -> North Yorkshire
    [InlineData("E07000190", "E06000066")] // Taunton Deane -> Somerset West and Taunton -> Somerset
    [InlineData("E10000006", "E06000063 E06000064")] // Cumbria was cut in two
    [InlineData("E08000039", "E08000019")] // the code of 2025 for Sheffield
    [InlineData("E47000011", "E47000014")]
    [InlineData("E08009999", "")]
    public void A_retired_code_leads_to_what_took_its_place(string code, string now) =>
        Areas.InUse(code).Select(a => a.Code).ShouldBe(now.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_retired_county_stands_for_the_councils_that_took_its_place() =>
        Areas.Parents("E10000023", AreaKind.PoliceForce).Select(a => a.Name).ShouldBe(["North Yorkshire"]);

    [Fact]
    public void A_new_council_knows_the_districts_it_took_the_place_of()
    {
        Areas.Predecessors("E06000065").Select(a => a.Name).ShouldBe(["Craven", "Hambleton", "Harrogate", "Richmondshire", "Ryedale", "Scarborough", "Selby"]);
        Areas.Predecessors("E07000246").Select(a => a.Name).ShouldBe(["Taunton Deane", "West Somerset"]);
        Areas.Predecessors("E08000025").ShouldBeEmpty();
        Areas.Predecessors("E99999999").ShouldBeEmpty();
    }

    [Fact]
    public void Every_council_has_one_force_one_country_and_at_most_one_combined_authority()
    {
        foreach (Area la in Areas.All(AreaKind.LocalAuthority))
        {
            Areas.Parents(la.Code, AreaKind.PoliceForce).Count.ShouldBe(1, la.Name);
            Areas.Parents(la.Code, AreaKind.Country).Count.ShouldBe(1, la.Name);
            Areas.Parents(la.Code, AreaKind.CombinedAuthority).Count.ShouldBeLessThanOrEqualTo(1, la.Name);
        }
    }

    [Fact]
    public void Small_areas_are_read_when_asked_for()
    {
        SmallAreas small = Areas.SmallAreas().Value;
        small.Count.ShouldBe(35672);
        small.In("E08000025").Count.ShouldBe(659);
        small.TryFind("E01008881", out SmallArea lsoa).ShouldBeTrue();
        lsoa.ShouldBe(new SmallArea("E01008881", "Birmingham 067A", "E05011186", "Yardley West & Stechford", "E08000025"));
        small.TryFindWard("E05011186", out string? ward).ShouldBeTrue();
        ward.ShouldBe("Yardley West & Stechford");
        small.TryFind("E01999999", out _).ShouldBeFalse();
        small.TryFind("E08000025", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("E01011949", LsoaChange.Unchanged, "E01011949")]
    [InlineData("E01033468", LsoaChange.Split, "E01035189 E01035190")]
    [InlineData("E01011973", LsoaChange.Merged, "E01035188")]
    [InlineData("E01011976", LsoaChange.Merged, "E01035188")]
    [InlineData("E01008187", LsoaChange.Irregular, "E01035624 E01035637")]
    public void An_LSOA_of_2011_leads_to_those_of_2021(string code, LsoaChange how, string became)
    {
        Areas.SmallAreas().Value.TryChange(code, out LsoaChange change, out IReadOnlyList<string> now).ShouldBeTrue();
        change.ShouldBe(how);
        now.ShouldBe(became.Split(' '), ignoreOrder: true);
    }

    [Fact]
    public void A_geography_with_faults_is_refused_with_each_of_them()
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("geography");
        try
        {
            Directory.CreateDirectory(Path.Combine(copy.FullName, "geography"));
            foreach (string file in Directory.GetFiles(Path.Combine(TheVocabulary.Folder, "geography")))
                File.Copy(file, Path.Combine(copy.FullName, "geography", Path.GetFileName(file)));
            File.AppendAllText(Path.Combine(copy.FullName, "geography", "education_numbers.csv"), "330,E08000025,Birmingham again\n331\n");
            File.WriteAllText(Path.Combine(copy.FullName, "geography", "lookup_ltla23_region23.csv"), "\"ltla23_code\",\"open");
            Geography.Read(copy.FullName).Refused(out Refusal? why, out _).ShouldBeTrue();
            why.ToString().ShouldContain("education_numbers.csv:172:");
            why.ToString().ShouldContain("education_numbers.csv:173: 1 values under 3 columns");
            why.ToString().ShouldContain("lookup_ltla23_region23.csv:1: a quotation mark is opened and not closed");
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}
