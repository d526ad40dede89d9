using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Areas;

public sealed class SmallPage(Shire shire) : PageModel
{
    internal IReadOnlyList<AreaMeasure> Measures { get; private set; } = [];

    internal AreaMeasure Chosen { get; private set; } = null!;

    /// <summary>The councils whose small areas may be seen by themselves.</summary>
    public IReadOnlyList<PlaceArea> Councils => [.. shire.Place.Areas.Where(a => a.Kind == MapChoices.Authorities)];

    public PlaceArea? Within { get; private set; }

    internal MapView? Map { get; private set; }

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string? measure, string? within)
    {
        Measures = MapChoices.Of(shire, MapChoices.SmallAreas);
        if (!string.IsNullOrEmpty(within) && (Within = Councils.FirstOrDefault(c => c.Code == within)) is null) return NotFound();
        string wanted = string.IsNullOrEmpty(measure) ? Measures.Select(m => m.Id).OrderBy(id => id.Contains("crime", StringComparison.Ordinal)).FirstOrDefault() ?? "" : measure;
        if (Measures.FirstOrDefault(m => m.Id == wanted) is not { } chosen) return NotFound();
        Chosen = chosen;
        Outcome<AreaPicture> drawn = shire.DrawAreas(chosen, AreaQuestion.Plain);
        if (drawn.Refused(out Refusal? why, out AreaPicture? picture) || MapChoices.Outlines(shire, picture.Areas).Refused(out why, out AreaBoundaries? outlines)) Why = why;
        else Why = Show(picture, outlines);
        return Page();
    }

    // 1,700 rows are no table a person reads: the whole place is told council by council, a council small area by small area, and files hold all.
    private Refusal? Show(AreaPicture picture, AreaBoundaries outlines)
    {
        if (shire.Geography.Refused(out Refusal? why, out Geography? geography) || geography.SmallAreas().Refused(out why, out SmallAreas? small)) return why;
        HashSet<string>? only = Within is null ? null : [.. small.In(Within.Code).Select(a => a.Code)];
        TableView table = only is null ? SmallAreaTable.ByCouncil(picture, Councils, small) : AreaMaps.Table(picture, s => only.Contains(s.Area), _ => null);
        Map = AreaMaps.Of(picture, outlines, only, table, isLabelled: false);
        if (Map is not null) Map = Map with { Downloads = Pages.Picture.MeasureTables.Downloads(picture, "figures") };
        return null;
    }
}
