namespace Shiremoot.Intake.Reading;

/// <summary>One file of a zip: what its directory says of it, and where its data really lies.</summary>
/// <param name="Name">With / between folders.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Flags">The general purpose flags.</param>
/// <param name="Crc">CRC-32 its data should have.</param>
/// <param name="Packed">Bytes in the file.</param>
/// <param name="Unpacked">Bytes it should unpack to.</param>
/// <param name="Header">Where its local header begins.</param>
/// <param name="Data">Where its data begins.</param>
internal sealed record ZipEntry(string Name, int Method, int Flags, uint Crc, long Packed, long Unpacked, long Header, long Data)
{
    public bool IsFolder => Name.EndsWith('/');

    public bool IsEncrypted => (Flags & 0x2041) != 0;

    public bool HasDescriptor => (Flags & 8) != 0;

    /// <summary>What a computer adds for itself and nobody means to send.</summary>
    public bool IsClutter => IsFolder || Name.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(Name).StartsWith('.') || Path.GetFileName(Name) is "Thumbs.db" or "desktop.ini";
}
