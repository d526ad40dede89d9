namespace Shiremoot.Intake;

/// <summary>The companion some senders put beside a file: its SHA-256, in the form "hash  name" or the hash alone.</summary>
static class Manifest
{
    /// <summary>True if there is a companion file and it names another hash.</summary>
    public static bool Differs(string path, string hash)
    {
        string companion = path + ".sha256";
        if (!File.Exists(companion)) return false;
        string said = File.ReadAllText(companion).Trim().Split([' ', '\t', '\n'], 2)[0];
        return !said.Equals(hash, StringComparison.OrdinalIgnoreCase);
    }
}
