using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Picture;

public sealed class MeasurePage(Shire shire) : PageModel
{
    internal AreaMeasure Measure { get; private set; } = null!;

    internal MeasureView? View { get; private set; }

    /// <summary>Why there is nothing to show.</summary>
    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string id, string? by, string? period)
    {
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? known)) throw new InvalidOperationException(why.ToString());
        if (known.OfAreas.FirstOrDefault(m => m.Id == id) is not { } measure) return NotFound();
        Measure = measure;
        AreaQuestion question = new(string.IsNullOrEmpty(by) ? [] : by.Split(','), string.IsNullOrEmpty(period) ? null : period);
        if (shire.DrawAreas(measure, question).Refused(out why, out AreaPicture? picture))
        {
            Why = why;
            // What was asked for does not exist; with nothing asked, the data is not there yet and the page is whole.
            if (question.By.Count > 0 || question.Period is not null) Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        View = MeasureView.Of(picture, shire.Geography.Refused(out _, out Geography? geography) ? null : geography);
        return Page();
    }
}
