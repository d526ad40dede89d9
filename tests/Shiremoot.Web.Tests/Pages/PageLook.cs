using Microsoft.Playwright;

namespace Shiremoot.Web.Tests.Pages;

/// <summary>Looks at a page as people do: it answers, its charts are drawn, axe finds nothing in it with all details open, and on a phone it does not scroll sideways.</summary>
public static class PageLook
{
    /// <summary>A line a fault. The page's window is wide, before and after.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, Uri root, string address)
    {
        List<string> faults = [];
        IResponse answer = (await page.GotoAsync(new Uri(root, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle }))!;
        if (!answer.Ok) faults.Add($"{address}: answers {answer.Status}");
        foreach (IElementHandle chart in await page.QuerySelectorAllAsync(".app-chart__drawing:not([data-drawn])")) faults.Add($"{address}: a chart was not drawn: {await chart.GetAttributeAsync("aria-label")}");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        faults.AddRange((await Axe.FaultsAsync(page)).Select(f => $"{address}: {f}"));
        await page.SetViewportSizeAsync(375, 812);
        // Charts take their new size in the frame after the window has its own.
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) faults.Add($"{address}: scrolls {over} pixels sideways on a phone");
        await page.SetViewportSizeAsync(1280, 900);
        return faults;
    }
}
