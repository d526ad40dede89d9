using System.Text.RegularExpressions;

namespace Shiremoot.Intake;

/// <summary>The companion some senders put beside a file: its SHA-256, in the forms "hash  name", "SHA256 (name) = hash" or the hash alone.</summary>
static partial class Manifest
{
    private const int MostChars = 4096;

    /// <summary>True if there is a companion file that does not name the hash.</summary>
    public static bool Differs(string path, string hash)
    {
        string companion = path + ".sha256";
        return File.Exists(companion) && !hash.Equals(Said(companion), StringComparison.OrdinalIgnoreCase);
    }

    private static string? Said(string companion)
    {
        try
        {
            using StreamReader reader = new(companion);
            char[] start = new char[MostChars];
            return Hash().Match(new string(start, 0, reader.ReadBlock(start))) is { Success: true } found ? found.Value : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null; // a companion that cannot be read proves nothing
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9A-Fa-f]{64}(?![0-9A-Za-z])", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
