using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Areas;

/// <summary>Which measures can be put on a map, and on which outlines.</summary>
internal static class MapChoices
{
    public const string Authorities = "local-authority";
    public const string SmallAreas = "lsoa";

    public static IReadOnlyList<AreaMeasure> Of(Shire shire, string kind) =>
        shire.Measures.Refused(out _, out PlaceMeasures? known) ? [] : [.. known.OfAreas.Where(m => m.IsFor(kind)).OrderBy(m => m.Title, StringComparer.Ordinal)];

    /// <summary>The outlines that hold most of these areas; refused where none holds any.</summary>
    public static Outcome<AreaBoundaries> Outlines(Shire shire, IReadOnlyList<PlaceArea> areas) => OutlinesOf(shire, areas.Select(a => a.Code).ToHashSet());

    /// <summary>As above, of areas by their codes.</summary>
    public static Outcome<AreaBoundaries> OutlinesOf(Shire shire, IReadOnlySet<string> codes)
    {
        if (shire.Geography.Refused(out Refusal? why, out Geography? geography)) return why;
        foreach ((string id, _) in geography.BoundarySets)
        {
            if (geography.Boundaries(id).Refused(out why, out AreaBoundaries? outlines)) return why;
            if (outlines.Codes.Any(codes.Contains)) return outlines;
        }
        return Refusals.NoOutlines(shire.Place.Title);
    }
}
