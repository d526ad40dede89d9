using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Extensions;
using Shiremoot.Intake;
using Shiremoot.Web.Pages.Data;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Pages;

public sealed class IndexPage(LinkGenerator links, Shire shire, PlaceOnShow place, TimeProvider clock) : PageModel
{
    private HomeFacts facts = null!;

    public string About => shire.Place.About;

    /// <summary>Who governs today, one after another.</summary>
    public string Governing => string.Join("; ", facts.Governing().Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Title} (since {g.From:d MMMM uuuu})")));

    /// <summary>What has been taken in, and when last.</summary>
    public string Loaded { get; private set; } = "";

    public void OnGet()
    {
        facts = new(shire, place, clock.GetUtcNow().ToInstant().InUtc().Date);
        IReadOnlyList<Receipt> receipts = shire.Receipts();
        Receipt[] inUse = [.. receipts.Where(r => r.Status == LoadStatus.Active)];
        Loaded = inUse.Length == 0
            ? "Nothing has been taken in yet."
            : string.Create(CultureInfo.InvariantCulture, $"{inUse.Length} {(inUse.Length == 1 ? "file" : "files")} from {inUse.Select(r => r.Feed).Distinct().Count()} of {shire.Feeds.Count} feeds, last taken in {LoadWords.When(inUse[0].TakenInAt)}.");
    }

    internal Known KnownOf(Aim aim) => facts.Of(aim, id => links.GetPathByPage("/Picture/Measure", values: new { id }));

    /// <summary>The pages that bear on an aim, of those that exist.</summary>
    internal IEnumerable<(string Text, string Href)> PagesFor(Aim aim)
    {
        foreach ((string text, string page) in aim.Pages)
            if (links.GetPathByPage(page) is { } href) yield return (text, href);
    }
}
