using System.Text.RegularExpressions;
using Shiremoot.Storage;

namespace Shiremoot.Intake.Feeds;

/// <summary>Regular expressions of a feed: those that need no backtracking, so that none can hang on a value.</summary>
static class FeedPattern
{
    public static string Read(MapNode map, string key)
    {
        string written = map.Text(key);
        try
        {
            _ = new Regex(written, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            map.Fault(key, $"is not a regular expression that can be used here: {wrong.Message}");
            return ".*";
        }
        return written;
    }
}
