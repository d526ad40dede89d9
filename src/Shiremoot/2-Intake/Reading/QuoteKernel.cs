using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Shiremoot.Intake.Reading;

/// <summary>What <see cref="QuoteKernel"/> found.</summary>
/// <param name="End">Length of the whole, well-formed records at the front, of which more is known to follow.</param>
/// <param name="Breaks">Line breaks in them.</param>
/// <param name="BadAt">Where the rules of quoting are first broken, after <paramref name="End"/>; -1 if nowhere.</param>
/// <param name="IsOpen">The text ends inside quotes.</param>
internal readonly record struct QuoteScan(int End, long Breaks, int BadAt, bool IsOpen);

/// <summary>
/// The loop behind the guard: 64 bytes at a time as bit masks, in the manner of simdjson (Langdale and Lemire, 2019). It checks RFC 4180 as written:
/// an opening quote follows a delimiter, a line break or a closing quote; a closing quote is followed by one of these or by a quote.
/// </summary>
internal static class QuoteKernel
{
    public static QuoteScan Scan(ReadOnlySpan<byte> text, byte delimiter, bool quotes)
    {
        ulong quoting = quotes ? ulong.MaxValue : 0, inside = 0, afterSeparator = 1, afterClose = 0, afterBreak = 0, afterRow = 0, afterCr = 0;
        long breaks = 0, breaksAtEnd = 0;
        int end = 0;
        Span<byte> last = stackalloc byte[64];
        for (int at = 0; at < text.Length; at += 64)
        {
            int left = text.Length - at;
            ulong valid = left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
            if (left < 64)
            {
                last.Clear();
                text[at..].CopyTo(last);
            }

            ref byte first = ref left >= 64 ? ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at) : ref MemoryMarshal.GetReference(last);
            Vector256<byte> low = Vector256.LoadUnsafe(ref first), high = Vector256.LoadUnsafe(ref first, 32);
            ulong quote = Mask(low, high, (byte)'"') & quoting, lf = Mask(low, high, (byte)'\n'), cr = Mask(low, high, (byte)'\r');
            ulong newline = lf | cr, separator = Mask(low, high, delimiter) | newline;

            ulong within = PrefixXor(quote) ^ inside;
            ulong open = quote & within, close = quote & ~within, follow = (close << 1) | afterClose;
            ulong bad = ((open & ~((separator << 1) | afterSeparator | follow)) | (follow & ~(separator | quote))) & valid;

            // A row or line begins after a line break, but not between the CR and the LF of one.
            ulong pair = lf & ((cr << 1) | afterCr), outside = newline & ~within;
            ulong line = ((newline << 1) | afterBreak) & ~pair & valid, row = ((outside << 1) | afterRow) & ~pair & valid;
            if (bad != 0) row &= UpTo(BitOperations.TrailingZeroCount(bad));
            if (row != 0)
            {
                int start = 63 - BitOperations.LeadingZeroCount(row);
                end = at + start;
                breaksAtEnd = breaks + BitOperations.PopCount(line & UpTo(start));
            }

            if (bad != 0) return new QuoteScan(end, breaksAtEnd, at + BitOperations.TrailingZeroCount(bad), false);
            breaks += BitOperations.PopCount(line);
            inside = left >= 64 ? unchecked(0 - (within >> 63)) : (within >> (left - 1)) & 1;
            (afterSeparator, afterClose, afterBreak, afterRow, afterCr) = (separator >> 63, close >> 63, newline >> 63, outside >> 63, cr >> 63);
        }

        return new QuoteScan(end, breaksAtEnd, -1, inside != 0);
    }

    private static ulong UpTo(int bit) => bit >= 63 ? ulong.MaxValue : (2UL << bit) - 1;

    private static ulong Mask(Vector256<byte> low, Vector256<byte> high, byte value)
    {
        Vector256<byte> wanted = Vector256.Create(value);
        return Vector256.Equals(low, wanted).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(high, wanted).ExtractMostSignificantBits() << 32);
    }

    // Bit n of the result is the exclusive or of bits 0 to n: set from each opening quote up to, not including, its closing quote.
    private static ulong PrefixXor(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
