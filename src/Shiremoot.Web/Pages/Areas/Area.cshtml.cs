using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Areas;

public sealed class AreaPage(Shire shire) : PageModel
{
    public PlaceArea Area { get; private set; } = null!;

    internal IReadOnlyList<SpineRow> Rows { get; private set; } = [];

    /// <summary>Measures for areas of its kind that have no figure for it, each with why.</summary>
    internal IReadOnlyList<(AreaMeasure Measure, string Why)> Without { get; private set; } = [];

    /// <summary>The areas most like it, and what they are alike in.</summary>
    public IReadOnlyList<SimilarArea> Similar { get; private set; } = [];

    public IActionResult OnGet(string code)
    {
        if (shire.Place.Areas.FirstOrDefault(a => a.Code == code) is not { } area) return NotFound();
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? known)) throw new InvalidOperationException(why.ToString());
        Area = area;
        List<SpineRow> rows = [];
        List<(AreaMeasure, string)> without = [];
        foreach (AreaMeasure measure in known.OfAreas.Where(m => m.IsFor(area.Kind) || m.Areas.Contains(code)))
        {
            if (shire.DrawAreas(measure, AreaQuestion.Plain).Refused(out why, out AreaPicture? picture)) without.Add((measure, why.Says));
            else if (SpineRow.Of(picture, code) is { } row) rows.Add(row);
            else if (picture.Areas.Any(a => a.Code == code)) without.Add((measure, "No figure is published for it."));
        }
        (Rows, Without) = (rows, without);
        if (shire.SimilarAreas.Then(s => s.NearestTo(code, 5)) is { IsRefused: false } alike) Similar = alike.Value;
        return Page();
    }
}
