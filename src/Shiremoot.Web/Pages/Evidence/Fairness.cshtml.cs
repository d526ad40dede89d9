using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class FairnessPage(Shire shire) : PageModel
{
    public Refusal? Why { get; private set; }

    public bool HasPeople => shire.HasPeople;

    /// <summary>Each measure that sets a score beside what came of it, with what was found or why not.</summary>
    public IReadOnlyList<(PeopleMeasure Measure, ScoreFairness? Found, Refusal? Why)> Scores { get; private set; } = [];

    public void OnGet()
    {
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? known)) Why = why;
        else if (HasPeople) Scores = [.. known.OfPeople.Where(m => m.Shows == PeopleShows.Expected).Select(m => shire.DrawFairness(m).Refused(out Refusal? no, out ScoreFairness? found) ? (m, null, no) : (m, (ScoreFairness?)found, (Refusal?)null))];
    }
}
