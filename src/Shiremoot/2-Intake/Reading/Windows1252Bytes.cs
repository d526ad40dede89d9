using System.Text;

namespace Shiremoot.Intake.Reading;

/// <summary>
/// Windows-1252 as UTF-8. The five bytes that stand for nothing are passed on as they are, and before letters that were UTF-8 already goes the byte 255:
/// neither is valid UTF-8, so such rows are found bad.
/// </summary>
internal sealed class Windows1252Bytes(ByteSource inner) : DecodedBytes(inner)
{
    private static readonly byte[][] Letters = [.. Enumerable.Range(0x80, 0x80).Select(Letter)];

    protected override (int Used, int Written) Decode(Span<byte> coded, Span<byte> plain, bool isEnd)
    {
        int used = 0, written = 0;
        while (used < coded.Length)
        {
            int ascii = coded[used..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) ascii = coded.Length - used;
            coded.Slice(used, ascii).CopyTo(plain[written..]);
            (used, written) = (used + ascii, written + ascii);
            ReadOnlySpan<byte> rest = coded[used..];
            if (rest.IsEmpty || (!isEnd && rest.Length < 3)) break;
            int length = Utf8Length(rest);
            if (length > 0)
            {
                plain[written++] = 0xFF;
                rest[..length].CopyTo(plain[written..]);
                (used, written) = (used + length, written + length);
                continue;
            }

            byte[] letter = Letters[rest[0] - 0x80];
            letter.CopyTo(plain[written..]);
            (used, written) = (used + 1, written + letter.Length);
        }

        return (used, written);
    }

    // Letters of western Europe and curly quotes in UTF-8 read in Windows-1252 as pairs nobody writes.
    private static int Utf8Length(ReadOnlySpan<byte> rest) => rest switch
    {
        [0xC2 or 0xC3, >= 0x80 and <= 0xBF, ..] => 2,
        [0xE2, 0x80, >= 0x80 and <= 0xBF, ..] => 3,
        _ => 0,
    };

    private static byte[] Letter(int code)
    {
        char letter = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetChars([(byte)code])[0];
        return letter is >= '\x80' and < '\xA0' ? [(byte)code] : Encoding.UTF8.GetBytes([letter]);
    }
}
