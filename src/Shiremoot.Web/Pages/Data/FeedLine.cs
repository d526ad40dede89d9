using System.Globalization;
using Shiremoot.Intake;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Data;

/// <summary>A feed and how it stands: which of its files are in use, and whether the last one was refused.</summary>
internal sealed record FeedLine(Feed Feed, IReadOnlyList<Receipt> Loads)
{
    public IReadOnlyList<Receipt> InUse => [.. Loads.Where(r => r.Status == LoadStatus.Active)];

    public string State => Loads.Count == 0 ? "Nothing taken in yet"
        : Loads[0].Status == LoadStatus.Refused ? (InUse.Count > 0 ? "The last file was refused; an earlier one is in use" : "The last file was refused")
        : InUse.Count switch { 0 => "Forgotten", 1 => "In use", var n => string.Create(CultureInfo.InvariantCulture, $"{n} files in use") };

    public static IReadOnlyList<FeedLine> All(Shire shire)
    {
        ILookup<string, Receipt> loads = shire.Receipts().ToLookup(r => r.Feed);
        return [.. shire.Feeds.Select(f => new FeedLine(f, [.. loads[f.Id]]))];
    }

    public static TableView TableOf(IReadOnlyList<FeedLine> lines) => new(
        "Feeds and how they stand", [new("Feed"), new("State"), new("Latest"), new("What it is"), new("Agreement or licence"), new("File")],
        [.. lines.Select(l => Row.Of(
            l.Feed.Title, l.State, l.Loads.Count == 0 ? "never" : new Cell(LoadWords.When(l.Loads[0].TakenInAt), LoadWords.Href(l.Loads[0].Load)),
            LoadWords.Origin(l.Feed.Origin), l.Feed.Agreement, string.Join(", ", l.Feed.Files.Select(Path.GetFileName))))])
    { CaptionHidden = true };
}
