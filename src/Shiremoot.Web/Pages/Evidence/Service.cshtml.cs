using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class ServicePage(Shire shire) : PageModel
{
    public ServiceStudy Study { get; private set; } = null!;

    public ServiceEffects? Effects { get; private set; }

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string id)
    {
        if (shire.ServiceOf(id).Refused(out Refusal? why, out ServiceStudy? study)) return NotFound();
        Study = study;
        if (shire.DrawService(study).Refused(out why, out ServiceEffects? effects)) Why = why;
        else Effects = effects;
        return Page();
    }
}
