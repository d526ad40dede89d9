using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>Makes the folder of a new place, with a place.yaml to fill and a folder for each kind of file.</summary>
public static class NewPlace
{
    private static readonly string[] Folders = ["feeds", "statistics", "cohorts", "measures", "costs"];

    /// <summary>Makes the folder; refused if it holds anything already. Returns the files made.</summary>
    public static Outcome<IReadOnlyList<string>> Make(string folder, IReadOnlyList<string> areaCodes, TimeProvider clock)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return Refusals.FolderNotEmpty(folder);
        Directory.CreateDirectory(folder);
        foreach (string name in Folders) Directory.CreateDirectory(Path.Combine(folder, name));
        string id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        int year = clock.GetUtcNow().Year;
        string place = Path.Combine(folder, "place.yaml");
        string readMe = Path.Combine(folder, "README.md");
        File.WriteAllText(place, PlaceText(id, areaCodes, year));
        File.WriteAllText(readMe, $"# {Titled(id)}\n\nSay here what is real, what is published and what is generated, and how to run the place:\n\n    ./shiremoot run {folder} --serve\n");
        return Outcome.Of<IReadOnlyList<string>>([place, readMe]);
    }

    private static string PlaceText(string id, IReadOnlyList<string> areaCodes, int year) =>
        $"""
        id: {id}
        title: {Titled(id)}
        about: Say in a sentence or two what the place is working on.
        areas:
        {string.Join("\n", areaCodes.Select(code => $"  - {{ code: {code}, name: {code}, kind: local-authority }}"))}
        comparators:
          - {"{ code: E92000001, name: England, kind: country }"}
        partners: [police, prosecution, courts, prisons, probation, youth-offending, health, councils]
        period: {"{"} from: {year - 10}-04-01, until: {year}-04-01 {"}"}
        governing:
          - {"{ type: pcc, title: Police and Crime Commissioner, from: 2012-11-22 }"}
        disclosure: default

        """;

    private static string Titled(string id) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(id.Replace('-', ' '));
}
