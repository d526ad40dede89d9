using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>What is wrong with an option file is told all at once, with its line and the mend.</summary>
public sealed class OptionFileTests
{
    private const string Good = """
        id: x
        title: X
        source: made for a test
        price_year: 2015/16
        first_year: 2016/17
        years: 3
        assumptions:
          - { name: share, value: 0.5, source: assumption }
        people: { value: 100, source: made }
        take_up: { value: 0.7, source: made }
        retention: share
        outcomes:
          - id: o
            title: O
            unit: offences
            effect: { value: 0.1, distribution: triangular, low: 0, high: 0.3, source: made }
            baseline: { value: 2, source: made }
            optimism: none
            values:
              - { unit_cost: CR8.7, shares: { Police: 0.5, Courts: 0.5 } }
        costs:
          - { name: c, agency: Police, pounds: { value: 3000, source: made }, optimism: none }
        """;

    [Fact]
    public void A_good_file_is_read() => TheSources.Option(Good).Inputs.Select(i => i.Name).ShouldBe(["share", "people", "take-up", "o: effect", "o: baseline", "c"]);

    [Theory]
    [InlineData("price_year: 2015/16\n", "", "'price_year' is missing")]
    [InlineData("price_year: 2015/16", "price_year: 2035/36", "options/x.yaml:4: 'price_year' cannot be used")]
    [InlineData("first_year: 2016/17", "first_year: soon", "options/x.yaml:5: 'first_year' 'soon' cannot be read as a year")]
    [InlineData("years: 3", "years: 130", "gives rates to year 125")]
    [InlineData("years: 3", "years: 0", "from 1 to 200")]
    [InlineData("value: 0.7", "value: 1.2", "options/x.yaml:10: 'take_up.value' is 1.2, above 1")]
    [InlineData("value: 0.7", "value: -0.7", "'take_up.value' is -0.7, under 0")]
    [InlineData("take_up: { value: 0.7, source: made }", "take_up: 0.7", "is the bare number 0.7")]
    [InlineData("take_up: { value: 0.7, source: made }", "take_up: { value: 0.7 }", "'take_up.source' is missing")]
    [InlineData("retention: share", "retention: shore", "names 'shore', which is not in 'assumptions'")]
    [InlineData("unit_cost: CR8.7", "unit_cost: CR99", "There is no unit cost with the code 'CR99'")]
    [InlineData("Courts: 0.5", "Courts: 0.4", "add up to 0.9, not 1")]
    [InlineData("distribution: triangular, low: 0, high: 0.3, ", "", "options/x.yaml:16: 'outcomes[1].effect' has no uncertainty")]
    [InlineData("low: 0, high: 0.3", "low: 0.2, high: 0.3", "must hold the value between them")]
    [InlineData("distribution: triangular, low: 0, high: 0.3", "distribution: beta, deviation: 0.4", "beta needs")]
    [InlineData("distribution: triangular, low: 0, high: 0.3", "distribution: sometimes", "must be one of fixed, normal")]
    [InlineData("effect: { value: 0.1", "effect: { value: 1.1", "above 1")]
    [InlineData("effect: { value: 0.1, distribution: triangular, low: 0, high: 0.3, source: made }", "effect: evidence:magic", "magic")]
    [InlineData("effect: { value: 0.1, distribution: triangular, low: 0, high: 0.3, source: made }", "effect: evidence:cbt-adults", "write 'evidence_outcome: reoffending'")]
    [InlineData("effect: { value: 0.1, distribution: triangular, low: 0, high: 0.3, source: made }", "effect: evidence:cbt-adults\n    evidence_outcome: arrest", "is an effect on reoffending")]
    [InlineData("effect: { value: 0.1, distribution: triangular, low: 0, high: 0.3, source: made }", "effect: evidence:cbt-adults\n    evidence_outcome: reoffending", "'outcomes[1].chance' is missing")]
    [InlineData("effect: { value: 0.1, distribution: triangular, low: 0, high: 0.3, source: made }", "effect: evidence:integrated-offender-management", "cannot be used")]
    [InlineData("    baseline: { value: 2, source: made }\n", "", "'outcomes[1].baseline' is missing")]
    [InlineData("    optimism: none\n", "", "'outcomes[1].optimism' is missing")]
    [InlineData("    optimism: none\n", "    optimism: sunny\n", "'sunny' is not in costs/optimism.yaml")]
    [InlineData("agency: Police, pounds", "agency: Police, shares: { Police: 1 }, pounds", "stands beside 'shares'")]
    [InlineData("agency: Police, ", "", "'costs[1].agency' is missing")]
    [InlineData("pounds: { value: 3000, source: made }, ", "", "must say what it costs")]
    [InlineData("- { unit_cost: CR8.7, shares: { Police: 0.5, Courts: 0.5 } }", "- { unit_cost: CR8.7 }\n      - { unit_cost: CR8.7.1 }", "one within the other")]
    [InlineData("people: { value: 100, source: made }", "people: { measure: arrests }", "Give the place with --place")]
    [InlineData("source: made for a test", "source: made for a test\nclaims: [{ figure: all, pounds: 3, source: made }]", "'all' is no figure of an appraisal")]
    [InlineData("source: made for a test", "source: made for a test\ncorrelations: [{ between: [share, nobody], correlation: 2 }]", "names 'nobody'")]
    [InlineData("source: made for a test", "source: made for a test\ntake_upp: 1", "'take_upp' is not a key known here")]
    [InlineData("source: made for a test", "source: made for a test\ndiscounting: mine", "There is no schedule of discount rates 'mine'")]
    [InlineData("name: share, value: 0.5", "name: share, value: 1.5", "'retention' is 1.5, above 1")]
    public void A_fault_is_told_with_its_line_and_mend(string found, string put, string says)
    {
        Good.ShouldContain(found);
        Refusal why = TheSources.Refused(Good.Replace(found, put, StringComparison.Ordinal));
        why.Details.ShouldContain(d => d.Contains(says, StringComparison.Ordinal), string.Join('\n', why.Details));
        why.Details.ShouldAllBe(d => d.StartsWith("options/x.yaml:"));
    }

    [Fact]
    public void The_example_of_the_manual_can_be_appraised()
    {
        string page = File.ReadAllText(Path.Combine(TestData.Root, "docs", "how-to", "appraise-an-option.md"));
        string example = page.Split("```yaml\n")[1].Split("```")[0];
        TheSources.Appraise(example)["benefit_cost_ratio"].ShouldNotBeNull();
    }

    [Fact]
    public void All_faults_are_told_together() =>
        TheSources.Refused(Good.Replace("value: 0.7", "value: 7", StringComparison.Ordinal).Replace("CR8.7", "CR99", StringComparison.Ordinal).Replace("Courts: 0.5", "Courts: 5", StringComparison.Ordinal)).Details.Count.ShouldBe(3);
}
