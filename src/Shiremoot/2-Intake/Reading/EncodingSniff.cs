using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>
/// Which encoding a text file is in: by its mark, by the zeros of UTF-16, else by its lines beyond ASCII. Lines that are not UTF-8 in a file that mostly is
/// are bad rows, not another encoding; lines of UTF-8 in a Windows-1252 file likewise. Either way no letter is guessed.
/// </summary>
internal static class EncodingSniff
{
    private const long MostBytes = 64 << 20;
    private const int EnoughLines = 1000, PieceBytes = 64 << 10;

    public static Outcome<FoundEncoding> Find(ByteSource bytes, string declared, string file)
    {
        byte[] piece = new byte[PieceBytes];
        int filled = bytes.Fill(piece);
        if (bytes.Fault is { } fault) return fault;
        FoundEncoding? marked = ByMark(piece.AsSpan(0, filled));
        if (marked is not null && declared != "auto" && !Is(marked.Encoding, declared))
            return Refusals.Encoding(file, $"the feed says {declared}, and the file begins with the mark of {marked.Name}");
        if (marked is not null) return marked;
        bool? bigEndian = declared is "auto" or "utf-16" ? Utf16Guess.BigEndian(piece.AsSpan(0, Math.Min(filled, ContentKind.SampleBytes))) : null;
        return declared switch
        {
            "utf-8" => new FoundEncoding(TextEncoding.Utf8, 0, "UTF-8, as declared"),
            "windows-1252" => new FoundEncoding(TextEncoding.Windows1252, 0, "Windows-1252, as declared"),
            "utf-16" => new FoundEncoding(bigEndian == true ? TextEncoding.Utf16Big : TextEncoding.Utf16Little, 0, "UTF-16, as declared"),
            _ when bigEndian is { } big => new FoundEncoding(big ? TextEncoding.Utf16Big : TextEncoding.Utf16Little, 0, "UTF-16 without a mark, known by its zero bytes"),
            _ => ByLines(bytes, piece, filled, file),
        };
    }

    private static FoundEncoding? ByMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new FoundEncoding(TextEncoding.Utf8, 3, "UTF-8, by its mark"),
        [0xFF, 0xFE, ..] => new FoundEncoding(TextEncoding.Utf16Little, 2, "UTF-16 little-endian, by its mark"),
        [0xFE, 0xFF, ..] => new FoundEncoding(TextEncoding.Utf16Big, 2, "UTF-16 big-endian, by its mark"),
        _ => null,
    };

    private static bool Is(TextEncoding encoding, string declared) => declared switch
    {
        "utf-8" => encoding == TextEncoding.Utf8,
        "utf-16" => encoding is TextEncoding.Utf16Little or TextEncoding.Utf16Big,
        _ => encoding == TextEncoding.Windows1252,
    };

    private static Outcome<FoundEncoding> ByLines(ByteSource bytes, byte[] piece, int filled, string file)
    {
        EncodingEvidence evidence = new();
        long seen = filled;
        bool end = filled < piece.Length;
        while (true)
        {
            int whole = end ? EncodingEvidence.WithoutCutCharacter(piece.AsSpan(0, filled)) : EncodingEvidence.WholeLines(piece.AsSpan(0, filled));
            evidence.Take(piece.AsSpan(0, whole));
            if (end || evidence.BeyondAscii >= EnoughLines || seen >= MostBytes) return evidence.Judge(file, end);
            piece.AsSpan(whole, filled - whole).CopyTo(piece);
            filled -= whole;
            int read = bytes.Fill(piece.AsSpan(filled));
            if (bytes.Fault is { } fault) return fault;
            filled += read;
            seen += read;
            end = filled < piece.Length;
        }
    }
}
