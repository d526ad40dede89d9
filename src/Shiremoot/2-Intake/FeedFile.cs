using System.Security.Cryptography;
using System.Text;
using Shiremoot.Intake.Feeds;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>Reads feed files.</summary>
public static class FeedFile
{
    /// <summary>Reads one feed file; refused with every fault, each with file and line.</summary>
    public static Outcome<Feed> Read(string path, string shownAs)
    {
        if (PlaceFile.TextOf(path, shownAs).Refused(out Refusal? unread, out string? text)) return unread;
        string version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return PlaceFile.ReadText(text, shownAs, map => FeedReading.Read(map, version));
    }

    /// <summary>Reads every feed of the folders feeds/, in order of file name; refused with the faults of all of them.</summary>
    /// <param name="folders">Folders that hold feeds/: a place's, or the vocabulary's and then a place's, whose files stand in for those of the same name.</param>
    public static Outcome<IReadOnlyList<Feed>> ReadAll(params IReadOnlyList<string> folders)
    {
        List<Feed> feeds = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "feeds"))
        {
            Outcome<Feed> read = Read(path, shownAs);
            if (read.Refused(out Refusal? why, out Feed? feed)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else feeds.Add(feed);
        }
        foreach (IGrouping<string, Feed> same in feeds.GroupBy(f => f.Id).Where(g => g.Count() > 1)) faults.Add($"feeds: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? Refusals.FeedFaults(faults) : Outcome.Of<IReadOnlyList<Feed>>(feeds);
    }
}
