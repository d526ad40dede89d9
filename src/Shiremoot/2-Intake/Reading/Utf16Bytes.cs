using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Shiremoot.Intake.Reading;

/// <summary>UTF-16 as UTF-8. Half of a surrogate pair keeps its value in three bytes, which no UTF-8 reader accepts.</summary>
internal sealed class Utf16Bytes(ByteSource inner, bool bigEndian, string file) : DecodedBytes(inner)
{
    protected override (int Used, int Written) Decode(Span<byte> coded, Span<byte> plain, bool isEnd)
    {
        if (isEnd && coded.Length % 2 == 1) Fault ??= Refusals.Torn(file, "it ends in the middle of a character");
        Span<char> chars = MemoryMarshal.Cast<byte, char>(coded);
        if (bigEndian) Swap(chars);
        int used = 0, written = 0;
        while (used < chars.Length)
        {
            OperationStatus status = Utf8.FromUtf16(chars[used..], plain[written..], out int read, out int wrote, replaceInvalidSequences: false, isFinalBlock: isEnd);
            (used, written) = (used + read, written + wrote);
            if (status == OperationStatus.NeedMoreData) break;
            if (status != OperationStatus.InvalidData) continue;
            written += HalfPair(chars[used++], plain[written..]);
        }

        // What is kept comes again and is swapped again.
        if (bigEndian) Swap(chars[used..]);
        return (used * 2, written);
    }

    private static int HalfPair(char half, Span<byte> plain)
    {
        plain[0] = (byte)(0xE0 | (half >> 12));
        plain[1] = (byte)(0x80 | ((half >> 6) & 0x3F));
        plain[2] = (byte)(0x80 | (half & 0x3F));
        return 3;
    }

    private static void Swap(Span<char> chars)
    {
        Span<ushort> units = MemoryMarshal.Cast<char, ushort>(chars);
        BinaryPrimitives.ReverseEndianness(units, units);
    }
}
