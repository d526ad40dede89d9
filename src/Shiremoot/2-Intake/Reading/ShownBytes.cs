using System.Buffers;
using System.Globalization;
using System.Text;

namespace Shiremoot.Intake.Reading;

/// <summary>Bytes that should be UTF-8 as text: what is not, and NULs, as \xNN, so that nothing is lost and nothing is guessed.</summary>
internal static class ShownBytes
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        StringBuilder shown = new(bytes.Length);
        Span<char> chars = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            bool isText = Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == OperationStatus.Done && rune.Value != 0;
            if (isText) shown.Append(chars[..rune.EncodeToUtf16(chars)]);
            else
                foreach (byte b in bytes[..length]) shown.Append(CultureInfo.InvariantCulture, $"\\x{b:X2}");
            bytes = bytes[length..];
        }

        return shown.ToString();
    }
}
