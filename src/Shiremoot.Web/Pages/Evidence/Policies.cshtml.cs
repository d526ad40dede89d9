using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class PoliciesPage(Shire shire) : PageModel
{
    public Refusal? Why { get; private set; }

    public TableView? Table { get; private set; }

    public void OnGet()
    {
        if (shire.Policies.Refused(out Refusal? why, out IReadOnlyList<PolicyStudy>? known)) Why = why;
        else if (known.Count > 0) Table = PolicyViews.TableOf([.. known.Select(s => (s, shire.DrawPolicy(s).Refused(out Refusal? not, out PolicyEffects? effects) ? $"Cannot be told. {not.Says}" : effects.Headline))]);
    }
}
