namespace Shiremoot.Web.Parts;

/// <summary>Which page of a long list is shown. Show it with <c>&lt;partial name="_Pagination" model="pages" /&gt;</c>.</summary>
/// <param name="Current">From 1.</param>
/// <param name="Count">How many pages there are.</param>
/// <param name="Href">The address of a page.</param>
/// <param name="Of">What the list holds, read out to those who cannot see it: "quarantined rows".</param>
public sealed record Pagination(int Current, int Count, Func<int, string> Href, string Of)
{
    /// <summary>First, last, current and its neighbours; null stands for a gap.</summary>
    public IReadOnlyList<int?> Shown()
    {
        List<int?> shown = [];
        for (int page = 1; page <= Count; page++)
        {
            bool isShown = page == 1 || page == Count || Math.Abs(page - Current) <= 1;
            if (isShown) shown.Add(page);
            else if (shown[^1] is not null) shown.Add(null);
        }
        return shown;
    }
}

/// <summary>Where a page stands: links from Home down, the page itself left out. Set as <c>ViewData["Trail"]</c>.</summary>
public sealed record Crumb(string Text, string Href);
