using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

public sealed class MeasurePage(Shire shire) : PageModel
{
    public PeopleMeasure Measure { get; private set; } = null!;

    internal PeopleView? View { get; private set; }

    internal IReadOnlyList<MapView> Maps { get; private set; } = [];

    /// <summary>The breakdown asked for, as the measure's file writes it; empty for all of them.</summary>
    public string By { get; private set; } = "";

    public Refusal? Why { get; private set; }

    public string Here => $"/people/measures/{Uri.EscapeDataString(Measure.Id)}";

    public IReadOnlyList<Download> Downloads => [Table("csv", "CSV"), Table("xlsx", "Excel")];

    public IActionResult OnGet(string id, string? by)
    {
        // The list says what is wrong with the files of measures.
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? known)) return RedirectToPage("/People/Index");
        if (known.OfPeople.FirstOrDefault(m => m.Id == id) is not { } measure) return NotFound();
        (Measure, By) = (measure, by ?? "");
        // Only what the measure offers: breakdowns made up by a reader could single people out by comparing tables.
        CohortText[] shown = By.Length == 0 ? [.. measure.By] : [.. measure.By.Where(b => b.Written == By)];
        if (shown.Length == 0 && By.Length > 0) return NotFound();
        if (shire.DrawPeople(measure).Refused(out why, out PeoplePicture? picture)) Why = why;
        else (View, Maps) = (PeopleView.Of(picture, shown), [.. PeopleMaps.Of(picture, shire)]);
        return Page();
    }

    private Download Table(string ending, string format) => new($"/api/v1/people/{Uri.EscapeDataString(Measure.Id)}/table.{ending}", format, Measure.Title);
}
