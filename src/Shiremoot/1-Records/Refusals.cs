using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>What Records refuses, with stable codes.</summary>
internal static class Refusals
{
    public static Refusal NoFolder(string folder) =>
        new("RECORDS-01", $"There is no vocabulary in {folder}.", "Name the folder that holds agencies.yaml, or take Shiremoot again in full.");

    public static Refusal Faults(string what, IReadOnlyList<string> lines) =>
        new("RECORDS-02", $"{what} has {(lines.Count == 1 ? "a fault" : $"{lines.Count} faults")}.", "Correct the lines named and run the command again.") { Details = lines };

    public static Refusal NoBoundaries(string id, IEnumerable<string> known) =>
        new("RECORDS-03", $"There are no boundaries called '{id}'.", $"Choose one of {string.Join(", ", known)}.");

    public static Refusal BadBoundaries(string shownAs, string says) =>
        new("RECORDS-04", $"{shownAs}: {says}", "The file must be a GeoJSON feature collection of polygons in longitude and latitude, each with a code and a name.");

    public static Refusal NotComparable(string area, string missing) =>
        new("RECORDS-05", $"{area} cannot be compared: {missing}.", "Choose an area of the same kind for which every trait is published, or compare without similar areas.");

    public static Refusal NoArea(string code) =>
        new("RECORDS-06", $"There is no area {code} in use.", "Check the code; if it is retired, use the one that took its place.");
}
