using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Data;

public sealed class IndexPage(Shire shire) : PageModel
{
    internal IReadOnlyList<FeedLine> Lines { get; private set; } = [];

    public IReadOnlyList<FigureView> Figures { get; private set; } = [];

    public string StoredIn => Path.GetFileName(shire.StoredIn);

    public void OnGet()
    {
        Lines = FeedLine.All(shire);
        IReadOnlyList<Receipt> receipts = shire.Receipts();
        Receipt[] inUse = [.. receipts.Where(r => r.Status == LoadStatus.Active)];
        int fed = Lines.Count(l => l.InUse.Count > 0), waiting = inUse.Count(r => r.RowsQuarantined > 0), refused = receipts.Count(r => r.Status == LoadStatus.Refused);
        AuditVerdict log = shire.VerifyAudit();
        Figures =
        [
            Figure("Feeds with data", $"{fed} of {Lines.Count}", inUse.Length == 0 ? "nothing has been taken in" : $"last taken in {LoadWords.When(inUse[0].TakenInAt)}", "Feeds of the place with at least one file in use."),
            Figure("Files with rows set aside", Number(waiting), $"of {inUse.Length} in use: rows with a fault wait in quarantine", "Files in use of which at least one row is in quarantine."),
            Figure("Files refused", Number(refused), "kept out whole, with the reason", "Receipts of files that were refused."),
            Figure("Audit log", log.Holds ? "Whole" : "Broken", log.Holds ? log.Says : $"entry {log.FirstBad} {log.Says}", "Every line of the log is sealed to the one before; all seals were checked as this page was made.", "audit-log"),
        ];
    }

    private static FigureView Figure(string label, string value, string detail, string definition, string? method = null) =>
        new(label, value, detail, new(definition, ["The receipts and the log of this place's store"], "Up to now", new(null, "This place's own store"), method));

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
