
namespace Shiremoot.Intake.Reading;

/// <summary>What a file is, by its bytes: names and extensions are not believed.</summary>
internal static class ContentKind
{
    /// <summary>As many bytes as are looked at.</summary>
    public const int SampleBytes = 8192;

    private static readonly (int At, byte[] Mark, string Name)[] Marks =
    [
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an older Office file (.xls, .doc) or an Office file with a password"),
        (0, "Rar!"u8.ToArray(), "a RAR archive"),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        (0, "BZh"u8.ToArray(), "a bzip2 file"),
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file"),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
        (0, [0x89, 0x50, 0x4E, 0x47], "a picture"),
        (0, [0xFF, 0xD8, 0xFF], "a picture"),
        (0, "GIF8"u8.ToArray(), "a picture"),
        (0, "PAR1"u8.ToArray(), "a Parquet file"),
        (0, "SQLite format 3\0"u8.ToArray(), "a SQLite database"),
        (4, "Standard ACE DB"u8.ToArray(), "an Access database"),
        (4, "Standard Jet DB"u8.ToArray(), "an Access database"),
        (0, "{\\rtf"u8.ToArray(), "a Rich Text document"),
        (0, [0x7F, 0x45, 0x4C, 0x46], "a program"),
        (257, "ustar"u8.ToArray(), "a tar archive"),
        (0, [0xFF, 0xFE, 0x00, 0x00], "text in UTF-32"),
        (0, [0x00, 0x00, 0xFE, 0xFF], "text in UTF-32"),
    ];

    public static bool IsGzip(ReadOnlySpan<byte> sample) => sample.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    public static bool IsZip(ReadOnlySpan<byte> sample) => sample.StartsWith("PK\x03\x04"u8) || sample.StartsWith("PK\x05\x06"u8) || sample.StartsWith("PK\x07\x08"u8);

    /// <summary>The name of what the file is if it is neither text nor packed; null if it may be text.</summary>
    public static string? NotText(ReadOnlySpan<byte> sample)
    {
        foreach ((int at, byte[] mark, string name) in Marks)
            if (sample.Length >= at + mark.Length && sample.Slice(at, mark.Length).SequenceEqual(mark)) return name;
        if (sample[..Math.Min(sample.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return "a PDF document";
        ReadOnlySpan<byte> text = sample.StartsWith("\uFEFF"u8) ? sample[3..] : sample;
        text = text.TrimStart(" \t\r\n"u8);
        if (IsMarkup(text)) return "a web page or an XML document";
        if (IsJson(text)) return "JSON";
        return IsBinary(sample) ? "a binary file" : null;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] == '<' && (text[1] is (byte)'!' or (byte)'?' || char.IsAsciiLetter((char)text[1])) && text.IndexOf((byte)'>') > 0;

    private static bool IsJson(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] is (byte)'{' or (byte)'[' && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'{' or (byte)'[', ..];

    // A few stray control characters are a damaged row; many, that are not every second byte as in UTF-16, are no text at all.
    private static bool IsBinary(ReadOnlySpan<byte> sample)
    {
        if (Utf16Guess.BigEndian(sample) is not null) return false;
        int control = 0;
        foreach (byte b in sample)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0x1A)) control++;
        return control > 8 && control > sample.Length / 20;
    }
}
