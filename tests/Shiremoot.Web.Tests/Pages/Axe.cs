using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Shiremoot.Web.Tests.Pages;

/// <summary>axe on a page: WCAG 2.2 to level AA, and its best practices. A line a fault.</summary>
public static class Axe
{
    private static readonly List<string> Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Standards } });
        return [.. result.Violations.Select(v => $"axe {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
    }
}
