using Shiremoot.Records;

namespace Shiremoot;

/// <summary>Where the files of a place are looked for.</summary>
static class PlaceFolders
{
    /// <summary>What the vocabulary has for extracts that partners send in the same layout everywhere.</summary>
    public static string Extracts => Path.Combine(VocabularyFolder.Find(), "extracts");

    /// <summary>The folders that hold its feeds and flows, the place's own last: what is there has the last word.</summary>
    public static IReadOnlyList<string> Of(Place place) => place.NationalStatistics ? [VocabularyFolder.Find(), place.FolderPath] : [place.FolderPath];

    /// <summary>The folders that hold its measures and cohorts: those, and what goes with shared extracts where the place shares any.</summary>
    public static IReadOnlyList<string> OfMeasures(Place place) => [.. place.SharedFeeds.Count > 0 ? (string[])[Extracts] : [], .. Of(place)];
}
