using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

public sealed class FlowCostTests
{
    private static readonly UnitCosts Costs = UnitCosts.Read(CostFolder.Shipped).Value;

    private static readonly string Place = Path.Combine(TestData.Root, "places", "west-midlands", "costs");

    private static readonly Flows WestMidlands = Flows.Read(Path.Combine(CostFolder.Shipped, "flows.yaml"), "costs/flows.yaml", Costs).Value;

    [Fact]
    public void Arrests_of_a_year_cost_their_number_times_the_uprated_unit_cost()
    {
        // 37,170 arrests × £593 × 195.96969856712289 ÷ 161.73897791293331
        FlowCosts priced = FlowCosts.Price([new("arrests", 37_170, "CR7.0", "2015/16")], Costs, "2015/16", WestMidlands).Value;
        FlowCost line = priced.Lines.ShouldHaveSingleItem();
        line.Each.Pounds.ShouldBe(718.50355894335871m, 1e-6m);
        line.Cost.Pounds.ShouldBe(37_170 * 718.50355894335871m, 0.05m);
        (line.Agency, line.Kind, line.Quality, line.PriceYear).ShouldBe(("Police", CostKind.Fiscal, "amber", "2006/07"));
    }

    [Fact]
    public void Flows_within_another_and_flows_that_overlap_are_priced_but_not_in_the_total()
    {
        FlowCosts priced = FlowCosts.Price(
            [new("arrests", 37_170, "CR7.0", "2015/16"), new("arrests-of-women", 6_062, "CR7.0", "2015/16"), new("first-time-entrants", 900, "CR4.0", "2015/16")],
            Costs, "2015/16", WestMidlands).Value;
        priced.Lines.Count.ShouldBe(3);
        priced.ByAgency().Value.ShouldHaveSingleItem().Cost.ShouldBe(priced.Lines[0].Cost);
    }

    [Fact]
    public void A_cost_with_parts_is_shared_among_its_agencies_and_adds_up_to_itself()
    {
        FlowCosts priced = FlowCosts.Price([new("dv", 10, "CR2.0", "2008/09")], Costs, "2008/09").Value;
        var totals = priced.ByAgency().Value;
        totals.Where(t => t.Kind == CostKind.Fiscal).Sum(t => t.Cost.Pounds).ShouldBe(24_700m, 1e-9m);
        totals.Single(t => t.Agency == "Police").Cost.Pounds.ShouldBe(4_150m, 1e-9m);
        totals.Single(t => t.Kind == CostKind.Social).ShouldSatisfyAllConditions(t => t.Agency.ShouldBe(FlowCosts.Society), t => t.Cost.ShouldBe(new Money(67_950)));
    }

    [Fact]
    public void A_total_of_flows_priced_at_an_entry_and_at_one_within_it_is_refused()
    {
        FlowCosts priced = FlowCosts.Price([new("dv", 10, "CR2.0", "2008/09"), new("dv-police", 10, "CR2.0.3", "2008/09")], Costs, "2008/09").Value;
        priced.ByAgency().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldContain("'dv' (CR2.0) and 'dv-police' (CR2.0.3)");
    }

    [Fact]
    public void Alternatives_each_with_its_own_number_of_people_add_up()
    {
        FlowCosts priced = FlowCosts.Price([new("b", 2, "CR3.0.1", "2013/14"), new("c", 3, "CR3.0.2", "2013/14")], Costs, "2013/14").Value;
        priced.ByAgency().Value.ShouldHaveSingleItem().Cost.ShouldBe(new Money((2 * 33_356) + (3 * 30_196)));
    }

    [Theory]
    [InlineData("ECONOMICS-13", "arests", 1, "CR7.0", "2015/16")]
    [InlineData("ECONOMICS-15", "arrests", -1, "CR7.0", "2015/16")]
    [InlineData("ECONOMICS-05", "arrests", 1, "CR99", "2015/16")]
    [InlineData("ECONOMICS-08", "arrests", 1, "CR7.0", "1950/51")]
    public void What_cannot_be_priced_is_refused(string code, string flow, int quantity, string unitCost, string year)
    {
        FlowCosts.Price([new(flow, quantity, unitCost, "2015/16")], Costs, year, WestMidlands).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe(code);
    }

    [Fact]
    public void A_flow_given_twice_for_a_period_is_refused()
    {
        FlowCosts.Price([new("a", 1, "CR7.0", "2015/16"), new("a", 2, "CR7.0", "2015/16")], Costs, "2015/16").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-14");
    }

    [Fact]
    public void A_flow_that_counts_another_unit_than_its_unit_cost_is_refused_at_its_line()
    {
        using CostFolder folder = new CostFolder().With("flows.yaml", """
            flows:
              - { id: a, title: A, measure: m, unit_cost: CR3.0, per: Per month, note: n }
              - { id: a, title: A, measure: m, unit_cost: CR300, per: Each, part_of: b, note: n }
            """);
        Flows.Read(Path.Combine(folder.Path, "flows.yaml"), "costs/flows.yaml", Costs).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.Count.ShouldBe(4);
        why.ToString().ShouldContain("costs/flows.yaml:2: 'flows[1].per' is 'Per month', but CR3.0 is 'Per person per year'");
        why.ToString().ShouldContain("names no unit cost");
        why.ToString().ShouldContain("'b' is not another flow of this file");
        why.ToString().ShouldContain("'a' is there twice");
    }

    [Fact]
    public void Every_flow_of_the_place_says_how_well_its_unit_cost_fits()
    {
        WestMidlands.Priced.Count.ShouldBeGreaterThanOrEqualTo(4);
        WestMidlands.Priced.ShouldAllBe(f => f.Note.Length > 20);
        WestMidlands.LeftOut.ShouldAllBe(f => f.Why.Length > 20);
    }

    [Fact]
    public void The_spend_of_the_place_is_that_of_the_programme()
    {
        var spend = Spend.Read(Path.Combine(Place, "spend.yaml"), "costs/spend.yaml").Value.ToDictionary(s => s.Id);
        spend["policing"].ShouldSatisfyAllConditions(s => s.Cost.ShouldBe(new Money(536_000_000)), s => s.Year.ShouldBe("2016/17"), s => s.Mark.ShouldBe(SpendMark.Read));
        spend["central-and-courts"].Cost.ShouldBe(new Money(57_000_000));
        spend["youth-offending"].IsApproximate.ShouldBeTrue();
        spend["offender-management-avoiding"].Year.ShouldBeNull();
    }

    [DataFact("../reference/targets.csv")]
    public void Every_figure_of_spend_is_in_the_programme_s_own_list()
    {
        string[] listed = [.. File.ReadLines(TestData.File("../reference/targets.csv")).Where(l => l.StartsWith("west-midlands,programme,", StringComparison.Ordinal))];
        foreach (Spend line in Spend.Read(Path.Combine(Place, "spend.yaml"), "costs/spend.yaml").Value)
            listed.ShouldContain(l => l.Contains($",{line.Year},{line.Cost.Pounds:0},", StringComparison.Ordinal), line.Id);
    }

    [Fact]
    public void Flows_explain_part_of_a_spend_at_the_prices_of_its_year_and_the_nearest_period_is_taken()
    {
        Spend police = Spend.Read(Path.Combine(Place, "spend.yaml"), "costs/spend.yaml").Value.Single(s => s.Id == "policing");
        FlowCosts priced = FlowCosts.Price([new("arrests", 40_000, "CR7.0", "2014/15"), new("arrests", 37_170, "CR7.0", "2015/16")], Costs, "2016/17", WestMidlands).Value;
        SpendExplained explained = SpendExplained.Of(police, priced, WestMidlands).Value;
        SpendPart part = explained.Parts.ShouldHaveSingleItem();
        (part.Period, part.Quantity, part.Cost).ShouldBe(("2015/16", 37_170, priced.Lines[1].Cost));
        (explained.Explained.Pounds + explained.Unexplained.Pounds).ShouldBe(536_000_000m);
        explained.Share.ShouldBe(priced.Lines[1].Cost.Pounds / 536_000_000m);
        Spend courts = Spend.Read(Path.Combine(Place, "spend.yaml"), "costs/spend.yaml").Value.Single(s => s.Id == "central-and-courts");
        SpendExplained.Of(courts, priced, WestMidlands).Value.ShouldSatisfyAllConditions(e => e.Parts.ShouldBeEmpty(), e => e.Share.ShouldBe(0), e => e.Spend.NotExplained.Length.ShouldBeGreaterThan(20));
    }

    [Fact]
    public void The_four_budgets_of_the_programme_each_say_what_the_flows_cannot_explain()
    {
        var spend = Spend.Read(Path.Combine(Place, "spend.yaml"), "costs/spend.yaml").Value.ToDictionary(s => s.Id);
        foreach (string id in (string[])["policing", "central-and-courts", "youth-offending", "offender-management"]) spend[id].NotExplained.Length.ShouldBeGreaterThan(20, id);
    }

    [Theory]
    [InlineData("PRICES-06", "arests", "arrests")]
    [InlineData("PRICES-07", "arrests", "arrests-of-women")]
    public void A_spend_explained_by_no_flow_or_twice_by_one_is_refused(string code, string one, string other)
    {
        Spend spend = new("a", "A", new(1), false, "2015/16", "P", null, SpendMark.Read, "S", "") { ExplainedBy = [new(one, null), new(other, null)] };
        SpendExplained.Of(spend, FlowCosts.Price([], Costs, "2015/16", WestMidlands).Value, WestMidlands).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe(code);
    }

    [Fact]
    public void A_faulty_file_of_spend_names_every_line()
    {
        using CostFolder folder = new CostFolder().With("spend.yaml", """
            spend:
              - { id: a, title: A, payer: P, source: S, year: soon }
              - { id: a, title: A, payer: P, source: S, pounds: 3, part_of: z }
            """);
        Spend.Read(Path.Combine(folder.Path, "spend.yaml"), "costs/spend.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.Count.ShouldBe(4);
    }
}
