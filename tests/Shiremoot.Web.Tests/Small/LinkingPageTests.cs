using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Shiremoot.Web.Tests.Small;

/// <summary>How records were linked: weights, learning, thresholds, records a person and blocking, and no word of anyone.</summary>
public sealed class LinkingPageTests
{
    private static readonly string[] Names = ["Ann", "Bob", "Gus", "Lee", "Ray", "Roe", "PA1", "PB1", "1970", "B1 1AA"];

    [Fact]
    public async Task The_page_says_how_records_were_linked_and_names_nobody()
    {
        await using SmallDoor door = await LinkedAsync();
        string text = await door.TextAsync("/people/linking");
        foreach (string said in (string[])["Name: same full", "same(full)", "Pairs compared", "The threshold used", "2 records", "Found by no other", "Keys cut short", "Generated: no such people exist", "One person across agencies", "every pair was"])
            text.ShouldContain(said);
        foreach (string name in Names) text.Split([' ', ',', ':', ';', '(', ')', '“', '”', '"']).ShouldNotContain(name);
        (await door.TextAsync("/people")).ShouldContain("How records were linked");
        (await door.TextAsync("/people/review")).ShouldContain("How records were linked");
    }

    [Fact]
    public async Task Without_script_each_chart_has_its_figures_in_a_table_and_a_sentence_on_how_to_read_it()
    {
        await using SmallDoor door = await LinkedAsync();
        var page = await door.Client.ReadAsync("/people/linking");
        var charts = page.QuerySelectorAll(".app-chart");
        charts.Select(c => c.Id).ShouldBe(["weights", "learning", "thresholds", "blocking"]);
        page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("51 records or more"); // of so few people no bar may be drawn: their table alone stands
        foreach (var chart in charts)
        {
            chart.QuerySelector("details[open] table tbody tr").ShouldNotBeNull(chart.Id);
            chart.PreviousElementSibling!.TextContent.ShouldStartWith("How to read the chart");
        }
    }

    [Fact]
    public async Task Every_file_it_offers_opens_says_that_people_are_generated_and_names_nobody()
    {
        await using SmallDoor door = await LinkedAsync();
        string[] files = [.. (await door.Client.ReadAsync("/people/linking")).QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!)];
        files.Length.ShouldBe(11);
        foreach (string file in files)
        {
            using HttpResponseMessage answer = await door.Client.GetAsync(file);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            if (file.EndsWith(".xlsx", StringComparison.Ordinal)) continue;
            string text = await answer.Content.ReadAsStringAsync();
            text.ShouldContain("Generated: no such people exist", customMessage: file);
            foreach (string name in Names.Where(n => n.Length > 3)) text.ShouldNotContain($"\"{name}\"", customMessage: file);
        }
    }

    [Fact]
    public async Task The_API_gives_the_figures_of_the_page_protected()
    {
        await using SmallDoor door = await LinkedAsync();
        JsonElement linking = await door.Client.GetFromJsonAsync<JsonElement>("/api/v1/linking");
        linking.GetProperty("records").GetInt64().ShouldBe(80);
        linking.GetProperty("foundByBlockingAtMost").GetDouble().ShouldBe(1); // so few records that every pair is compared
        foreach (JsonElement size in linking.GetProperty("recordsPerPerson").EnumerateArray())
            if (size.GetProperty("people") is { ValueKind: JsonValueKind.Number } people) (people.GetInt64() % 5).ShouldBe(0);
        foreach (JsonElement level in linking.GetProperty("comparisons").EnumerateArray().SelectMany(c => c.GetProperty("levels").EnumerateArray()))
        {
            double m = level.GetProperty("m").GetDouble(), u = level.GetProperty("u").GetDouble();
            level.GetProperty("bits").GetDouble().ShouldBe(Math.Log2(m / u), 1e-9);
            if (level.GetProperty("pairs") is { ValueKind: JsonValueKind.Number } pairs) (pairs.GetInt64() % 5).ShouldBe(0);
        }
        linking.GetProperty("thresholds").EnumerateArray().ShouldContain(t => t.GetProperty("bits").GetDouble() == linking.GetProperty("thresholdBits").GetDouble());
    }

    [Fact]
    public async Task A_place_whose_records_are_not_linked_says_so()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.TextAsync("/people/linking")).ShouldContain("has not been built");
        (await door.StatusAsync("/api/v1/linking")).ShouldBe(HttpStatusCode.Conflict);
        (await door.StatusAsync("/api/v1/linking/levels.csv")).ShouldBe(HttpStatusCode.Conflict);
        await using SmallDoor outside = await SmallDoor.OpenAsync(SmallPlace.Bare(), signIn: false);
        (await outside.StatusAsync("/people/linking")).ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<SmallDoor> LinkedAsync()
    {
        SmallDoor door = await SmallDoor.OpenAsync(TwoAgencies.Place());
        door.Shire.BuildSpine().IsRefused.ShouldBeFalse();
        return door;
    }
}
