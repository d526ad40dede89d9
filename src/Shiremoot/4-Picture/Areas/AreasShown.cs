using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>Which areas a measure shows, and what areas are called.</summary>
sealed class AreasShown
{
    private readonly Geography geography;
    private readonly Dictionary<string, string> named;
    private SmallAreas? small;

    public AreasShown(Place place, Geography geography)
    {
        this.geography = geography;
        named = place.Areas.Concat(place.Comparators).DistinctBy(a => a.Code).ToDictionary(a => a.Code, a => a.Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// The place's areas of the measure's kinds, in the place's order; upper-tier areas are its counties and the councils in none of them;
    /// small areas are those in its councils; codes stand for themselves.
    /// </summary>
    public Outcome<IReadOnlyList<PlaceArea>> Of(AreaMeasure measure, Place place)
    {
        List<PlaceArea> shown = [];
        foreach (string wanted in measure.Areas)
        {
            if (wanted == "lsoa")
            {
                if (geography.SmallAreas().Refused(out Refusal? why, out SmallAreas? read)) return why;
                small = read;
                shown.AddRange(place.Areas.Where(a => a.Kind == "local-authority").SelectMany(a => read.In(a.Code)).Select(s => new PlaceArea(s.Code, s.Name, wanted)));
            }
            else if (wanted == "upper-tier")
            {
                shown.AddRange(UpperTier(place));
            }
            else if (KindNames.All.Contains(wanted))
            {
                shown.AddRange(place.Areas.Where(a => a.Kind == wanted));
            }
            else
            {
                shown.Add(new PlaceArea(wanted, NameOf(wanted), KindNames.OfCode(wanted)));
            }
        }
        return shown.Count == 0 ? AreaRefusals.NoAreas(measure.Id, place.Title, measure.Areas) : Outcome.Of<IReadOnlyList<PlaceArea>>(shown);
    }

    // A district has no children's services of its own: its county has them.
    private IEnumerable<PlaceArea> UpperTier(Place place)
    {
        HashSet<string> districts = [.. place.Areas.Where(a => a.Kind == "county").SelectMany(c => geography.Children(c.Code, AreaKind.LocalAuthority)).Select(a => a.Code)];
        return place.Areas.Where(a => a.Kind == "county" || (a.Kind == "local-authority" && !districts.Contains(a.Code)));
    }

    public string NameOf(string code) =>
        named.TryGetValue(code, out string? name) ? name
        : geography.TryFind(code, out Area? area) ? area.Name
        : small is not null && small.TryFind(code, out SmallArea found) ? found.Name
        : code;
}
