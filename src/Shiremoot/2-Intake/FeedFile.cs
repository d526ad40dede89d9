using System.Security.Cryptography;
using System.Text;
using Shiremoot.Intake.Feeds;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>Reads feed files.</summary>
public static class FeedFile
{
    /// <summary>Stands for every feed of the vocabulary in a place's 'shared_feeds'.</summary>
    private const string AllShared = "all";

    /// <summary>Reads one feed file; refused with every fault, each with file and line.</summary>
    public static Outcome<Feed> Read(string path, string shownAs)
    {
        if (PlaceFile.TextOf(path, shownAs).Refused(out Refusal? unread, out string? text)) return unread;
        string version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return PlaceFile.ReadText(text, shownAs, map => FeedReading.Read(map, version));
    }

    /// <summary>
    /// Reads every feed of the folders feeds/, in order of file name, and then those of partners' extracts that the place shares, as far as it has none of
    /// the same id; refused with the faults of all of them.
    /// </summary>
    /// <param name="folders">Folders that hold feeds/: a place's, or the vocabulary's and then a place's, whose files stand in for those of the same name.</param>
    /// <param name="sharedFolder">The folder whose feeds/ holds the feeds of partners' extracts.</param>
    /// <param name="shared">Ids of those the place shares; "all" alone for every one.</param>
    public static Outcome<IReadOnlyList<Feed>> ReadAll(IReadOnlyList<string> folders, string? sharedFolder = null, IReadOnlyList<string>? shared = null)
    {
        List<string> faults = [];
        List<Feed> feeds = ReadFolders(folders, faults);
        if (sharedFolder is not null && shared is { Count: > 0 })
        {
            List<Feed> known = ReadFolders([sharedFolder], faults);
            foreach (string id in shared.Where(id => id != AllShared && known.All(k => k.Id != id))) faults.Add($"place.yaml: 'shared_feeds' has '{id}', which is no feed of the vocabulary.{Spelling.Suggest(id, known.Select(k => k.Id))}");
            string[] own = [.. feeds.Select(f => f.Id)];
            feeds.AddRange(known.Where(k => (shared.Contains(AllShared) || shared.Contains(k.Id)) && !own.Contains(k.Id)).Select(k => k with { IsShared = true }));
        }
        return faults.Count > 0 ? Refusals.FeedFaults(faults) : Outcome.Of<IReadOnlyList<Feed>>(feeds);
    }

    private static List<Feed> ReadFolders(IReadOnlyList<string> folders, List<string> faults)
    {
        List<Feed> feeds = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "feeds"))
        {
            Outcome<Feed> read = Read(path, shownAs);
            if (read.Refused(out Refusal? why, out Feed? feed)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else feeds.Add(feed);
        }
        foreach (IGrouping<string, Feed> same in feeds.GroupBy(f => f.Id).Where(g => g.Count() > 1)) faults.Add($"feeds: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return feeds;
    }
}
