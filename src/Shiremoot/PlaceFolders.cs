using Shiremoot.Records;

namespace Shiremoot;

/// <summary>Where the files of a place are looked for.</summary>
static class PlaceFolders
{
    /// <summary>The folders that hold its feeds, measures and flows, the place's own last: what is there has the last word.</summary>
    public static IReadOnlyList<string> Of(Place place) => place.NationalStatistics ? [VocabularyFolder.Find(), place.FolderPath] : [place.FolderPath];
}
