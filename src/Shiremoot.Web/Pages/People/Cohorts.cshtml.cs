using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.People;

public sealed class CohortsPage(Shire shire) : PageModel
{
    public IReadOnlyList<Cohort> Cohorts { get; private set; } = [];

    public Refusal? Why { get; private set; }

    public void OnGet()
    {
        if (shire.Cohorts.Refused(out Refusal? why, out IReadOnlyList<Cohort>? known)) Why = why;
        else Cohorts = known;
    }
}
