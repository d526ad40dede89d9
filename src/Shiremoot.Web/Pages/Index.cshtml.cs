using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shiremoot.Web.Pages;

public sealed class IndexPage(LinkGenerator links) : PageModel
{
    /// <summary>The pages that bear on an aim, of those that exist.</summary>
    internal IEnumerable<(string Text, string Href)> PagesFor(Aim aim)
    {
        foreach ((string text, string page) in aim.Pages)
            if (links.GetPathByPage(page) is { } href) yield return (text, href);
    }
}
