using Microsoft.Playwright;
using Shiremoot.Web.Tests.Pages;

namespace Shiremoot.Web.Tests.Small;

/// <summary>The pages of people, costs and data in a real browser.</summary>
[Collection(nameof(Chromium))]
public sealed class LookTests(Chromium chromium)
{
    private const int Phone = 375;

    private static readonly string[] Addresses =
    [
        "/", "/people", "/people/measures/people", "/people/measures/spread", "/people/measures/returned", "/people/cohorts", "/people/cohorts/arrested", "/people/build", "/people/build?where=sex+%3D+%27female%27&index=first(arrest)", "/people/pathways", "/people/pathways?cohort=arrested&part=before", "/people/build?where=sax+%3D+1", "/costs", "/costs/units", "/costs/units?find=prison",
        "/costs/units/CR3.0", "/data", "/data/loads", "/data/loads/1", "/data/loads/2", "/data/audit", "/about",
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Pages_are_accessible_and_quiet_and_never_scroll_sideways(int width)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60), "p90,other,1,no,2021-06-01\n"), signIn: false);
        await LookAsync(door, Addresses, width);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task So_are_pages_of_linked_people(int width)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(TwoAgencies.Place(), signIn: false);
        door.Shire.BuildSpine().IsRefused.ShouldBeFalse();
        await LookAsync(door, ["/people", "/people/linking", "/people/review", "/people/story"], width);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task So_are_pages_of_options(int width)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(OptionPagesTests.Place(), signIn: false);
        await LookAsync(door, ["/costs/options", "/costs/options/mentors", "/costs/options/compare?of=mentors&of=dearer"], width);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task So_are_pages_of_budgets(int width)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(BudgetPagesTests.Place(), signIn: false);
        await LookAsync(door, ["/futures", "/futures/budgets", "/futures/budgets/custody", "/futures/budgets/youth-custody-pathfinder", "/futures/budgets/compare?of=custody&of=peterborough"], width);
    }

    private async Task LookAsync(SmallDoor door, IReadOnlyList<string> addresses, int width)
    {
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type is "error" or "warning") faults.Add($"{page.Url}: console: {message.Text}"); };
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        await page.GotoAsync(door.Link);
        foreach (string address in addresses)
        {
            IResponse answer = (await page.GotoAsync(new Uri(door.Root, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle }))!;
            if (!answer.Ok) faults.Add($"{address}: {answer.Status}");
            foreach (IElementHandle chart in await page.QuerySelectorAllAsync(".app-chart__drawing:not([data-drawn])")) faults.Add($"{address}: not drawn: {await chart.GetAttributeAsync("aria-label")}");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) faults.Add($"{address}: scrolls {over} pixels sideways");
            // What axe says of a page hardly hangs on its width; the walk through every page asks it of both.
            if (width > Phone) faults.AddRange((await Axe.FaultsAsync(page)).Select(f => $"{address}: {f}"));
        }
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_pages_hold_the_same_figures_and_forms_still_choose()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)), signIn: false);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(door.Link);
        await page.GotoAsync(new Uri(door.Root, "/people/measures/returned").ToString());
        await page.GetByLabel("Break down by").SelectOptionAsync("sex");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        page.Url.ShouldEndWith("?by=sex");
        (await page.Locator("table").First.TextContentAsync())!.ShouldContain("female");
        await page.GotoAsync(new Uri(door.Root, "/costs").ToString());
        await page.GetByLabel("Prices of").SelectOptionAsync("2006/07");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        (await page.TextContentAsync("main"))!.ShouldContain("£593,000");
    }
}
