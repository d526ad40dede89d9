using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>One age band (or other stratum) of an area.</summary>
/// <param name="Name">The band as the source names it; bands are matched by it.</param>
/// <param name="Events">Events in the band.</param>
/// <param name="Population">People in the band.</param>
/// <param name="PeopleByEvents">Where one person may have several events: people with one event, with two, with three and so on. Null where events are independent.</param>
public sealed record AgeBand(string Name, double Events, double Population, IReadOnlyList<double>? PeopleByEvents = null);

/// <summary>One band of a standard population: its weight, in any unit.</summary>
public sealed record StandardBand(string Name, double Weight);

/// <summary>Matches an area's bands with those of a standard or a reference, by name.</summary>
internal static class AgeBands
{
    /// <summary>For each band its place in the other list, or the refusal that says what does not match.</summary>
    public static Outcome<int[]> Match(IReadOnlyList<AgeBand> bands, IEnumerable<string> others)
    {
        Dictionary<string, int> place = [];
        foreach (string name in others)
            if (!place.TryAdd(name, place.Count)) return Refusals.BandsDiffer($"'{name}' is there twice in the standard");

        int[] matched = new int[bands.Count];
        HashSet<string> seen = [];
        for (int i = 0; i < bands.Count; i++)
        {
            if (!seen.Add(bands[i].Name)) return Refusals.BandsDiffer($"'{bands[i].Name}' is there twice");
            if (!place.TryGetValue(bands[i].Name, out matched[i])) return Refusals.BandsDiffer($"the standard has no band '{bands[i].Name}'");
        }
        if (place.Keys.FirstOrDefault(name => !seen.Contains(name)) is { } absent) return Refusals.BandsDiffer($"the area has no band '{absent}'");
        return bands.Count == 0 ? Refusals.BandsDiffer("there are none") : matched;
    }
}
