using System.Globalization;
using System.Xml;

namespace Shiremoot.Intake.Reading;

/// <summary>The text of a cell as its XML elements give it, in one buffer used again and again.</summary>
internal sealed class CellChars
{
    private char[] chars = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Text => chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Adds the text inside the element the reader stands on, and leaves the reader on its end.</summary>
    public void Add(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            while (true)
            {
                if (Length == chars.Length) Array.Resize(ref chars, chars.Length * 2);
                int read = reader.ReadValueChunk(chars, Length, chars.Length - Length);
                if (read == 0) break;
                Length += read;
            }
        }
    }

    /// <summary>Turns what Excel writes as _x000D_ back into the character.</summary>
    public void Unescape()
    {
        if (Text.IndexOf("_x") < 0) return;
        int to = 0;
        for (int from = 0; from < Length; from++)
        {
            if (IsEscape(chars.AsSpan(from, Length - from), out char meant))
            {
                chars[to++] = meant;
                from += 6;
            }
            else
            {
                chars[to++] = chars[from];
            }
        }

        Length = to;
    }

    private static bool IsEscape(ReadOnlySpan<char> text, out char meant)
    {
        meant = '\0';
        if (text.Length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
        if (!ushort.TryParse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)) return false;
        meant = (char)code;
        return code != 0 && !char.IsSurrogate(meant);
    }
}
