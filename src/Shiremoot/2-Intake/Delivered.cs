using NodaTime;

namespace Shiremoot.Intake;

/// <summary>A file as it was delivered: its name and what it is known by.</summary>
sealed record Delivered(string Path, FileSnapshot Snapshot)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Hash => Snapshot.Sha256;

    /// <summary>True if what was read is not what was hashed: the file was written to or replaced between the two.</summary>
    public bool Differs(TableReader reader) => reader.BytesTotal != Snapshot.Length || reader.Modified != Snapshot.Modified
        || (reader.IsAsItLies && reader.ContentHash is { } read && read != Hash);
}
