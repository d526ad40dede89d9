using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Shiremoot.Futures;
using Shiremoot.Web.Tests.Small;

namespace Shiremoot.Web.Tests.Pages.Questions;

/// <summary>The pages of the questions, on the West Midlands with generated people.</summary>
[Collection(nameof(Chromium))]
public sealed class QuestionPagesTests(Chromium chromium)
{
    private static readonly string[] Feeds = ["children-calendar", "children-spend", "police-arrests", "population", "population-by-age", "deprivation", "youth-inspections", "prison-population"];
    private static readonly Lazy<Shire> Generated = new(Open);
    private static readonly string[] Ids = [.. Enumerable.Range(1, 24).Select(n => $"Q{n:00}")];

    // Pages of questions are made of the parts that pages of measures show one at a time; a page of many takes axe half a minute.
    private static readonly string[] LookedAtClosely = ["/questions", "/questions/Q10", "/questions/Q15", "/people/measures/what-goes-with-return-all", "/people/measures/people-expected-reoffending", "/people/measures/where-held-all"];

    [Fact]
    public async Task Pages_of_questions_are_accessible_and_never_scroll_sideways_on_a_phone()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Generated.Value);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(door.Link);
        List<string> faults = [];
        foreach (string address in LookedAtClosely) faults.AddRange(await PageLook.FaultsAsync(page, door.Root, address));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_of_a_question_opens()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Generated.Value);
        using HttpClient client = await door.SignedInAsync();
        List<string> faults = [];
        foreach (string id in Ids)
        {
            using HttpResponseMessage answer = await client.GetAsync($"/questions/{id}");
            if (answer.StatusCode != HttpStatusCode.OK) faults.Add($"{id}: answers {answer.StatusCode}");
        }
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_has_its_sentence_charts_with_tables_definition_why_gaps_and_files()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Generated.Value);
        using HttpClient client = await door.SignedInAsync();
        var page = await client.ReadAsync("/questions/Q07");
        string main = page.QuerySelector("main")!.TextContent;
        page.QuerySelector(".app-lede")!.TextContent.ShouldContain("people came back and");
        foreach (string said in (string[])["Generated: no such people exist", "What is taken for an answer", "Why this number", "Who holds it", "Counts of people below 5 are withheld"]) main.ShouldContain(said);
        page.QuerySelectorAll(".app-chart table").Length.ShouldBeGreaterThan(3);
        page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        string file = page.QuerySelectorAll("a[download]").First().GetAttribute("href")!;
        (await client.GetStringAsync(file)).ShouldContain("Counts of people below 5 are withheld");
        var all = await client.ReadAsync("/questions");
        all.QuerySelectorAll("main h3 a").Select(a => a.GetAttribute("href")).ShouldBe(Ids.Select(id => $"/questions/{id}"), ignoreOrder: true);
        all.QuerySelector("nav a[href='/questions']").ShouldNotBeNull();
        using JsonDocument one = JsonDocument.Parse(await client.GetStringAsync("/api/v1/questions/Q07"));
        one.RootElement.GetProperty("sentence").GetString().ShouldBe(page.QuerySelector(".app-lede")!.TextContent);
        using JsonDocument list = JsonDocument.Parse(await client.GetStringAsync("/api/v1/questions"));
        list.RootElement.GetArrayLength().ShouldBe(24);
    }

    [Theory]
    [InlineData("/questions/Q25")]
    [InlineData("/api/v1/questions/Q25")]
    public async Task A_question_nobody_asked_is_not_found(string address)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_place_with_no_data_says_that_it_does_not_know_and_which_room_would()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.TextAsync("/questions/Q07")).ShouldContain("Not known");
        (await door.TextAsync("/questions/Q17")).ShouldContain("The room Moot answers this in full");
    }

    private static Shire Open()
    {
        string place = Path.Combine(Checkout.Folder, "places", "west-midlands"), folder = Directory.CreateTempSubdirectory("questions").FullName, made = Path.Combine(folder, "made");
        Shire.Generating(place, null).Value.Run(new GenerationAsked(3000, 6, 1, made, 2), null).IsRefused.ShouldBeFalse();
        Shire shire = Shire.Open(place, new ShireOptions { Store = Path.Combine(folder, "store.db"), DataFolder = made }).Value;
        shire.TakeIn([.. Feeds, .. shire.Feeds.Where(f => f.Files.Any(name => File.Exists(Path.Combine(made, name)))).Select(f => f.Id)]).IsRefused.ShouldBeFalse();
        shire.BuildSpine().IsRefused.ShouldBeFalse();
        return shire;
    }
}
