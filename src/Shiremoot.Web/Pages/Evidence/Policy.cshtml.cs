using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class PolicyPage(Shire shire) : PageModel
{
    public PolicyStudy Study { get; private set; } = null!;

    public PolicyEffects? Effects { get; private set; }

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string id)
    {
        // The list says what is wrong with the files.
        if (shire.Policies.IsRefused) return RedirectToPage("/Evidence/Policies");
        if (shire.PolicyOf(id).Refused(out _, out PolicyStudy? study)) return NotFound();
        Study = study;
        if (shire.DrawPolicy(study).Refused(out Refusal? why, out PolicyEffects? effects)) Why = why;
        else Effects = effects;
        return Page();
    }
}
