using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>Finds the files of a feed.</summary>
public static class DataFiles
{
    /// <summary>
    /// The files that fit a feed, in order of name: each of its names or patterns is looked for in the folders in turn,
    /// and the first folder that has any is taken. Refused if there is none, or several where each is the whole of the data.
    /// </summary>
    public static Outcome<IReadOnlyList<string>> Find(Feed feed, IReadOnlyList<string> folders)
    {
        List<string> found = [];
        foreach (string name in feed.Files)
            found.AddRange(folders.Select(folder => In(folder, name)).FirstOrDefault(files => files.Count > 0) ?? []);
        if (found.Count == 0) return Refusals.NoFile(feed.Id, feed.Files, folders);
        if (found.Count > 1 && feed.Delivery == Delivery.Whole) return Refusals.SeveralFiles(feed.Id, [.. found.Select(f => Path.GetFileName(f))]);
        return Outcome.Of<IReadOnlyList<string>>(found);
    }

    private static IReadOnlyList<string> In(string folder, string name)
    {
        string at = Path.Combine(folder, Path.GetDirectoryName(name) ?? "");
        if (!Directory.Exists(at)) return [];
        return [.. Directory.EnumerateFiles(at, Path.GetFileName(name), SearchOption.TopDirectoryOnly).Where(f => !f.EndsWith(".sha256", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
