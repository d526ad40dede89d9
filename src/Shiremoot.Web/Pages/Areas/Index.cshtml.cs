using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Areas;

public sealed class IndexPage(Shire shire) : PageModel
{
    internal IReadOnlyList<AreaMeasure> Measures { get; private set; } = [];

    internal AreaMeasure? Chosen { get; private set; }

    internal AreaPicture? Picture { get; private set; }

    internal MapView? Map { get; private set; }

    public Refusal? Why { get; private set; }

    /// <summary>The place's areas, each with a page of its own.</summary>
    public IReadOnlyList<PlaceArea> Areas => shire.Place.Areas;

    public bool HasSmallAreas => MapChoices.Of(shire, MapChoices.SmallAreas).Count > 0;

    public IActionResult OnGet(string? measure, string? period)
    {
        Measures = MapChoices.Of(shire, MapChoices.Authorities);
        if (!string.IsNullOrEmpty(measure) && Measures.All(m => m.Id != measure)) return NotFound();
        Chosen = string.IsNullOrEmpty(measure) ? Measures.Where(m => !m.MayBeAdded && m.Interval != AreaIntervalMethod.None).MinBy(m => m.Questions.FirstOrDefault(), StringComparer.Ordinal) ?? Measures.FirstOrDefault() : Measures.First(m => m.Id == measure);
        if (Chosen is not null) Show(Chosen, period);
        return Page();
    }

    private void Show(AreaMeasure measure, string? period)
    {
        // A period of the measure shown before may not exist for this one: then its latest is shown.
        Outcome<AreaPicture> drawn = shire.DrawAreas(measure, new AreaQuestion([], string.IsNullOrEmpty(period) ? null : period));
        if (drawn.IsRefused && !string.IsNullOrEmpty(period)) drawn = shire.DrawAreas(measure, AreaQuestion.Plain);
        if (drawn.Refused(out Refusal? why, out AreaPicture? picture) || MapChoices.Outlines(shire, picture.Areas).Refused(out why, out AreaBoundaries? outlines))
        {
            Why = why;
            return;
        }
        Picture = picture;
        Map = AreaMaps.Of(picture, outlines, null, AreaMaps.Table(picture, _ => true, s => $"/areas/{s.Area}"), isLabelled: true);
        if (Map is not null) Map = Map with { Downloads = Pages.Picture.MeasureTables.Downloads(picture, "comparison") };
    }
}
