using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class ServicesPage(Shire shire) : PageModel
{
    public Refusal? Why { get; private set; }

    public bool HasPeople => shire.HasPeople;

    public Origin Origin => shire.OriginOfPeople;

    public TableView? Table { get; private set; }

    public void OnGet()
    {
        if (shire.Services.Refused(out Refusal? why, out IReadOnlyList<ServiceStudy>? known)) Why = why;
        else if (known.Count > 0 && HasPeople) Table = ServiceViews.TableOf([.. known.Select(s => (s, shire.DrawService(s).Refused(out _, out ServiceEffects? effects) ? null : effects))]);
    }
}
