using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Data;

public sealed class LoadPage(Shire shire) : PageModel
{
    public Receipt Receipt { get; private set; } = null!;

    /// <summary>The feed it came by; null if its file has gone.</summary>
    public Feed? Feed => shire.Feeds.FirstOrDefault(f => f.Id == Receipt.Feed);

    public long? ReplacedBy => shire.Receipts().LastOrDefault(r => r.Replaces == Receipt.Load)?.Load;

    /// <summary>What quarantined rows may be read for.</summary>
    public Purpose Purpose => Auditing.DataQuality;

    public TableView Reasons { get; private set; } = null!;

    public IReadOnlyList<Download> Downloads => [Table("csv", "CSV"), Table("xlsx", "Excel")];

    public IActionResult OnGet(long load)
    {
        if (shire.Receipt(load).Refused(out _, out Receipt? receipt)) return NotFound();
        Receipt = receipt;
        Reasons = new("Why rows are in quarantine", [new("Reason"), new("Column"), new("What to do"), new("Rows", true)],
            [.. shire.QuarantineReasons(load).Select(r => Row.Of(r.Reason, r.Column ?? "", r.Hint, LoadWords.Rows(r.Rows)))])
        {
            Notes = receipt.Status == LoadStatus.Refused ? ["The file was refused, so only examples of its faults were kept."] : ["Rows of a file, for the data's stewards; not for publication."],
        };
        return Page();
    }

    public IActionResult OnPost(long load)
    {
        if (shire.Receipt(load).Refused(out _, out Receipt? receipt) || shire.QuarantineReasons(load).Count == 0) return NotFound();
        ReleaseTable table = QuarantineTable.Of(receipt, Purpose, shire.Quarantined(load));
        // Written row by row as it is read, so that no copy of people's details is kept in memory or on disk.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        (Response.ContentType, Response.Headers.ContentDisposition) = ("text/csv; charset=utf-8", $"attachment; filename=quarantine-of-load-{load}.csv");
        ReleaseFiles.WriteCsv(table, Response.Body);
        return new EmptyResult();
    }

    private Download Table(string ending, string format) => new($"/api/v1{LoadWords.Href(Receipt.Load)["/data".Length..]}/reasons.{ending}", format, "reasons for quarantine");
}
