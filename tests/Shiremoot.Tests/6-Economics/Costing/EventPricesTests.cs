using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

public sealed class EventPricesTests
{
    private const string Arrest = """
        source: made for a test
        prices:
          - { id: arrest, title: Arrests, kinds: arrest, unit_cost: CR7.0, per: Per incident, fits: it is one, leaves_out: nothing }

        """;

    [Fact]
    public void Every_kind_of_event_is_priced_or_said_not_to_be_and_why()
    {
        EventPrices prices = Read(Shipped).Value;
        HashSet<string> said = [.. prices.Priced.SelectMany(p => p.Kinds), .. prices.NotPriced.SelectMany(n => n.Kinds)];
        TheVocabulary.Read.EventKinds.All.Select(k => k.Term.Id).Except(said).ShouldBeEmpty();
        prices.Priced.ShouldAllBe(p => p.Fits.Length > 10 && p.LeavesOut.Length > 10);
    }

    [Theory]
    [InlineData("unit_cost: CR99.9, per: Per incident", "costs/events.yaml:4: 'prices[2].unit_cost' names no unit cost: There is no unit cost with the code 'CR99.9'.")]
    [InlineData("unit_cost: CR7.0, per: Per hour", "costs/events.yaml:4: 'prices[2].per' is 'Per hour', but CR7.0 is 'Per incident'")]
    [InlineData("unit_cost: CR7.1, per: Per incident, quantity: nights", "costs/events.yaml:4: 'prices[2].quantity' counts nights or days, but CR7.1 is 'Per incident', which has no length")]
    [InlineData("unit_cost: CR7.1, per: Per incident, offence_groups: [murder]", "'prices[2].offence_groups' names 'murder', which is no group of offences known here.")]
    [InlineData("unit_cost: CR7.1, per: Per incident, where: 'offence ='", "costs/events.yaml:4: 'prices[2].where' cannot be read")]
    [InlineData("unit_cost: CR7.1, per: Per incident, falls: { at_once: 0.7, by_step: 0.7, step: 3, source: none }", "costs/events.yaml:4: 'prices[2].falls.at_once' and by_step are shares of the average cost")]
    [InlineData("unit_cost: CR7.1, per: Per incident, borne_by: { Police: 1, Courts: 3 }, falls: { at_once: 0.2, at_once_by: { NHS: 1 }, source: none }", "costs/events.yaml:4: 'prices[2].falls.at_once_by' names 'NHS', which bears nothing of CR7.1; name one of Police, Courts.")]
    [InlineData("unit_cost: CR7.1, per: Per incident, borne_by: { Police: 1, Courts: 3 }, falls: { at_once: 0.3, at_once_by: { Police: 1 }, source: none }", "costs/events.yaml:4: 'prices[2].falls.at_once_by' lets Police save 0.3 of the cost at once, of which it bears 0.25; lower at_once.")]
    [InlineData("unit_cost: CR7.1, per: Per incident, holds: [arrest]", "costs/events.yaml:3: 'prices[1].kinds' 'arrest' has a price in 'arrest', but the cost of 'other' (CR7.1) already holds it: adding both counts it twice.")]
    public void A_price_that_cannot_be_is_refused_with_its_line(string rest, string says) =>
        Why(Arrest + $"  - {{ id: other, title: Cautions, kinds: caution, {rest}, fits: it is one, leaves_out: nothing }}\n").ShouldContain(says);

    [Fact]
    public void Two_prices_of_which_one_is_within_the_other_are_refused_with_the_pair() =>
        Why(Arrest + """
              - { id: abuse, title: Abuse, kinds: domestic-abuse-in-the-home, unit_cost: CR2.0, per: Per incident, fits: it is one, leaves_out: nothing }
              - { id: health, title: Hospital, kinds: hospital-attendance, unit_cost: CR2.0.1, per: Per incident, fits: it is one, leaves_out: nothing }
            """).ShouldContain("costs/events.yaml:5: 'prices[3].unit_cost' CR2.0.1 of 'health' and CR2.0 of 'abuse' overlap");

    [Fact]
    public void A_kind_priced_twice_without_a_condition_is_refused() =>
        Why(Arrest + "  - { id: again, title: Arrests, kinds: arrest, unit_cost: CR7.1, per: Per incident, fits: it is one, leaves_out: nothing }\n")
            .ShouldContain("costs/events.yaml:4: 'prices[2].kinds' 'arrest' is already priced, all of it, by 'arrest'");

    [Fact]
    public void A_unit_cost_whose_price_year_the_deflator_has_not_is_refused()
    {
        using CostFolder folder = new CostFolder().With("own.csv", "code,what,per,agency,kind,pounds,price_year,source,quality\nOWN1,An arrest,Per incident,Police,fiscal,500,2031/32,Ours,green\n");
        UnitCosts costs = folder.OverShipped().Value;
        EventPrices.Read(Arrest.Replace("CR7.0", "OWN1"), null, "costs/events.yaml", costs, TheVocabulary.Read).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.ToString().ShouldContain("costs/events.yaml:3: 'prices[1].unit_cost' cannot be brought to the prices of another year");
        why.ToString().ShouldContain("2031/32");
    }

    [Fact]
    public void A_place_lays_its_own_price_over_the_countrys_and_a_price_with_a_condition_goes_first()
    {
        const string Over = """
            prices:
              - { id: arrest, unit_cost: CR7.1 }
              - { id: arrest-of-child, title: Arrests of children, kinds: arrest, under_age: 18, unit_cost: CR7.0, per: Per incident, fits: it is one, leaves_out: nothing }
            """;
        EventPrices prices = Read(Arrest, Over).Value;
        prices.Priced.Select(p => (p.Id, p.UnitCost)).ShouldBe([("arrest-of-child", "CR7.0"), ("arrest", "CR7.1")]);
    }

    [Fact]
    public void A_condition_in_the_cohort_language_is_asked_of_the_event()
    {
        string prices = Arrest + "  - { id: by-us, title: Ours, kinds: arrest, where: \"provider = 'us'\", unit_cost: CR7.1, per: Per incident, fits: it is one, leaves_out: nothing }\n";
        StoryCosts costs = StoryCosts.Of(Setting(["arrest 2014-05-01 provider=us, 2014-05-02 provider=them, 2014-05-03"], prices), new CostQuestion("2006/07", CostBy.What, CostBy.All)).Value;
        Cells(costs).ShouldBe(new Dictionary<(string, string), decimal> { [("by-us", "")] = 285, [("arrest", "")] = 593 * 2 }, ignoreOrder: true);
    }

    [Fact]
    public void A_price_holds_for_events_within_its_dates()
    {
        string prices = Arrest.Replace("kinds: arrest,", "kinds: arrest, until: 2014-05-02,") + "  - { id: later, title: Later, kinds: arrest, from: 2014-05-02, unit_cost: CR7.1, per: Per incident, times: 2, fits: it is one, leaves_out: nothing }\n";
        StoryCosts costs = StoryCosts.Of(Setting(["arrest 2014-05-01, 2014-05-02"], prices), new CostQuestion("2006/07", CostBy.What, CostBy.All)).Value;
        Cells(costs).ShouldBe(new Dictionary<(string, string), decimal> { [("arrest", "")] = 593, [("later", "")] = 570 }, ignoreOrder: true);
    }

    private static string Why(string text)
    {
        Read(text).Refused(out Refusal? why, out _).ShouldBeTrue();
        return why!.ToString();
    }
}
