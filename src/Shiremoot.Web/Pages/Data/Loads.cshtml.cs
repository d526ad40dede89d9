using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Intake;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Data;

public sealed class LoadsPage(Shire shire) : PageModel
{
    private const int PerPage = 50;

    public int Count { get; private set; }

    public Pagination Pages { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    // "page" is a word that Razor Pages keeps for itself.
    public IActionResult OnGet([FromQuery(Name = "from")] int current = 1)
    {
        IReadOnlyList<Receipt> receipts = shire.Receipts();
        Count = receipts.Count;
        int pages = Math.Max(1, (Count + PerPage - 1) / PerPage);
        if (current < 1 || current > pages) return NotFound();
        Pages = new(current, pages, p => string.Create(CultureInfo.InvariantCulture, $"/data/loads?from={p}"), "receipts");
        Table = new(
            "Receipts", [new("File"), new("Feed"), new("Taken in"), new("State"), new("Rows in", true), new("Accepted", true), new("Quarantined", true)],
            [.. receipts.Skip((current - 1) * PerPage).Take(PerPage).Select(r => Row.Of(
                new Cell(r.FileName, LoadWords.Href(r.Load)), shire.Feeds.FirstOrDefault(f => f.Id == r.Feed)?.Title ?? r.Feed, LoadWords.When(r.TakenInAt), LoadWords.Status(r.Status),
                LoadWords.Rows(r.RowsIn), LoadWords.Rows(r.RowsAccepted), LoadWords.Rows(r.RowsQuarantined)))])
        { CaptionHidden = true, Notes = ["Rows of files, for the data's stewards; not for publication."] };
        return Page();
    }
}
