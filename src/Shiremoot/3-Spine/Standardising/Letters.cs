using System.Buffers;
using System.Globalization;
using System.Text;

namespace Shiremoot.Spine.Standardising;

/// <summary>Letters of other alphabets, and letters with marks, as plain capitals of the Latin alphabet, so that Müller and MULLER, Дмитрий and DMITRII meet.</summary>
static class Letters
{
    private const int FirstGreek = 0x370, LastGreek = 0x3FF;

    // Each letter with what is written for it; a dash for nothing.
    private static readonly Dictionary<char, string> Special = Read(
        "ÆAE ØO ŒOE ẞSS ßSS ÐD ÞTH ŁL ĐD ıI ĦH ŊN ƏA",
        // Cyrillic, after the scheme of passports (ICAO 9303).
        "АA БB ВV ГG ДD ЕE ЖZH ЗZ ИI КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХKH ЦTS ЧCH ШSH ЩSHCH ЪIE ЫY Ь- ЭE ЮIU ЯIA ІI ЄIE ҐG ЈJ ЋC ЂD",
        // Greek, after ELOT 743.
        "ΑA ΒV ΓG ΔD ΕE ΖZ ΗI ΘTH ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡR ΣS ΤT ΥY ΦF ΧCH ΨPS ΩO",
        // Signs that stand for an apostrophe though they are no quotation mark.
        "ʼ' ʻ' ´'");

    static Letters()
    {
        foreach ((char marked, char plain) in MarkedLetters.Pairs)
            if (char.IsAscii(plain)) Special[marked] = plain.ToString();
            else if (Special.TryGetValue(plain, out string? latin)) Special[marked] = latin;
    }

    /// <summary>Writes a text as capitals, digits and what stands between them; gives the bytes written. Letters of alphabets not known here are kept as they are.</summary>
    public static int Plain(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0;
        foreach (byte b in value)
        {
            if (b >= 0x80) return WithMarks(value, into);
            if (length == into.Length) break;
            into[length++] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
        }
        return length;
    }

    private static int WithMarks(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0;
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in Encoding.UTF8.GetString(value).EnumerateRunes())
        {
            Rune upper = Plain(rune);
            if (upper.Value == 0) continue;
            if (upper.IsBmp && Special.TryGetValue((char)upper.Value, out string? plain))
            {
                if (length + plain.Length > into.Length) break;
                if (plain == "Y" && upper.Value is >= FirstGreek and <= LastGreek && length > 0 && into[length - 1] == (byte)'O') plain = "U"; // Greek ou
                foreach (char c in plain) into[length++] = (byte)c;
                continue;
            }
            int written = upper.EncodeToUtf8(bytes);
            if (length + written > into.Length) break;
            bytes[..written].CopyTo(into[length..]);
            length += written;
        }
        return length;
    }

    // A capital; of any dash, blank or quotation mark the plain one; 0 for a mark that is written on another letter.
    private static Rune Plain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format => default,
        UnicodeCategory.DashPunctuation => new Rune('-'),
        UnicodeCategory.SpaceSeparator => new Rune(' '),
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => new Rune('\''),
        _ => Rune.ToUpperInvariant(rune),
    };

    private static Dictionary<char, string> Read(params ReadOnlySpan<string> alphabets)
    {
        Dictionary<char, string> letters = [];
        foreach (string alphabet in alphabets)
            foreach (string entry in alphabet.Split(' ')) letters[entry[0]] = entry[1..] == "-" ? "" : entry[1..];
        return letters;
    }
}
