using System.Text;
using System.Text.Unicode;

namespace Shiremoot.Futures.Extracts;

/// <summary>From UTF-8 to the encoding a file is written in. What Windows-1252 has no letter for becomes a question mark, as in the systems that export it.</summary>
static class TextCoding
{
    // What Windows-1252 has in the places from 0x80 to 0x9F; its five empty places stand for themselves.
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static ReadOnlySpan<byte> Mark(FileCoding coding) => coding switch
    {
        FileCoding.Utf8Marked => [0xEF, 0xBB, 0xBF],
        FileCoding.Utf16 => [0xFF, 0xFE],
        _ => default,
    };

    /// <summary>Writes the text in the encoding; <paramref name="into"/> must have twice its bytes. Returns the bytes written.</summary>
    public static int Write(ReadOnlySpan<byte> utf8, FileCoding coding, Span<byte> into)
    {
        switch (coding)
        {
            case FileCoding.Utf16:
                Span<char> letters = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(into);
                Utf8.ToUtf16(utf8, letters, out _, out int written);
                if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("UTF-16 is written as the machine keeps it, which must be little end first.");
                return written * 2;
            case FileCoding.Windows1252 when !Ascii.IsValid(utf8):
                return Windows(utf8, into);
            default:
                utf8.CopyTo(into);
                return utf8.Length;
        }
    }

    private static int Windows(ReadOnlySpan<byte> utf8, Span<byte> into)
    {
        int used = 0;
        while (!utf8.IsEmpty)
        {
            Rune.DecodeFromUtf8(utf8, out Rune letter, out int length);
            utf8 = utf8[length..];
            int high = letter.Value is >= 0x80 and <= 0xFFFF ? High.IndexOf((char)letter.Value) : -1;
            into[used++] = letter.Value < 0x80 || letter.Value is >= 0xA0 and <= 0xFF ? (byte)letter.Value : high >= 0 ? (byte)(0x80 + high) : (byte)'?';
        }
        return used;
    }
}
