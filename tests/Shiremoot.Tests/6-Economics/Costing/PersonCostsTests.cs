using Shiremoot.Economics;
using Shiremoot.Records;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>The cost of one person, beside the cost of everyone and by hand.</summary>
public sealed class PersonCostsTests
{
    [Fact]
    public void Each_event_has_its_cost_in_the_order_of_the_story()
    {
        // Two convictions of a day are one case at the dearer; the second spell adds ten nights; an event without a day is told last.
        Stories stories = StoryText.Read(["born 1980-01-01; arrest; conviction 2014-05-01 offence=04600, 2014-05-01 offence=00801; custody-spell 2014-05-01 to 2014-05-11, 2014-05-06 to 2014-05-21; sentence 2014-05-01; arrest 2014-12-01"]).Value;
        PersonCosts costs = PersonCosts.Of(Setting(stories), 0, "2013/14").Value;
        PersonStory story = stories.StoryOf(0);
        costs.ByEvent.Count.ShouldBe(story.Events.Count);
        var told = story.Events.Zip(costs.ByEvent, (e, c) => (e.Kind, e.Offence, Pounds: c is null ? (decimal?)null : Penny(c.Pounds))).ToList();
        told[^1].ShouldBe(("arrest", "", null));
        told.ShouldContain(("conviction", "04600", null));
        told.ShouldContain(("sentence", "", null));
        told.Where(t => t.Kind == "custody-spell").Select(t => t.Pounds).ShouldBe([Penny(33_785m * 10 / 365), Penny(33_785m * 10 / 365)]);
        costs.ByEvent.OfType<PersonEventCost>().Select(c => c.Sum).ShouldContain("10 nights of 2014/15 × £92.56 (CR3.0)");
        costs.Of("Prison", "2014/15").ShouldBe(costs.Of("Prison"));
        Penny(costs.Total).ShouldBe(Penny(costs.ByEvent.Sum(c => c?.Pounds ?? 0)));
        costs.Agencies[0].ShouldBe("Courts");
    }

    [Fact]
    public void All_people_one_by_one_are_everyone_by_agency_and_year()
    {
        CostSetting setting = Setting(MadePeople.Make(400).Stories);
        Dictionary<(string, string), decimal> all = Cells(StoryCosts.Of(setting, new CostQuestion("2013/14", CostBy.Agency, CostBy.Year)).Value);
        Dictionary<(string, string), decimal> summed = Enumerable.Range(0, setting.Stories.PeopleCount).SelectMany(p => PersonCosts.Of(setting, p, "2013/14").Value.ByAgency)
            .GroupBy(a => (a.Agency, a.Year)).ToDictionary(g => g.Key, g => decimal.Round(g.Sum(a => a.Pounds), 6));
        summed.ShouldBe(all, ignoreOrder: true);
    }

    [Fact]
    public void Alone_a_spell_without_an_end_goes_on_to_the_last_day_of_everyones_records()
    {
        CostSetting alone = Setting(["born 1980-01-01; custody-spell 2014-05-01"]);
        Penny(PersonCosts.Of(alone, 0, "2013/14").Value.Total).ShouldBe(Penny(33_785m / 365));
        Penny(PersonCosts.Of(alone with { RecordsUntil = new(2014, 5, 20) }, 0, "2013/14").Value.Total).ShouldBe(Penny(33_785m * 20 / 365));
    }
}
