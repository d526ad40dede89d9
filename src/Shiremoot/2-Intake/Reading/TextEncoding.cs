namespace Shiremoot.Intake.Reading;

/// <summary>The encodings partners send.</summary>
internal enum TextEncoding
{
    Utf8,
    Utf16Little,
    Utf16Big,
    Windows1252,
}

/// <summary>The encoding of a file, the bytes of the mark it begins with, and how we know.</summary>
internal sealed record FoundEncoding(TextEncoding Encoding, int MarkBytes, string Note)
{
    /// <summary>For messages.</summary>
    public string Name => Encoding switch
    {
        TextEncoding.Utf8 => "UTF-8",
        TextEncoding.Utf16Little => "UTF-16 little-endian",
        TextEncoding.Utf16Big => "UTF-16 big-endian",
        _ => "Windows-1252",
    };

    /// <summary>The text as UTF-8. UTF-8 itself goes through untouched.</summary>
    public ByteSource Decode(ByteSource bytes, string file) => Encoding switch
    {
        TextEncoding.Utf8 => bytes,
        TextEncoding.Windows1252 => new Windows1252Bytes(bytes),
        var order => new Utf16Bytes(bytes, order == TextEncoding.Utf16Big, file),
    };
}
