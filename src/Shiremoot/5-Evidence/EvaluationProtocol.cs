using System.Security.Cryptography;
using Shiremoot.Evidence.Protocols;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>What an evaluation will do, said before outcomes are read. Form: docs/schemas/evaluation.schema.json.</summary>
/// <param name="Id">Of the evaluation, in the register.</param>
/// <param name="Title">In words.</param>
/// <param name="Source">Who says so, and from what.</param>
/// <param name="FollowUp">How long people are followed, in words; empty if not said.</param>
/// <param name="Question">What will be asked.</param>
/// <param name="Hash">SHA-256 of the file's bytes, 64 hexadecimal digits.</param>
/// <param name="Path">The file.</param>
public sealed record EvaluationProtocol(string Id, string Title, string Source, string FollowUp, EvaluationQuestion Question, string Hash, string Path)
{
    /// <summary>Reads a protocol; refused with every fault of the file.</summary>
    public static Outcome<EvaluationProtocol> Read(string path)
    {
        string shown = System.IO.Path.GetFileName(path);
        if (PlaceFile.TextOf(path, shown).Refused(out Refusal? why, out _)) return why;
        // The bytes that are hashed are the bytes that are read.
        byte[] bytes = File.ReadAllBytes(path);
        using StreamReader text = new(new MemoryStream(bytes));
        if (PlaceFile.ReadText(text.ReadToEnd(), shown, ProtocolReading.Read).Refused(out why, out EvaluationProtocol? read)) return why;
        return read with { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Path = path };
    }
}
