using System.Net;
using System.Text.Json;

namespace Shiremoot.Web.Tests.Small;

public sealed class PeoplePagesTests
{
    private static readonly string[] Pages = ["/", "/people", "/people/measures/people", "/people/measures/spread", "/people/measures/returned", "/people/measures/returned?by=sex", "/people/cohorts", "/people/cohorts/arrested", "/about"];

    [Fact]
    public async Task A_place_without_records_of_people_says_so_and_what_to_do()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        string text = await door.TextAsync("/people");
        text.ShouldContain("Not known: no records of people have been taken in");
        text.ShouldContain("agreement");
        (await door.TextAsync("/")).ShouldContain("Not known: no records of people have been taken in");
    }

    [Fact]
    public async Task A_measure_shows_its_figure_interval_definition_period_and_protection()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        string text = await door.TextAsync("/people/measures/returned");
        text.ShouldContain("33.3%");                       // 20 of 60
        text.ShouldContain("95% interval 22.7% to 45.9%"); // Wilson's interval of 20 in 60
        text.ShouldContain("of 60 people");
        text.ShouldContain("the year 2021");
        text.ShouldContain("Followed for a year");
        text.ShouldContain("Counts of people below 5 are withheld (c); others are rounded to the nearest 5");
        text.ShouldContain("female");
    }

    [Fact]
    public async Task A_breakdown_that_is_chosen_is_the_only_one_shown()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(120)));
        var page = await door.Client.ReadAsync("/people/measures/returned?by=sex");
        page.QuerySelectorAll("#by-sex").Length.ShouldBe(1);
        page.QuerySelectorAll("#by-priors").Length.ShouldBe(0);
        (await door.Client.ReadAsync("/people/measures/returned")).QuerySelectorAll("#by-priors").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/people/measures/none")]
    [InlineData("/people/measures/returned?by=birth_date")]
    [InlineData("/people/cohorts/none")]
    [InlineData("/api/v1/people/none")]
    [InlineData("/api/v1/people/none/table.csv")]
    public async Task What_the_place_does_not_offer_is_not_found(string address)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12)));
        (await door.StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cohort_is_said_in_plain_English_with_the_people_left_at_each_step()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        string text = await door.TextAsync("/people/cohorts/arrested");
        text.ShouldContain("which is the day of the first arrest event");
        text.ShouldContain("Everyone in the records 60");
    }

    [Fact]
    public async Task The_API_gives_the_figures_of_the_page_and_refuses_breakdowns_nobody_offered()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        using JsonDocument one = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/people/returned?by=sex"));
        JsonElement[] rows = [.. one.RootElement.GetProperty("rows").EnumerateArray()];
        rows[0].GetProperty("share").GetDouble().ShouldBe(20.0 / 60);
        rows.Length.ShouldBe(3);
        using HttpResponseMessage refused = await door.Client.GetAsync("/api/v1/people/returned?by=day");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("WEB-11");
        using JsonDocument cohorts = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/cohorts"));
        cohorts.RootElement[0].GetProperty("people").GetInt64().ShouldBe(60);
        string csv = await door.Client.GetStringAsync("/api/v1/people/returned/table.csv");
        csv.ShouldContain("Counts of people below 5 are withheld");
    }

    // If pages hold nothing that depends on a small count, they are the same whatever the count is. That is stronger than looking for digits.
    [Fact]
    public async Task Pages_are_the_same_whatever_small_numbers_of_people_lie_behind_them()
    {
        Person[] people = SmallPlace.People(4);
        Person[][] places = [people, people[..3], people[..2], [people[0], people[1], people[0]], [new("female", 3, true), new("male", 0, true), new("male", 3, false)]];
        List<string> first = [];
        foreach (Person[] behind in places)
        {
            await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(behind));
            List<string> texts = [];
            foreach (string page in Pages.Where(p => p != "/people/measures/returned")) texts.Add(await door.TextAsync(page));
            texts.Add(await door.Client.GetStringAsync("/api/v1/people/spread"));
            texts.Add(await door.Client.GetStringAsync("/api/v1/people/returned?by=sex"));
            texts.Add(await door.Client.GetStringAsync("/api/v1/cohorts"));
            if (first.Count == 0) first = texts;
            else texts.ShouldBe(first);
        }
        string.Join(' ', first).ShouldContain("fewer than 5");
    }
}
