using System.Globalization;
using System.Text;

namespace Shiremoot.Trust.Files;

/// <summary>
/// Text as a workbook's cell can hold it: characters XML has no room for are written _x0000_ (ECMA-376, ST_Xstring), half a surrogate pair becomes
/// the replacement character, and text past the cell's limit is cut and says so.
/// </summary>
static class CellText
{
    private const int Most = 32_767;
    private const string Cut = " [cut: longer than a cell can hold]";

    public static string Of(string text)
    {
        if (text.Length > Most) text = string.Concat(text.AsSpan(0, Most - Cut.Length), Cut);
        if (!NeedsEscape(text)) return text;
        StringBuilder escaped = new(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) escaped.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c)) escaped.Append('\uFFFD');
            else if (IsUnwritable(c) || LooksEscaped(text, i)) escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static bool NeedsEscape(string text)
    {
        foreach (char c in text)
        {
            if (c == '_' || IsUnwritable(c) || char.IsSurrogate(c)) return true;
        }
        return false;
    }

    // A carriage return could be written, but XML readers turn it into a line feed.
    private static bool IsUnwritable(char c) => c is (< ' ' and not '\t' and not '\n') or '\uFFFE' or '\uFFFF';

    private static bool LooksEscaped(string text, int at) =>
        text[at] == '_' && at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && AllHexadecimal(text.AsSpan(at + 2, 4));

    private static bool AllHexadecimal(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }
        return true;
    }
}
