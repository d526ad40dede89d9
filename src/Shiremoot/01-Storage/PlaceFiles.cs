namespace Shiremoot.Storage;

/// <summary>Finds the files of one kind in several folders that hold them in the same form: the country's vocabulary, then the place over it.</summary>
public static class PlaceFiles
{
    /// <summary>The YAML files of a subfolder, in order of name. A file of a later folder stands in for one of the same name in an earlier.</summary>
    /// <param name="folders">The folders, the one that has the last word last.</param>
    /// <param name="kind">The subfolder: feeds, measures.</param>
    /// <returns>Each file's path, and the name it is shown under: measures/arrests.yaml in the last folder, vocabulary/measures/arrests.yaml in another.</returns>
    public static IReadOnlyList<(string Path, string ShownAs)> In(IReadOnlyList<string> folders, string kind)
    {
        SortedDictionary<string, (string Path, string ShownAs)> byName = new(StringComparer.Ordinal);
        for (int at = 0; at < folders.Count; at++)
        {
            string folder = Path.Combine(folders[at], kind);
            if (!Directory.Exists(folder)) continue;
            string shown = at == folders.Count - 1 ? kind : $"{Path.GetFileName(folders[at])}/{kind}";
            foreach (string path in Directory.GetFiles(folder, "*.yaml")) byName[Path.GetFileName(path)] = (path, $"{shown}/{Path.GetFileName(path)}");
        }
        return [.. byName.Values];
    }
}
