using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Terms;

public sealed class GssCodeTests
{
    [Theory]
    [InlineData("E01008881", AreaKind.Lsoa)]
    [InlineData("W01001898", AreaKind.Lsoa)]
    [InlineData("E05011186", AreaKind.Ward)]
    [InlineData("E06000065", AreaKind.LocalAuthority)]
    [InlineData("E07000136", AreaKind.LocalAuthority)]
    [InlineData("E08000025", AreaKind.LocalAuthority)]
    [InlineData("E09000001", AreaKind.LocalAuthority)]
    [InlineData("W06000015", AreaKind.LocalAuthority)]
    [InlineData("E10000008", AreaKind.County)]
    [InlineData("E22000173", AreaKind.CommunitySafetyPartnership)]
    [InlineData("E23000014", AreaKind.PoliceForce)]
    [InlineData("W15000001", AreaKind.PoliceForce)]
    [InlineData("E47000007", AreaKind.CombinedAuthority)]
    [InlineData("E12000005", AreaKind.Region)]
    [InlineData("E92000001", AreaKind.Country)]
    [InlineData("K04000001", AreaKind.GroupOfCountries)]
    [InlineData("E14000001", AreaKind.Unknown)]
    public void The_prefix_of_a_code_says_what_the_area_is(string code, AreaKind kind)
    {
        GssCode.TryRead(code, out GssCode read).ShouldBeTrue();
        (read.Kind, read.ToString()).ShouldBe((kind, code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("E0800002")]
    [InlineData("E080000255")]
    [InlineData("95AA01S1")]
    [InlineData("108000025")]
    [InlineData("E0800002५")]
    [InlineData("E-8000025")]
    public void What_has_not_the_form_of_a_code_is_refused(string text) => GssCode.TryRead(text, out _).ShouldBeFalse();
}
