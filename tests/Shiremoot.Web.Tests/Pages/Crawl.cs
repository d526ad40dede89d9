using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Shiremoot.Web.Tests.Pages;

/// <summary>
/// Walks from page to page by links and looks at each as people do: in a wide window, on a phone, without script, and with axe.
/// Of pages that differ only in what they are of (a measure, an area, a method) it takes one, and those it is told to.
/// Faults are gathered, a line each, so that one run shows them all.
/// </summary>
public sealed partial class Crawl
{
    private const int MostAlike = 1, AnswersWithin = 300_000;
    private readonly RunningDoor door;
    private readonly Dictionary<string, int> alike = [];
    private readonly List<string> faults = [];
    private readonly Queue<string> toSee = new(["/"]);
    private readonly HashSet<string> seen = ["/"];
    private IPage wide = null!, narrow = null!, plain = null!;

    private Crawl(RunningDoor door) => this.door = door;

    public static async Task<(IReadOnlyCollection<string> Pages, IReadOnlyList<string> Faults)> RunAsync(IBrowser browser, RunningDoor door, IReadOnlyList<string> also)
    {
        Crawl crawl = new(door);
        foreach (string address in also.Where(crawl.seen.Add)) crawl.toSee.Enqueue(address);
        await using IBrowserContext scripted = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        crawl.wide = await crawl.NewPageAsync(scripted);
        (await crawl.wide.GotoAsync(door.Link))!.Ok.ShouldBeTrue();
        string state = await scripted.StorageStateAsync();
        await using IBrowserContext phone = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 375, Height = 812 }, StorageState = state });
        await using IBrowserContext scriptless = await browser.NewContextAsync(new() { JavaScriptEnabled = false, StorageState = state });
        crawl.narrow = await crawl.NewPageAsync(phone);
        crawl.plain = await crawl.NewPageAsync(scriptless);
        while (crawl.toSee.TryDequeue(out string? address)) await crawl.VisitAsync(address);
        return (crawl.seen, crawl.faults);
    }

    private async Task<IPage> NewPageAsync(IBrowserContext context)
    {
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") faults.Add($"{page.Url}: console {message.Type}: {message.Text}"); };
        page.PageError += (_, error) => faults.Add($"{page.Url}: script error: {error}");
        page.Request += (_, request) => { if (!IsOurs(request.Url)) faults.Add($"{page.Url}: asks another host: {request.Url}"); };
        page.RequestFailed += (_, request) => faults.Add($"{page.Url}: cannot load {request.Url}: {request.Failure}");
        return page;
    }

    private bool IsOurs(string url) => url.StartsWith("data:") || url.StartsWith("blob:") || url.StartsWith(door.Root.ToString());

    private async Task VisitAsync(string address)
    {
        IResponse answer = (await wide.GotoAsync(address.StartsWith('/') ? new Uri(door.Root, address).ToString() : address, new() { WaitUntil = WaitUntilState.NetworkIdle }))!;
        if (!answer.Ok) faults.Add($"{address}: answers {answer.Status}");
        if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html")) return;
        // A page whose answer is still being worked out reads otherwise a moment later.
        await wide.Locator(".app-awaiting:not(.app-awaiting--done)").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = AnswersWithin });

        foreach (IElementHandle link in await wide.QuerySelectorAllAsync("a[href]:not([download])")) Note(await link.EvaluateAsync<string>("a => a.href"));
        await CheckAsync(wide, address, "wide");
        string text = await TextAsync(wide);
        await narrow.GotoAsync(new Uri(door.Root, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await CheckAsync(narrow, address, "narrow");
        await plain.GotoAsync(new Uri(door.Root, address).ToString());
        string plainText = await TextAsync(plain);
        if (text != plainText) faults.Add($"{address}: reads differently without script, from '{Difference(text, plainText)}'");
        if (text.Length < 40) faults.Add($"{address}: says next to nothing");
    }

    private void Note(string href)
    {
        if (!IsOurs(href)) return;
        string address = new Uri(href).PathAndQuery;
        if (address == "/sign-out" || seen.Contains(address) || !IsOfFew(address)) return;
        seen.Add(address);
        toSee.Enqueue(address);
    }

    // Pages of one kind share their first folder, the number of folders, and what they are asked.
    private bool IsOfFew(string address)
    {
        string[] parts = address.Split('?'), folders = parts[0].Trim('/').Split('/');
        if (folders.Length == 1 && parts.Length == 1) return true;
        string kind = $"{folders[0]}/{folders.Length}?{(parts.Length > 1 ? string.Join('&', parts[1].Split('&').Select(q => q.Split('=')[0])) : "")}";
        return (alike[kind] = alike.GetValueOrDefault(kind) + 1) <= MostAlike;
    }

    private async Task CheckAsync(IPage page, string address, string width)
    {
        foreach (IElementHandle chart in await page.QuerySelectorAllAsync(".app-chart__drawing:not([data-drawn])"))
            faults.Add($"{address} ({width}): a chart was not drawn: {await chart.GetAttributeAsync("aria-label")}");
        await ScreenshotAsync(page, address, width);
        int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) faults.Add($"{address} ({width}): scrolls {over} pixels sideways");
        // Closed details hide what they hold: open them, as a reader would.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        // What axe says of a page hardly hangs on its width: on a phone the heads of the rooms are enough.
        if (page == wide || address.LastIndexOf('/') == 0) faults.AddRange((await Axe.FaultsAsync(page)).Select(f => $"{address} ({width}): {f}"));
        over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) faults.Add($"{address} ({width}): with details open scrolls {over} pixels sideways");
    }

    // What a reader reads: all text of the page but what scripts draw from the same figures.
    private static async Task<string> TextAsync(IPage page) => Spaces().Replace(await page.EvaluateAsync<string>("""
        (() => {
          const main = document.querySelector('main').cloneNode(true)
          main.querySelectorAll('.app-chart__drawing, [data-tool], script').forEach(e => e.remove())
          return main.textContent
        })()
        """), " ").Trim();

    private static string Difference(string a, string b)
    {
        int at = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        return a.Substring(at, Math.Min(60, a.Length - at));
    }

    private static async Task ScreenshotAsync(IPage page, string address, string width)
    {
        if (Environment.GetEnvironmentVariable("SHIREMOOT_SCREENSHOTS") != "1") return;
        string name = NotNames().Replace(address.Trim('/'), "-").Trim('-');
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Folder, "docs", "screenshots", $"{(name.Length == 0 ? "home" : name)}-{width}.png"), FullPage = true });
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotNames();
}
