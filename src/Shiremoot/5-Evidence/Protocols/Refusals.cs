using Shiremoot.Terms;

namespace Shiremoot.Evidence.Protocols;

/// <summary>What a protocol and its register may be refused for.</summary>
static class ProtocolRefusals
{
    public static Refusal RegisterBroken(string file, long entry, string says) =>
        new("PROTOCOL-01", $"The register {file} is not as it was written: entry {entry} {says}.", "Bring back the register from a copy; nothing may be added to one that was changed.");

    public static Refusal CannotWrite(string path, string why) =>
        new("PROTOCOL-02", $"The register {Path.GetFileName(path)} cannot be written: {why.TrimEnd('.')}.", "Put the protocol in a folder you may write to, and see that no other evaluation holds the register. No outcome has been read.");

    public static Refusal CannotRead(string file, string why) =>
        new("PROTOCOL-03", $"{file} cannot be read: {why.TrimEnd('.')}.", "See that it exists and that you may read it.");
}
