using System.Net;
using System.Text.Json;

namespace Shiremoot.Web.Tests.Small;

public sealed class CostPagesTests
{
    [Fact]
    public async Task Flows_are_priced_at_the_year_chosen_and_laid_on_who_bears_them()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12)));
        string text = await door.TextAsync("/costs?year=2006/07");
        text.ShouldContain("£593,000");   // 1,000 arrests of 2007/08 at the source's own £593 of 2006/07
        text.ShouldContain("Most falls on: Police");
        text.ShouldContain("£536 million");
        text.ShouldContain("The lines overlap and are not to be added");
        text.ShouldContain("No series counts them.");
    }

    [Fact]
    public async Task A_unit_cost_shows_each_step_from_its_source_to_the_year_chosen()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        string text = await door.TextAsync("/costs/units/CR3.0?year=2015/16");
        text.ShouldContain("£33,785.00"); // NOMS 2013/14
        text.ShouldContain("£34,840.38"); // the database's own uprated figure
        text.ShouldContain("must not be added for one case");
        (await door.TextAsync("/costs/units?find=CR3.0.1")).ShouldContain("Category B");
        (await door.TextAsync("/costs/units?find=zeppelin")).ShouldContain("None of");
    }

    [Fact]
    public async Task A_place_that_recorded_no_costs_says_so()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        string text = await door.TextAsync("/costs");
        text.ShouldContain("Not known: no flow of this place has been priced");
        text.ShouldContain("Not known: this place has recorded no spending");
    }

    [Theory]
    [InlineData("/costs?year=1850", HttpStatusCode.NotFound)]
    [InlineData("/costs?year=soon", HttpStatusCode.NotFound)]
    [InlineData("/costs/units/XX9", HttpStatusCode.NotFound)]
    [InlineData("/costs/units/CR3.0?year=1850", HttpStatusCode.NotFound)]
    [InlineData("/costs/units?theme=None", HttpStatusCode.NotFound)]
    [InlineData("/costs/units/E%26S2.0", HttpStatusCode.OK)]
    [InlineData("/api/v1/costs?year=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/costs/units/XX9", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/costs/units/CR3.0?year=1850", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/costs/flows.xlsx", HttpStatusCode.OK)]
    public async Task Years_and_codes_that_are_not_there_are_told_apart(string address, HttpStatusCode status)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.StatusAsync(address)).ShouldBe(status);
    }

    [Fact]
    public async Task What_people_cost_is_laid_on_agencies_and_stages_and_says_what_is_not_priced()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        string text = await door.TextAsync("/costs/people?year=2006/07");
        text.ShouldContain("£20,000");   // sixty arrests: £20,520 to the police, to the nearest £2,000
        text.ShouldContain("Legal aid");
        text.ShouldContain("What is not priced, and why");
        text.ShouldContain("Generated: no such people exist");
        (await door.TextAsync("/costs/people?cohort=arrested")).ShouldContain("People arrested");
        string[] rows = (await door.Client.GetStringAsync("/api/v1/costs/people.csv?cohort=arrested&year=2006/07")).Split('\n');
        rows.ShouldContain(r => r.Contains("\"Police\"") && r.Contains(",20000,"));
        (await door.StatusAsync("/costs/people?cohort=nobody")).ShouldBe(HttpStatusCode.NotFound);
        (await door.StatusAsync("/costs/people?year=1850")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_fall_would_save_is_told_with_its_sum_and_who_saves_it()
    {
        // 600 arrests at £593, shown as £355,000; and as many cheaper hospital attendances, withheld beside what nobody has.
        SmallPlace place = SmallPlace.With(SmallPlace.People(600));
        place.Write("feeds/hospital.yaml", "id: hospital\ntitle: Attendances\nsource: Made up for this test\norigin: generated\nagreement: none needed\nagency: health\nfile: hospital.csv\ncolumns:\n  id: { type: id, required: true }\n  day: { type: date, formats: [yyyy-MM-dd], required: true }\nkey: [id]\nrecord: { person: id }\nevents: [{ kind: hospital-attendance, person: id, start: day }]\n");
        place.Write("hospital.csv", "id,day\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"h{i},2021-06-05\n")));
        await using SmallDoor door = await SmallDoor.OpenAsync(place);
        string text = await door.TextAsync("/costs/people?year=2006/07&fall=50%25");
        text.ShouldContain("A fall of 50% is worth");
        text.ShouldContain("The figures as a table");
        text.ShouldContain("50% of them is 299.33 fewer. At once 41% of £177,500 = £72,775, Legal aid.");
        text.ShouldContain("Arrests £72,775 at once.");
        text.ShouldContain("may not be shown, or would show others");
        (await door.TextAsync("/costs/people?fall=600")).ShouldContain("600 people of 1,200 people who cost anything in the year is 50%.");
        (await door.TextAsync("/costs/people?fall=lots")).ShouldContain("'lots' is no fall in use.");
        (await door.TextAsync("/costs/people?fall=%3Cscript%3E")).ShouldContain("is no fall in use");
        (await door.Client.GetStringAsync("/api/v1/costs/savings.csv?fall=50%25&year=2006/07")).ShouldContain("299.33 fewer");
        (await door.StatusAsync("/api/v1/costs/savings.csv?fall=lots")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Cases_and_pathways_have_a_mean_cost()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        string text = await door.TextAsync("/costs/people?year=2006/07");
        text.ShouldContain("What a spell and a case cost");
        text.ShouldContain("Cases with no disposal in the records");
        text.ShouldContain("What people cost by pathway");
        text.ShouldNotContain("What people cost by where they live"); // nothing says where
        (await door.Client.GetStringAsync("/api/v1/costs/spells.csv?cohort=arrested")).ShouldContain("Cases with no disposal in the records");
    }

    [Fact]
    public async Task One_person_among_few_is_not_seen_by_their_cost()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(4)));
        string text = await door.TextAsync("/costs/people?year=2006/07");
        text.ShouldNotContain("£1,368"); // four times £342
        text.ShouldNotContain("£2,372");
    }

    [Theory]
    [InlineData("/costs/people")]
    [InlineData("/costs/people?cohort=arrested&fall=1")]
    [InlineData("/costs/people?fall=1+stays")]
    [InlineData("/api/v1/costs/savings.csv")]
    [InlineData("/api/v1/costs/spells.csv?cohort=arrested")]
    public async Task Nothing_of_what_is_saved_or_what_a_case_cost_depends_on_a_small_count_of_people(string address)
    {
        HashSet<string> seen = [];
        foreach (int people in (int[])[4, 3, 2])
        {
            await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(people)));
            // The days the records cover are told; here the last day goes with the number of people, which is the test's doing.
            using HttpResponseMessage answer = await door.Client.GetAsync(new Uri(address, UriKind.Relative));
            string text = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await door.TextAsync(address) : await answer.Content.ReadAsStringAsync();
            seen.Add(text.Replace($"to {people} June 2021", "to the last day", StringComparison.Ordinal));
        }
        seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_place_without_people_says_that_their_cost_is_not_known()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.TextAsync("/costs/people")).ShouldContain("Not known: no records of people have been taken in");
        (await door.StatusAsync("/api/v1/costs/people.csv")).ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_API_gives_the_costs_of_the_page()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12)));
        using JsonDocument all = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/costs?year=2006/07"));
        all.RootElement.GetProperty("flows").EnumerateArray().Select(f => f.GetProperty("cost").GetDecimal()).ShouldBe([1_186_000m, 593_000m]);
        using JsonDocument unit = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/costs/units/CR3.0?year=2015/16"));
        decimal.Round(unit.RootElement.GetProperty("amounts")[0].GetProperty("pounds").GetDecimal(), 2).ShouldBe(34_840.38m);
    }

    [Fact]
    public async Task Spend_stands_beside_what_the_flows_explain_of_it_and_why_not_more()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12)));
        string text = await door.TextAsync("/costs");
        text.ShouldContain("What the flows explain of it");
        text.ShouldContain("Policing: Patrol is not counted.");
        using JsonDocument all = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/costs"));
        JsonElement police = all.RootElement.GetProperty("explained").EnumerateArray().ShouldHaveSingleItem();
        decimal explained = police.GetProperty("explained").GetDecimal();
        explained.ShouldBeGreaterThan(0);
        (explained + police.GetProperty("notExplained").GetDecimal()).ShouldBe(536_000_000m);
        police.GetProperty("share").GetDecimal().ShouldBe(explained / 536_000_000m);
    }

    [Fact]
    public async Task Unit_costs_are_found_by_agency_and_kind_and_come_as_a_file_with_their_sums()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        string page = await door.TextAsync("/costs/units?agency=Police&kind=fiscal&find=arrest");
        page.ShouldContain("CR7.0");
        page.ShouldContain("£593.00 (2006/07) ×");
        page.ShouldContain("Source of CR7.0");
        page.ShouldNotContain("CR3.0");
        string file = await door.Client.GetStringAsync("/api/v1/costs/units.csv?agency=Police&find=arrest&year=2015/16");
        file.ShouldContain("× 195.9697 ÷ 161.7390");
        (await door.StatusAsync("/api/v1/costs/units.xlsx?kind=social")).ShouldBe(HttpStatusCode.OK);
        (await door.StatusAsync("/api/v1/costs/units.csv?year=1850")).ShouldBe(HttpStatusCode.BadRequest);
    }
}
