using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>Stories whose costs are worked out by hand. At 2013/14 prices a prisoner's year is £33,785 as the source has it, a child's in care £51,080.</summary>
public sealed class StoryCostTests
{
    private static readonly CostQuestion ByAgencyAndYear = new("2013/14", CostBy.Agency, CostBy.Year);

    [Fact]
    public void A_spell_over_the_end_of_a_year_is_split_by_its_nights()
    {
        // From 22 March 2015 ten nights are in 2014/15 (365 days); the rest, 1 April 2015 to 31 March 2016, is the whole of 2015/16 (366 days).
        var cells = Cells(Of(["born 1980-01-01; custody-spell 2015-03-22 to 2016-04-01; arrest 2016-12-01"], ByAgencyAndYear));
        Penny(cells[("Prison", "2014/15")]).ShouldBe(Penny(33_785m * 10 / 365));
        Penny(cells[("Prison", "2015/16")]).ShouldBe(33_785m);
    }

    [Fact]
    public void An_arrest_is_borne_by_those_its_source_names()
    {
        // £593 at 2006/07 prices: police 342, duty solicitor 245, youth offending service 6.
        var cells = Cells(Of(["born 1990-01-01; arrest 2015-05-01, 2015-06-01"], ByAgencyAndYear with { PriceYear = "2006/07" }));
        cells.ShouldBe(new Dictionary<(string, string), decimal> { [("Police", "2015/16")] = 684, [("Legal aid", "2015/16")] = 490, [("Youth offending teams", "2015/16")] = 12 }, ignoreOrder: true);
    }

    [Fact]
    public void Spells_that_overlap_cost_each_night_once()
    {
        var cells = Cells(Of(["born 1980-01-01; custody-spell 2014-05-01 to 2014-05-11, 2014-05-06 to 2014-05-21, 2014-05-08 to 2014-05-10; arrest 2014-12-01"], ByAgencyAndYear));
        Penny(cells[("Prison", "2014/15")]).ShouldBe(Penny(33_785m * 20 / 365));
    }

    [Fact]
    public void Convictions_of_one_day_are_one_case_at_the_dearest()
    {
        // Violence (00801, £12,716 for an adult) and theft (04600, £4,012) on one day; theft alone on another; both at 2008/09 prices.
        var cells = Cells(Of(["born 1980-01-01; conviction 2014-05-01 offence=04600, 2014-05-01 offence=00801, 2014-06-01 offence=04600"], ByAgencyAndYear with { PriceYear = "2008/09" }));
        cells.ShouldBe(new Dictionary<(string, string), decimal> { [("Courts", "2014/15")] = 12_716 + 4_012 });
    }

    [Fact]
    public void A_child_is_priced_as_a_child_on_the_day_it_begins()
    {
        // Violence by a child £6,837; a year in a young offender institution at 15 to 17 £94,780. Eighteen on 1 May 2014.
        string[] story = ["born 1996-05-01; conviction 2014-04-30 offence=00801; custody-spell 2014-04-30 to 2014-05-10; conviction 2014-05-01 offence=00801; arrest 2014-09-01"];
        var courts = Cells(Of(story, ByAgencyAndYear with { PriceYear = "2008/09" }));
        courts[("Courts", "2014/15")].ShouldBe(6_837 + 12_716);
        Penny(Cells(Of(story, ByAgencyAndYear))[("Young offender institution", "2014/15")]).ShouldBe(Penny(94_780m * 10 / 365));
    }

    [Fact]
    public void A_spell_without_an_end_is_priced_to_the_last_day_of_the_records_and_nothing_beyond()
    {
        StoryCosts costs = Of(["born 1980-01-01; custody-spell 2014-05-01", "arrest 2014-05-20", "born 1980-01-01; custody-spell 2014-05-19 to 2019-01-01"], ByAgencyAndYear);
        Penny(Cells(costs)[("Prison", "2014/15")]).ShouldBe(Penny(33_785m * (20 + 2) / 365));
        costs.Notes.ShouldContain("1 spells have no end and are priced to the last day of the records.");
    }

    [Fact]
    public void What_cannot_be_priced_is_said()
    {
        StoryCosts costs = Of(["born 1980-01-01; conviction 2014-05-01; custody-spell 2014-05-01 to 2014-04-01; arrest"], ByAgencyAndYear);
        Cells(costs).ShouldBeEmpty();
        costs.Notes.ShouldContain("1 events of the kind conviction fit no price, by their offence or by the person's age.");
        costs.Notes.ShouldContain(n => n.StartsWith("1 spells end before they begin"));
        costs.Notes.ShouldContain("1 events have no date and no cost.");
    }

    [Fact]
    public void Fiscal_economic_and_social_costs_are_kept_apart()
    {
        // A robbery (03401) of a person at 2010/11 prices: economic £1,344, social £3,789; what agencies spend is in their own events.
        string[] story = ["born 1980-01-01; offence 2014-05-01 offence=03401"];
        CostQuestion question = new("2010/11", CostBy.Agency, CostBy.Stage);
        Cells(Of(story, question)).ShouldBeEmpty();
        Cells(Of(story, question with { Kind = CostKind.Economic }))[(FlowCosts.Society, "police")].ShouldBe(1_344);
        Cells(Of(story, question with { Kind = CostKind.Social }))[(FlowCosts.Society, "police")].ShouldBe(3_789);
    }

    [Fact]
    public void After_the_index_date_only_what_follows_within_the_months_is_counted()
    {
        // Followed for twelve months from 1 May 2014, the last night being that of 1 May 2015; the second was not watched so long.
        Stories stories = StoryText.Read(
        [
            "born 1980-01-01; release 2014-05-01; arrest 2014-04-01, 2014-05-01, 2014-05-02, 2015-05-01, 2015-05-02; custody-spell 2015-04-22 to 2015-06-01",
            "born 1980-01-01; release 2015-01-01; arrest 2015-02-01", "arrest 2015-12-01",
        ]).Value;
        DrawnCohort released = (Cohort.Everyone with { Title = "Released", Index = CohortText.Read("first(release)").Value }).Draw(stories).Value;
        StoryCosts costs = StoryCosts.Of(Setting(stories), ByAgencyAndYear with { PriceYear = "2006/07", Cohorts = [released], MonthsAfterIndex = 12 }).Value;
        Cells(costs)[("Police", "2014/15")].ShouldBe(342);
        Cells(costs)[("Police", "2015/16")].ShouldBe(342);
        Penny(Cells(StoryCosts.Of(Setting(stories), ByAgencyAndYear with { Cohorts = [released], MonthsAfterIndex = 12 }).Value)[("Prison", "2015/16")]).ShouldBe(Penny(33_785m * 10 / 366));
        costs.Notes.ShouldContain("1 people are left out: the records end before their 12 months are over.");
    }

    [Fact]
    public void Cohorts_that_share_people_have_each_their_own_cost()
    {
        Stories stories = StoryText.Read(["sex female; born 1990-01-01; arrest 2014-05-01", "sex male; born 1970-01-01; arrest 2014-05-01, 2014-06-01", "sex female; born 1970-01-01; arrest 2014-07-01"]).Value;
        DrawnCohort[] cohorts = [.. new[] { "sex = 'female'", "age on 2014-01-01 > 40" }.Select(w => (Cohort.Everyone with { Where = CohortText.Read(w).Value }).Draw(stories).Value)];
        StoryCosts costs = StoryCosts.Of(Setting(stories), ByAgencyAndYear with { PriceYear = "2006/07", Cohorts = cohorts }).Value;
        costs.Tables[0].Cells.Total.Amount.Shown.ShouldBe(593 * 2);
        costs.Tables[1].Cells.Total.Amount.Shown.ShouldBe(593 * 3);
        costs.Tables[1].Cells.Total.People.Shown.ShouldBe(2);
    }

    [Fact]
    public void A_year_asked_for_holds_that_year_alone()
    {
        string[] story = ["born 1980-01-01; custody-spell 2015-03-22 to 2016-04-11; arrest 2016-12-01"];
        StoryCosts costs = Of(story, ByAgencyAndYear with { Year = "2014/15" });
        Penny(costs.Tables[0].Cells.Total.Amount.Shown!.Value).ShouldBe(Penny(33_785m * 10 / 365));
        StoryCosts.Of(Setting(story), ByAgencyAndYear with { Year = "2014" }).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Says.ShouldContain("'2014' is not a financial year");
    }

    [Fact]
    public void What_falls_at_once_and_by_steps_is_less_than_the_average()
    {
        CostFall wing = new(0.15m, 0.5m, 60, "example", false);
        wing.Saved(30_000, 59).ShouldBe(59 * 30_000 * 0.15m);
        wing.Saved(30_000, 60).ShouldBe((60 * 30_000 * 0.15m) + (60 * 30_000 * 0.5m));
        string[] story = ["born 1980-01-01; custody-spell 2014-05-01 to 2014-05-11; arrest 2014-12-01"];
        Penny(Cells(Of(story, ByAgencyAndYear with { Basis = CostBasis.AtOnce }))[("Prison", "2014/15")]).ShouldBe(Penny(33_785m * 0.15m * 10 / 365));
    }

    private static StoryCosts Of(string[] stories, CostQuestion question)
    {
        StoryCosts.Of(Setting(stories), question).Refused(out Refusal? why, out StoryCosts? costs).ShouldBeFalse(why?.ToString());
        return costs!;
    }
}
