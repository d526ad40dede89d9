using Shiremoot.Economics;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>Costs with a row for each part of the people; and quantities, which are added only by unit.</summary>
public sealed class PeoplePartsTests
{
    [Fact]
    public void Each_part_costs_what_its_people_cost_as_a_cohort()
    {
        Stories stories = MadePeople.Make(600).Stories;
        int[] of = [.. Enumerable.Range(0, stories.PeopleCount).Select(p => p % 3)];
        CostQuestion question = new("2013/14", CostBy.Area, CostBy.Stage) { Parts = new PeopleParts(["A", "B", "C"], of) };
        CostTable table = StoryCosts.Of(Setting(stories), question).Value.Tables[0], whole = StoryCosts.Of(Setting(stories), question with { Rows = CostBy.All, Parts = null }).Value.Tables[0];
        table.Rows.ShouldBe(["A", "B", "C"]);
        table.Cells.Total.ShouldBe(whole.Cells.Total);
        for (int c = 0; c < table.Columns.Count; c++) Penny(Enumerable.Range(0, 3).Sum(r => table.Cells[r, c].Amount.Shown!.Value)).ShouldBe(Penny(whole.Cells.ColumnTotal(c).Amount.Shown!.Value));

        // A person of a part alone, by the sums of single persons.
        decimal ofB = Enumerable.Range(0, stories.PeopleCount).Where(p => p % 3 == 1).Sum(p => PersonCosts.Of(Setting(stories), p, "2013/14").Value.Total);
        Penny(table.Cells.RowTotal(1).Amount.Shown!.Value).ShouldBe(Penny(ofB));
        table.Cells.RowTotal(1).People.Shown.ShouldBe(Enumerable.Range(0, stories.PeopleCount).Count(p => p % 3 == 1 && PersonCosts.Of(Setting(stories), p, "2013/14").Value.Total > 0));
    }

    [Fact]
    public void Parts_keep_to_the_cohort_asked_for()
    {
        Stories stories = StoryText.Read(["sex female; arrest 2014-05-01", "sex male; arrest 2014-05-01, 2014-06-01", "sex female; arrest 2014-07-01, 2014-08-01"]).Value;
        DrawnCohort women = (Cohort.Everyone with { Where = CohortText.Read("sex = 'female'").Value }).Draw(stories).Value;
        CostTable table = StoryCosts.Of(Setting(stories), new CostQuestion("2006/07", CostBy.Pathway, CostBy.All) { Cohorts = [women], Parts = new PeopleParts(["one", "two"], [0, 0, 1]) }).Value.Tables[0];
        (table.Cells.RowTotal(0).Amount.Shown, table.Cells.RowTotal(1).Amount.Shown, table.Cells.Total.People.Shown).ShouldBe((593m, 1_186m, 2L));
    }

    [Fact]
    public void Parts_that_are_not_known_or_stand_as_columns_are_refused()
    {
        StoryCosts.Of(Setting(["arrest 2014-05-01"]), new CostQuestion("2006/07", CostBy.Area, CostBy.All)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("COSTING-06");
        StoryCosts.Of(Setting(["arrest 2014-05-01"]), new CostQuestion("2006/07", CostBy.Agency, CostBy.Pathway)).Refused(out why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("COSTING-07");
    }

    [Fact]
    public void A_pathway_is_the_first_three_steps_and_one_of_few_people_has_no_name()
    {
        // Six arrested, charged, convicted; the same kind twice running is one step. Three went another way, and one has no step at all.
        string[] stories = [.. Enumerable.Repeat("arrest 2014-05-01, 2014-05-02; charge 2014-05-03; conviction 2014-06-01; sentence 2014-07-01", 6), .. Enumerable.Repeat("arrest 2014-05-01; caution 2014-05-02", 3), "offence 2014-05-01"];
        PeopleSetting setting = new(StoryText.Read(stories).Value, [], DisclosureRules.Default, (_, _) => default);
        PeopleRoutes routes = PeopleRoutes.Find(Cohort.Everyone, [("arrest", "Arrest"), ("charge", "Charge"), ("conviction", "Conviction"), ("sentence", "Sentence"), ("caution", "Caution")], setting).Value;
        routes.Names.ShouldBe(["Arrest → Charge → Conviction", "Other pathways", "No event that is a step"]);
        routes.Of.ShouldBe([0, 0, 0, 0, 0, 0, 1, 1, 1, 2]);
    }

    [Theory]
    [InlineData(CostBy.Year, CostBy.Agency)]
    [InlineData(CostBy.Stage, CostBy.All)]
    public void Quantities_are_added_by_unit_alone(CostBy rows, CostBy columns)
    {
        string[] story = ["born 1980-01-01; arrest 2014-05-01, 2014-12-01; custody-spell 2014-07-01 to 2014-07-11; probation-supervision 2014-08-01 to 2014-08-05"];
        StoryCosts costs = StoryCosts.Of(Setting(story), new CostQuestion("2013/14", rows, columns) { Basis = CostBasis.Quantity }).Value;
        CostTable table = costs.Tables[0];
        table.Columns.ShouldBe(["Events", "Nights", "Days"], ignoreOrder: true);
        (costs.HasRowTotals, costs.HasColumnTotals).ShouldBe((false, true));
        table.Columns.Select((c, i) => (c, table.Cells.ColumnTotal(i).Amount.Shown)).ShouldBe([("Events", 2), ("Nights", 10), ("Days", 5)], ignoreOrder: true);
    }

    [Fact]
    public void Quantities_by_agency_are_told_by_price_for_nobody_bears_an_event()
    {
        StoryCosts costs = StoryCosts.Of(Setting(["arrest 2014-05-01"]), new CostQuestion("2013/14", CostBy.Agency, CostBy.Stage) { Basis = CostBasis.Quantity }).Value;
        Cells(costs).ShouldBe(new Dictionary<(string, string), decimal> { [("arrest", "police")] = 1 });
        (costs.HasRowTotals, costs.HasColumnTotals).ShouldBe((true, false));
    }
}
