using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Policies;

/// <summary>The files of the folder 'policies'.</summary>
public sealed class PolicyStudyTests
{
    private const string Whole = """
        id: a
        title: A
        source: Made up for this test
        measure: rate
        where: { group: All }
        from: 2020-04-01
        treated: [E23000014]
        note: Nothing at all
        """;

    [Fact]
    public void A_policy_nowread()
    {
        PolicyStudy study = PolicyStudyFile.ReadText(Whole, "policies/a.yaml").Value;
        (study.Method, study.Season, study.Since).ShouldBe((PolicyMethod.Difference, SeriesSeason.None, null));
        study.Where.ShouldBe([("group", "All")]);
        study.Compare.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("treated: [E23000014]", "", "treated")]
    [InlineData("note: Nothing at all", "", "note")]
    [InlineData("treated: [E23000014]", "treated: [E23000014]\ncompare: [E23000014]", "which is treated too")]
    [InlineData("treated: [E23000014]", "treated: [E23000014, E23000014]", "twice")]
    [InlineData("treated: [E23000014]", "treated: [E23000014, E23000001]\nmethod: interrupted", "one other at most")]
    [InlineData("from: 2020-04-01", "from: April", "date such as")]
    [InlineData("from: 2020-04-01", "from: 2020-04-01\nsince: 2021-01-01", "outside the periods")]
    [InlineData("from: 2020-04-01", "from: 2020-04-01\nwhen: 2021-01-01", "when")]
    public void Faults_are_told_with_their_line(string now, string becomes, string says)
    {
        PolicyStudyFile.ReadText(Whole.Replace(now, becomes, StringComparison.Ordinal), "policies/a.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.ToString().ShouldContain(says);
        why.ToString().ShouldContain("policies/a.yaml:");
    }
}
