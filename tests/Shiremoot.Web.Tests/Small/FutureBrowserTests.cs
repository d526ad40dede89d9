using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shiremoot.Web.Tests.Pages;

namespace Shiremoot.Web.Tests.Small;

/// <summary>What if in a real browser: sliders, the sharper answer that comes by itself, and the same without script.</summary>
[Collection(nameof(Chromium))]
public sealed class FutureBrowserTests(Chromium chromium)
{
    private const string Page = "/futures/scenarios/" + FuturePlace.Women;
    private const int Patience = 180_000;

    [Fact]
    public async Task A_slider_is_moved_by_keyboard_and_the_sharper_answer_comes_by_itself()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make(), signIn: false);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type is "error" or "warning") faults.Add(message.Text); };
        page.PageError += (_, error) => faults.Add(error);
        await page.GotoAsync(door.Link);
        await page.GotoAsync(new Uri(door.Root, Page).ToString());
        ILocator slider = page.GetByRole(AriaRole.Slider).First;
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        (await page.Locator("#n-instead").InputValueAsync()).ShouldBe("1");
        await page.Locator(".app-assumptions", new() { HasText = "Set by you" }).WaitForAsync(new() { Timeout = Patience });
        page.Url.ShouldContain("n-instead=1");
        page.Url.ShouldNotContain("n-take-up");
        await page.WaitForSelectorAsync(".app-awaiting--done", new() { Timeout = Patience });
        (await page.Locator("#answer").TextContentAsync())!.ShouldContain("fewer women and girls in custody at once");
        await page.WaitForSelectorAsync("#money .app-chart__drawing[data-drawn] svg path", new() { State = WaitForSelectorState.Attached });
        (await slider.EvaluateAsync<bool>("s => s === document.activeElement")).ShouldBeTrue();
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_form_sets_a_number_and_a_link_leads_to_the_sharper_answer()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make(), signIn: false);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(door.Link);
        await page.GotoAsync(new Uri(door.Root, Page).ToString());
        await page.GetByLabel(new Regex("^Share of those women who take the place")).FillAsync("0.8");
        await page.GetByRole(AriaRole.Button, new() { Name = "Work it out" }).ClickAsync();
        page.Url.ShouldContain("n-take-up=0.8");
        (await page.TextContentAsync("main"))!.ShouldContain("Set by you");
        await FuturePagesTests.SharpAsync(Status(door, context), $"{FuturePlace.Women}?n-take-up=0.8");
        if (await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^See the") }).CountAsync() > 0) await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^See the") }).ClickAsync();
        (await page.TextContentAsync(".app-awaiting"))!.ShouldContain($"Worked out from {SmallDoor.SharpRuns} runs");
        (await page.Locator("#money table tbody tr").CountAsync()).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Pages_of_the_future_are_accessible_quiet_and_never_scroll_sideways()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make(), signIn: false);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type is "error" or "warning") faults.Add($"{page.Url}: console: {message.Text}"); };
        await page.GotoAsync(door.Link);
        foreach (string of in (string[])["", FuturePlace.Women, FuturePlace.Half]) await FuturePagesTests.SharpAsync(Status(door, context), of);
        foreach (string address in (string[])["/futures", Page, $"{Page}?n-instead=9", $"/futures/compare?of={FuturePlace.Women}&of={FuturePlace.Half}", "/futures/compare", "/futures/facts"])
            faults.AddRange(await PageLook.FaultsAsync(page, door.Root, address));
        faults.ShouldBeEmpty();
    }

    private static Func<string, Task<HttpStatusCode>> Status(SmallDoor door, IBrowserContext context) => async address =>
        (HttpStatusCode)(await context.APIRequest.GetAsync(new Uri(door.Root, address).ToString())).Status;
}
