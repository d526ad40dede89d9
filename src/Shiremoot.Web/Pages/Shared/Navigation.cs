namespace Shiremoot.Web.Pages.Shared;

/// <summary>The pages of the top navigation, in order. An entry shows once its page exists.</summary>
internal static class Navigation
{
    private static readonly (string Text, string Page)[] Entries =
    [
        ("Home", "/Index"),
        ("Questions", "/Questions/Index"),
        ("Picture", "/Picture/Index"),
        ("Areas", "/Areas/Index"),
        ("People", "/People/Index"),
        ("Evidence", "/Evidence/Index"),
        ("Costs", "/Costs/Index"),
        ("What if", "/Futures/Index"),
        ("Data", "/Data/Index"),
        ("Methods", "/Methods/Index"),
        ("About", "/About"),
    ];

    /// <summary>The entries whose pages exist, marking the one the reader is in.</summary>
    public static IEnumerable<(string Text, string Href, bool IsHere, bool IsWithin)> For(HttpContext context, LinkGenerator links)
    {
        string at = context.Request.Path.Value ?? "/";
        foreach ((string text, string page) in Entries)
        {
            if (links.GetPathByPage(page) is not { } href) continue;
            bool isHere = string.Equals(at.TrimEnd('/'), href.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
            bool isWithin = href.Length > 1 && at.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase);
            yield return (text, href, isHere, isWithin);
        }
    }
}
