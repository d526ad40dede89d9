using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

public sealed class CohortPage(Shire shire) : PageModel
{
    public Cohort Cohort { get; private set; } = null!;

    /// <summary>The people left at the end, protected, as written.</summary>
    public string Left { get; private set; } = "";

    public TableView? Attrition { get; private set; }

    public TableView? Examples => Cohort.Examples.Count == 0
        ? null
        : new("Stories and whether their person is in the cohort", [new("Story"), new("In the cohort")], [.. Cohort.Examples.Select(e => Row.Of(e.Story, e.IsIn ? "Yes" : "No"))]) { CaptionHidden = true };

    public IReadOnlyList<PeopleMeasure> Measures =>
        shire.Measures.Refused(out _, out PlaceMeasures? known) ? [] : [.. known.OfPeople.Where(m => m.Cohort == Cohort.Id)];

    /// <summary>What the records are: generated, if any is.</summary>
    public Origin Records => shire.OriginOfPeople;

    public bool CountsTwice => Unlinked.Matters(shire);

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string id)
    {
        if (shire.Cohorts.Refused(out Refusal? why, out IReadOnlyList<Cohort>? known)) return RedirectToPage("/People/Cohorts");
        if (known.FirstOrDefault(c => c.Id == id) is not { } cohort) return NotFound();
        Cohort = cohort;
        if (shire.Attrition(cohort).Refused(out why, out IReadOnlyList<AttritionLine>? lines))
        {
            Why = why;
            return Page();
        }
        Left = $"{lines[^1].Left}";
        Attrition = new("People left after each condition", [new("Condition"), new("People left", true)], [.. lines.Select(l => Row.Of(PeopleCharts.Capital(l.InWords), $"{l.Left}"))])
        {
            CaptionHidden = true,
            Notes = PeopleTable.Marks(shire.Disclosure),
        };
        return Page();
    }
}
