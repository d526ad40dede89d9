using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages;

public sealed class AboutPage(Shire shire) : PageModel
{
    /// <summary>The feeds with data, by where they come from: real records first, since they ask for most care.</summary>
    public TableView Feeds { get; private set; } = null!;

    public void OnGet()
    {
        ILookup<string, Receipt> inUse = shire.Receipts().Where(r => r.Status == LoadStatus.Active).ToLookup(r => r.Feed);
        Feeds = new("Data in use", [new("What"), new("What it is"), new("Source"), new("Agreement or licence")],
            [.. shire.Feeds.Where(f => inUse.Contains(f.Id)).OrderBy(f => f.Origin switch { Origin.Real => 0, Origin.Generated => 1, _ => 2 }).ThenBy(f => f.Title, StringComparer.Ordinal)
                .Select(f => Row.Of(f.Title, Data.LoadWords.Origin(inUse[f.Id].First().Origin), f.Source, f.Agreement))]);
    }
}
