using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>Appraisals against published pages and against sums that can be done by hand.</summary>
public sealed class AppraisalTests
{
    // One person, one case, so that what is stated is what comes out.
    private const string Head = """
        id: x
        title: X
        source: made for a test
        price_year: 2015/16
        first_year: 2015/16
        people: { value: 1, source: made }
        take_up: { value: 1, source: made }
        retention: { value: 1, source: made }

        """;

    [Theory]
    [InlineData(6449, 0, 12712, 2627, 1187, 21788, 20601, 18.36)]
    [InlineData(-994, 0, -7038, 2968, -6929, -5064, 1865, null)]
    public void The_pages_of_the_Washington_State_Institute_come_out_as_printed(double taxpayers, double participants, double others, double indirect, double cost, double benefits, double net, double? ratio)
    {
        string Value(string name, double pounds, string who) => string.Create(CultureInfo.InvariantCulture, $"      - {{ name: {name}, pounds: {pounds}, source: wsipp.wa.gov, {who} }}\n");
        Appraisal a = TheSources.Appraise(string.Create(CultureInfo.InvariantCulture, $$"""
            {{Head}}years: 1
            outcomes:
              - id: o
                title: O
                unit: people
                effect_is: units avoided
                effect: { value: 1, distribution: fixed, source: made }
                optimism: none
                values:
            {{Value("taxpayers", taxpayers, "kind: fiscal, agency: State")}}{{Value("participants", participants, "kind: economic, for: participants")}}{{Value("victims", others, "kind: social, for: victims")}}{{Value("indirect", indirect, "kind: economic, for: others")}}
            costs:
              - { name: programme, agency: State, pounds: { value: {{cost}}, source: wsipp.wa.gov }, optimism: none }
            """));
        PerspectiveTable table = a.Perspectives;
        (table.Taxpayers, table.Participants, table.Victims, table.Others).ShouldBe((taxpayers, participants, others, indirect));
        (table.Benefits, table.Cost, table.Net).ShouldBe((benefits, cost, net));
        a["net_present_public_value"].ShouldBe(net);
        (table.Ratio is { } r ? Math.Round(r, 2) : (double?)null).ShouldBe(ratio);
        if (ratio is not null) return;
        a["benefit_cost_ratio"].ShouldBeNull();
        a.Explain("benefit_cost_ratio").Value.Lines[0].ShouldStartWith("n/a");
        FigureWords.Shown(a, a.Figures.First(f => f.Name == "benefit_cost_ratio")).ShouldBe("n/a");
    }

    [Theory]
    [InlineData("-100 110", "10.0% a year.")]
    [InlineData("-100 60 60", "13.1% a year.")]
    [InlineData("-100 230 -132", "several (10.0%, 20.0%)")]
    [InlineData("100 50", "no year has a net cost")]
    [InlineData("-100 -50", "no year has a net gain")]
    [InlineData("-100 200 -150", "no rate")]
    public void The_internal_return_is_one_or_several_or_none_with_the_reason(string flows, string says) => Flow(flows).Returns[0].Says.ShouldContain(says);

    [Theory]
    [InlineData("-100 60 60", 2.0)]
    [InlineData("-100 150 -60 20", 3.0)] // above nought after a year, under it again, and then for good
    [InlineData("-100 50", null)]
    [InlineData("10 -5 5", 0.0)]
    [InlineData("-100 101 -50 40", null)]
    public void Paid_back_is_the_first_year_from_which_the_running_total_stays_up(string flows, double? year) => Flow(flows)["payback_year_undiscounted"].ShouldBe(year);

    [Fact]
    public void Discounting_puts_payback_off()
    {
        Appraisal a = Flow("-100 50 50");
        a["payback_year_undiscounted"].ShouldBe(2);
        a["payback_year"].ShouldBeNull();
        a["net_present_public_value"]!.Value.ShouldBe(-100 + (50 / 1.035) + (50 / (1.035 * 1.035)), 1e-10);
    }

    [Fact]
    public void A_wing_closes_only_when_a_whole_step_is_reached()
    {
        // 130 places a year at £1,000: two steps of 60 are cash, the ten over are saved at a third.
        Appraisal a = TheSources.Appraise(Head + """
            years: 1
            outcomes:
              - id: o
                title: O
                unit: places
                effect_is: units avoided
                effect: { value: 130, distribution: fixed, source: made }
                optimism: none
                values:
                  - { name: place, pounds: 1000, agency: Prison, source: made, step: 60, cashable: { value: 1, source: made }, marginal: { value: 0.3, source: made } }
            costs: [{ name: c, agency: Police, pounds: { value: 1, source: made }, optimism: none }]
            """);
        a["present_value_fiscal"]!.Value.ShouldBe(130_000, 1e-9);
        a["present_value_cashable"]!.Value.ShouldBe(120_000, 1e-9);
        a["present_value_marginal"]!.Value.ShouldBe(39_000, 1e-9);
        a["present_value_stepped"]!.Value.ShouldBe(123_000, 1e-9);
        (a.Ledger[0].Bearer, a.Ledger[0].Cashable, a.Ledger[0].NotCashable).ShouldBe(("Prison", 120_000, 10_000));
        a.Outcomes[0].CostEach!.Value.ShouldBe(1 / 130.0, 1e-15);
    }

    [Fact]
    public void At_the_break_even_effect_net_value_is_nought()
    {
        const string yaml = """
            years: 3
            outcomes:
              - id: a
                title: A
                unit: offences
                effect: evidence:cbt-adults
                evidence_outcome: reoffending
                chance: { value: 0.56, source: made }
                baseline: { value: 2.05, source: made }
                optimism: none
                values: [{ unit_cost: CR8.7 }]
              - id: b
                title: B
                unit: months
                effect: { value: 0.1, distribution: triangular, low: 0, high: 0.3, source: made }
                baseline: { value: 4, source: made }
                optimism: weak
                values: [{ unit_cost: CR3.1 }]
            costs: [{ name: c, agency: Police, pounds: { value: 3000, source: made }, optimism: none }]
            """;
        Appraisal a = TheSources.Appraise(Head + yaml);
        a.BreakEvens.Count.ShouldBe(4);
        foreach (BreakEvenEffect even in a.BreakEvens)
        {
            double[] inputs = a.Kernel.CentralInputs(), figures = new double[a.Kernel.OutcomeNames.Count];
            inputs[a.Kernel.Inputs.ToList().FindIndex(i => i.Name == even.Input)] = even.At!.Value;
            a.Kernel.Evaluate(inputs, figures);
            Math.Abs(figures[even.Of == "everyone" ? 0 : 1]).ShouldBeLessThan(1e-6, even.ToString());
        }
    }

    [Fact]
    public void An_effect_that_cannot_be_great_enough_has_no_break_even()
    {
        Appraisal a = TheSources.Appraise(Head + """
            years: 1
            outcomes:
              - { id: a, title: A, unit: x, effect: { value: 0.1, distribution: fixed, source: made }, baseline: { value: 1, source: made }, optimism: none, values: [{ unit_cost: CR8.18 }] }
            costs: [{ name: c, agency: Police, pounds: { value: 3000, source: made }, optimism: none }]
            """);
        a.BreakEvens[0].At.ShouldBeNull();
        a.BreakEvens[0].Says.ShouldStartWith("There is none");
    }

    [Fact]
    public void Every_number_can_be_asked_for_as_a_sum()
    {
        Appraisal a = TheSources.Appraise(File.ReadAllText(Path.Combine(TestData.Root, "places", "west-midlands", "options", "offender-management.yaml")));
        foreach (string name in a.Explainable) a.Explain(name).Value.Lines.ShouldNotBeEmpty(name);
        a.Explain("nonsense").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-42");
        a.Explain("reoffences").Value.Lines.ShouldContain(l => l.Contains("Leeds IOM"));
    }

    [Fact]
    public void Results_at_other_prices_are_in_proportion_to_the_deflator()
    {
        string text = File.ReadAllText(Path.Combine(TestData.Root, "places", "west-midlands", "options", "offender-management.yaml"));
        Appraisal now = TheSources.Appraise(text), then = Appraisal.Of(AppraisalOption.ReadText(text, "x", TheSources.Read, "2010/11").Value);
        decimal factor = TheSources.Read.Costs.Deflator.Year("2010/11", "").Value.Index / TheSources.Read.Costs.Deflator.Year("2016/17", "").Value.Index;
        then["net_present_public_value"]!.Value.ShouldBe(now["net_present_public_value"]!.Value * (double)factor, 1e-6);
        then.Years[0].CashCosts.ShouldBe(now.Years[0].CashCosts, 1e-6); // cash of the year is the same whatever prices are shown
        AppraisalOption.ReadText(text, "x", TheSources.Read, "1066").IsRefused.ShouldBeTrue();
    }

    // An option whose net flow is the numbers given: a cost each year, and a benefit of one unit by year.
    private static Appraisal Flow(string flows)
    {
        double[] net = [.. flows.Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        string List(Func<double, double> of) => string.Join(", ", net.Select(n => of(n).ToString(CultureInfo.InvariantCulture)));
        return TheSources.Appraise($$"""
            {{Head}}years: {{net.Length}}
            people_by_year: [{{List(n => Math.Max(n, 0))}}]
            outcomes:
              - { id: o, title: O, unit: x, effect_is: units avoided, effect: { value: 1, distribution: fixed, source: made }, optimism: none, values: [{ name: pound, pounds: 1, agency: Police, source: made }] }
            costs: [{ name: c, agency: Police, pounds: { value: 1, source: made }, by_year: [{{List(n => Math.Max(-n, 0))}}], optimism: none }]
            """);
    }
}
