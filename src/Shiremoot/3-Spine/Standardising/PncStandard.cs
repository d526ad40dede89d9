using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Spine.Standardising;

/// <summary>A PNC identifier in its canonical form; none if its check letter is wrong, for then nobody knows whose it is.</summary>
sealed class PncStandard : IStandard
{
    // Years of two digits up to this are of this century. A number from the future cannot be a PNC of a record at hand.
    private const int LatestYear = 2099;

    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        Span<char> text = stackalloc char[32];
        if (value.Length > text.Length || !Encoding.UTF8.TryGetChars(value, text, out int length)) return 0;
        int thisYear = text[..length].IndexOf('/') == 4 || length == 12 ? LatestYear : 2049;
        if (!PncId.TryRead(text[..length], thisYear, out PncId id)) return 0;
        Put(into, id.Year, 4);
        into[4] = (byte)'/';
        Put(into[5..], id.Serial, 7);
        into[12] = (byte)CheckLetter.Of(id.Year % 100, id.Serial, 7);
        return 13;
    }

    private static void Put(Span<byte> into, int number, int digits)
    {
        for (int at = digits - 1; at >= 0; at--, number /= 10) into[at] = (byte)('0' + (number % 10));
    }
}
