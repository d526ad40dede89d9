using System.Text;
using System.Xml;

namespace Shiremoot.Intake.Reading;

/// <summary>The value of an XML attribute, as characters and as UTF-8, in space that is used again for the next.</summary>
internal sealed class TextPiece
{
    private char[] chars = new char[256];
    private byte[] bytes = new byte[256];
    private int length, byteLength;

    public ReadOnlySpan<char> Chars => chars.AsSpan(0, length);

    public ReadOnlySpan<byte> Utf8 => bytes.AsSpan(0, byteLength);

    public void Clear() => (length, byteLength) = (0, 0);

    /// <summary>Takes the value of the attribute the reader stands on.</summary>
    public void Take(XmlReader reader)
    {
        length = 0;
        for (int read; (read = reader.ReadValueChunk(chars, length, chars.Length - length)) > 0;)
        {
            length += read;
            if (length == chars.Length) Array.Resize(ref chars, length * 2);
        }
    }

    public void Encode()
    {
        int most = Encoding.UTF8.GetMaxByteCount(length);
        if (bytes.Length < most) bytes = new byte[most];
        byteLength = Encoding.UTF8.GetBytes(Chars, bytes);
    }
}
