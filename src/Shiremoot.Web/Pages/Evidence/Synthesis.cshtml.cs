using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class SynthesisPage(Shire shire) : PageModel
{
    public SynthesisFile Studies { get; private set; } = null!;

    public SynthesisResult? Result { get; private set; }

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string id)
    {
        // The list says what is wrong with the files.
        if (shire.Syntheses.IsRefused) return RedirectToPage("/Evidence/Syntheses");
        if (shire.SynthesisOf(id).Refused(out Refusal? why, out SynthesisFile? studies)) return NotFound();
        Studies = studies;
        if (shire.Synthesise(studies).Refused(out why, out SynthesisResult? result)) Why = why;
        else Result = result;
        return Page();
    }
}
