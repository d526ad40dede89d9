using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class EntryPage(Shire shire) : PageModel
{
    public RegisterEntry Entry { get; private set; } = null!;

    public IReadOnlyList<FigureView> Figures { get; private set; } = [];

    /// <summary>The entries of the same thing beside one another; null where none has an interval.</summary>
    public ChartView? Forest { get; private set; }

    /// <summary>Whose result the combined effect is, and by how much; null where there is none.</summary>
    public TableView? Weights { get; private set; }

    /// <summary>Why a local result is not combined.</summary>
    public Refusal? NotCombined { get; private set; }

    public IActionResult OnGet(string id)
    {
        // The list says what is wrong with the files of the register.
        if (shire.EvidenceRegister.Refused(out _, out EvidenceRegister? register)) return RedirectToPage("/Evidence/Index");
        if (register.Entry(id).Refused(out _, out RegisterEntry? entry)) return NotFound();
        Entry = entry;
        RegisterCombined? combined = null;
        if (entry.IsLocal && register.Combine(entry).Refused(out Refusal? why, out combined)) NotCombined = why;
        Figures = [.. EvidenceViews.Figures(entry, combined)];
        Forest = EvidenceViews.Forest(entry, register.Beside(entry), combined);
        Weights = combined is null ? null : EvidenceViews.Weights(combined);
        return Page();
    }
}
