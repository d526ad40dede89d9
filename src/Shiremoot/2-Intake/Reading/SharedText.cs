using System.Text;
using System.Xml;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>The texts a workbook keeps once and names by number, as UTF-8 in one array.</summary>
internal sealed class SharedText
{
    private const int MostBytes = 128 << 20;
    private readonly List<int> ends = [0];
    private byte[] bytes = new byte[4096];

    public bool TryGet(int index, out ReadOnlySpan<byte> text)
    {
        bool has = index >= 0 && index < ends.Count - 1;
        text = has ? bytes.AsSpan(ends[index], ends[index + 1] - ends[index]) : default;
        return has;
    }

    public static Outcome<SharedText> Read(XmlReader reader, string file)
    {
        SharedText shared = new();
        CellChars chars = new();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si") continue;
            chars.Clear();
            Item(reader, chars);
            if (!shared.Add(chars.Text)) return Refusals.BadWorkbook(file, $"it holds more than {MostBytes:N0} bytes of text; send CSV");
        }

        return shared;
    }

    /// <summary>The text of an item that may be in runs of different looks; readings of Japanese are left out.</summary>
    public static void Item(XmlReader reader, CellChars chars)
    {
        if (reader.IsEmptyElement) return;
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "t") chars.Add(reader);
            else if (reader.LocalName == "rPh") Pass(reader);
        }

        chars.Unescape();
    }

    private static void Pass(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            // Its inside is passed over.
        }
    }

    private bool Add(ReadOnlySpan<char> text)
    {
        int start = ends[^1], most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if ((long)start + most > MostBytes) return false;
        if (bytes.Length < start + most) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, start + most));
        ends.Add(start + Encoding.UTF8.GetBytes(text, bytes.AsSpan(start)));
        return true;
    }
}
