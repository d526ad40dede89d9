using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class IndexPage(Shire shire) : PageModel
{
    public string Find { get; private set; } = "";

    public IReadOnlyList<RegisterEntry> Entries { get; private set; } = [];

    /// <summary>How many were found.</summary>
    public string Says { get; private set; } = "";

    public Refusal? Why { get; private set; }

    public void OnGet(string? find)
    {
        Find = find?.Trim() ?? "";
        if (shire.EvidenceRegister.Refused(out Refusal? why, out EvidenceRegister? register))
        {
            Why = why;
            return;
        }
        Entries = Find.Length == 0 ? register.Entries : register.Search(Find);
        int all = register.Entries.Count, unread = Entries.Count(e => !e.IsVerified);
        Says = Entries.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"None of {all} entries has all of these words. Try fewer.")
            : string.Create(CultureInfo.InvariantCulture, $"{(Find.Length == 0 ? $"{all} entries" : $"{Entries.Count} of {all} entries")}. {(unread == 0 ? "The figure of each was read in its source." : $"{unread} of them {(unread == 1 ? "is" : "are")} marked not verified: the figure was not read in the source, or is not held here.")} {Entries.UseInWords()}");
    }
}
