using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace Shiremoot.Web.Tests.Pages.Evidence;

/// <summary>The pages of the evidence register: listed, searched, one in full, a local result with what is published; accessible wide, narrow and without script.</summary>
[Collection(nameof(Chromium))]
public sealed class EvidencePagesTests(Chromium chromium)
{
    private const string Place = """
        id: testshire
        title: Testshire
        areas: [{ code: E08000025, name: Birmingham, kind: local-authority }]
        period: { from: 2006-04-01, until: 2025-04-01 }
        disclosure: default
        """;

    private static readonly Lazy<Shire> Made = new(() => TestPlace.Open(
        ("place.yaml", Place), ("evidence/one.yaml", Entry("one", 0.8, 0.7, 0.914)), ("evidence/two.yaml", Entry("two", 0.9, 0.8, 1.0125)), ("evidence/here.yaml", Entry("here", 0.5, 0.25, 1.0, "local: true"))));

    [Fact]
    public async Task Entries_are_listed_in_order_of_intervention_and_found_by_words()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        using HttpClient client = await door.SignedInAsync();
        var all = await client.ReadAsync("/evidence");
        all.QuerySelector("nav a[href='/evidence']").ShouldNotBeNull();
        all.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(12);
        all.QuerySelector("main")!.TextContent.ShouldContain("marked not verified");
        all.QuerySelector("main")!.TextContent.ShouldContain("Other files can use");
        (await client.ReadAsync("/evidence?find=drug+court")).QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ShouldBe(["/evidence/drug-courts-adults", "/evidence/drug-courts-youth"]);
        (await client.ReadAsync("/evidence?find=%3Cscript%3E")).QuerySelector("main")!.TextContent.ShouldContain("None of");
        (await client.GetStringAsync("/api/v1/evidence/table.csv")).ShouldContain("drug-courts-adults");
    }

    [Fact]
    public async Task A_local_result_stands_with_what_is_published_and_with_its_weights()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        using HttpClient client = await door.SignedInAsync();
        var page = await client.ReadAsync("/evidence/here");
        page.QuerySelectorAll(".app-figure__label").Select(f => f.TextContent).ShouldBe(["Effect on reoffending", "Quality", "With what is published"]);
        page.QuerySelectorAll("#forest tbody tr").Length.ShouldBe(4);
        page.QuerySelector("#weights + .app-scroll")!.TextContent.ShouldContain("%");
        page.QuerySelector("main")!.TextContent.ShouldContain("evidence:here");
        using JsonDocument one = JsonDocument.Parse(await client.GetStringAsync("/api/v1/evidence/here"));
        one.RootElement.GetProperty("effect").GetDouble().ShouldBe(0.5, 1e-9);
        (await client.GetAsync("/evidence/no-such")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/api/v1/evidence/no-such")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_not_checked_says_so_first()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        using HttpClient client = await door.SignedInAsync();
        (await client.ReadAsync("/evidence/womens-centres")).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Not verified.");
        (await client.ReadAsync("/evidence/restorative-justice-youth")).QuerySelector(".app-lede")!.TextContent.ShouldBe("No figure of its effect is held here.");
    }

    [Fact]
    public async Task Pages_of_evidence_are_accessible_wide_and_narrow_and_their_charts_are_drawn()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(door.Link);
        List<string> faults = [];
        foreach (string address in (string[])["/evidence", "/evidence?find=zzz", "/evidence/here", "/evidence/scared-straight", "/evidence/mentoring-youth"]) faults.AddRange(await PageLook.FaultsAsync(page, door.Root, address));
        faults.ShouldBeEmpty();
    }

    private static string Entry(string id, double effect, double lower, double upper, string more = "note: made for a test") => FormattableString.Invariant(
        $"id: {id}\ntitle: Made {id}\nintervention: made\npopulation: anyone\noutcome: reoffending\nmeasure: risk ratio\neffect: {effect}\nlower: {lower}\nupper: {upper}\ndesign: trial\nquality: 5\nplace: nowhere\nyear: 2020\nsource: Made for a test\nreference: none at all\nverified: yes\n{more}\n");
}
