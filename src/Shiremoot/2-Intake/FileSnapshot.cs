using System.Security.Cryptography;
using NodaTime;
using Shiremoot.Intake.Reading;
using Shiremoot.Terms;
using ReadingRefusals = Shiremoot.Intake.Reading.Refusals;

namespace Shiremoot.Intake;

/// <summary>A file as it was at one moment: what a load is known by.</summary>
/// <param name="Sha256">Of the file as it lies, in hexadecimal.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">When it was last written to.</param>
public sealed record FileSnapshot(string Sha256, long Length, Instant Modified)
{
    private const int PieceBytes = 1 << 20;

    /// <summary>Reads the whole file once. Refused if it is not there (READ-01) or is written to meanwhile (READ-18).</summary>
    public static Outcome<FileSnapshot> Hash(string path)
    {
        if (SourceFile.Open(path).Refused(out Refusal? refusal, out SourceFile? opened)) return refusal;
        using SourceFile file = opened;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] piece = GC.AllocateUninitializedArray<byte>((int)Math.Min(PieceBytes, file.Length + 1));
        long at = 0;
        for (int read = file.Read(piece, 0); read > 0; read = file.Read(piece, at))
        {
            hash.AppendData(piece.AsSpan(0, read));
            at += read;
        }

        if (file.HasChanged || at != file.Length) return ReadingRefusals.Changed(file.Name);
        return new FileSnapshot(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length, Instant.FromDateTimeUtc(file.ModifiedUtc));
    }
}
