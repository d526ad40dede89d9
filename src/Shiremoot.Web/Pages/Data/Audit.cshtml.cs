using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Data;

public sealed class AuditPage(Shire shire) : PageModel
{
    private const int Most = 100;
    private static readonly Purpose[] Known = [Auditing.TakeIn, Auditing.Picture, Auditing.Linking, Auditing.LinkReview, Auditing.DataQuality, Auditing.Erasure, Auditing.Upkeep];

    public AuditVerdict Verdict { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    public void OnGet()
    {
        Verdict = shire.VerifyAudit();
        // How many rows or people an act touched is in the log for its keepers, and is not shown: it may be a small number of people.
        IReadOnlyList<AuditEntry> entries = Verdict.Holds ? shire.Audit(Most) : [];
        Table = new($"The latest {entries.Count} entries", [new("When (UTC)"), new("Who"), new("What was done"), new("To what"), new("For which purpose")],
            [.. entries.Select(e => Row.Of(LoadWords.When(e.When), e.Who, e.Action, e.Subject, Known.FirstOrDefault(p => p.Id == e.Purpose)?.Title ?? e.Purpose))]);
    }
}
