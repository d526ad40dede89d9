using Microsoft.Playwright;

namespace Shiremoot.Web.Tests.Pages;

/// <summary>What a person does in a browser, step by step.</summary>
[Collection(nameof(Chromium))]
public sealed class BrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_signs_in_by_link_signs_out_and_is_out()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(door.Link);
        page.Url.ShouldBe(door.Root.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/signed-out");
        (await context.CookiesAsync()).ShouldAllBe(c => !c.Name.StartsWith("shiremoot") || c.Name.StartsWith("shiremoot-form"));
        await page.GotoAsync(door.Root.ToString());
        page.Url.ShouldEndWith("/sign-in");
    }

    [Fact]
    public async Task Pages_outside_sign_in_are_accessible_too()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        foreach (string address in (string[])["/sign-in", "/sign-in?key=wrong", "/signed-out"])
        {
            await page.GotoAsync(new Uri(door.Root, address).ToString());
            (await Axe.FaultsAsync(page)).ShouldBeEmpty(address);
        }
        await page.GotoAsync(door.Link);
        foreach (string address in (string[])["/no-such-page", "/fault", "/sign-out"])
        {
            await page.GotoAsync(new Uri(door.Root, address).ToString());
            (await Axe.FaultsAsync(page)).ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task Charts_are_drawn_and_their_tables_fold_away()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(door.Link);
        await page.GotoAsync(new Uri(door.Root, "/methods/reading-charts").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (string id in (string[])["example-line", "example-bar", "example-funnel", "example-lorenz", "example-sankey"])
        {
            (await page.Locator($"#{id} .app-chart__drawing svg path").CountAsync()).ShouldBeGreaterThan(5, id);
            (await page.Locator($"#{id} details[open]").CountAsync()).ShouldBe(0, id);
        }
    }

    [Fact]
    public async Task An_area_picked_by_name_is_told_and_outlined()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(door.Link);
        await page.GotoAsync(new Uri(door.Root, "/methods/reading-charts").ToString());
        await page.GetByLabel("Find an area").SelectOptionAsync(new SelectOptionValue { Label = "Area C3" });
        (await page.Locator(".app-map__readout").TextContentAsync()).ShouldBe("Area C3: 14.4");
        (await page.Locator(".app-map__area--picked").CountAsync()).ShouldBe(1);
        await page.GetByLabel("Find an area").SelectOptionAsync(new SelectOptionValue { Label = "Area B5" });
        (await page.Locator(".app-map__readout").TextContentAsync()).ShouldBe("Area B5: no figure");
    }
}
