using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>A place: whose justice picture this is, by its place.yaml.</summary>
public sealed record Place
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The place in a sentence or two: the case it works through, and what is real and what is generated.</summary>
    public required string About { get; init; }

    /// <summary>The areas the place is made of and stands in, by code.</summary>
    public required IReadOnlyList<PlaceArea> Areas { get; init; }

    /// <summary>Areas it is compared with beside its similar ones: England, a region, a chosen neighbour.</summary>
    public required IReadOnlyList<PlaceArea> Comparators { get; init; }

    /// <summary>Ids of the agencies that share records or statistics.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>Ids of the feeds it shares with all places, of the vocabulary; "all" for every one.</summary>
    public IReadOnlyList<string> SharedFeeds { get; init; } = [];

    /// <summary>The time its picture covers.</summary>
    public required Period Period { get; init; }

    /// <summary>Who governs, one after another.</summary>
    public required IReadOnlyList<GoverningBody> Governing { get; init; }

    /// <summary>True if the published feeds, statistics, measures and flows that the vocabulary has for England and Wales are the place's too.</summary>
    public bool NationalStatistics { get; init; }

    /// <summary>The folder it was read from.</summary>
    public required string FolderPath { get; init; }
}

/// <summary>An area by its code and name, and its kind (local-authority, police-force …).</summary>
public sealed record PlaceArea(string Code, string Name, string Kind);

/// <summary>An elected commissioner, a mayor or a board, from and until a day.</summary>
public sealed record GoverningBody(string Type, string Title, NodaTime.LocalDate From, NodaTime.LocalDate? Until);

/// <summary>Reads place.yaml.</summary>
public static class PlaceReading
{
    /// <summary>Reads the place in a folder, and with the same map whatever another room keeps in the file.</summary>
    /// <param name="folder">The place's folder.</param>
    /// <param name="alsoRead">Reads further keys of place.yaml (disclosure, purposes) from the same map.</param>
    public static Outcome<(Place Place, T Also)> Read<T>(string folder, Func<MapNode, T> alsoRead) =>
        PlaceFile.Read(Path.Combine(folder, "place.yaml"), "place.yaml", map => (Read(map, folder), alsoRead(map)));

    private static Place Read(MapNode map, string folder)
    {
        MapNode? period = map.MapOr("period");
        if (period is null) map.Fault("period", "is missing; give 'from' and 'until' as dates.");
        Place place = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            About = map.TextOr("about", ""),
            Areas = [.. map.Maps("areas").Select(Area)],
            Comparators = [.. map.Maps("comparators").Select(Area)],
            Partners = map.Texts("partners"),
            SharedFeeds = map.Texts("shared_feeds"),
            Period = period is null ? Period.CalendarYear(2000) : PeriodOf(period),
            Governing = [.. map.Maps("governing").Select(g => new GoverningBody(g.Text("type"), g.Text("title"), g.Day("from"), g.DayOr("until")))],
            NationalStatistics = map.Flag("national_statistics"),
            FolderPath = folder,
        };
        if (place.Areas.Count == 0) map.Fault("areas", "is missing; list at least one area with code, name and kind.");
        return place;
    }

    private static PlaceArea Area(MapNode map) => new(map.Text("code"), map.Text("name"), map.Text("kind"));

    private static Period PeriodOf(MapNode map)
    {
        Period period = new(map.Day("from"), map.Day("until"), "");
        if (period.Until <= period.From) map.Fault("until", "must be after 'from'.");
        return period with { Label = $"{period.From:d MMMM uuuu} to {period.Until.PlusDays(-1):d MMMM uuuu}" };
    }
}
