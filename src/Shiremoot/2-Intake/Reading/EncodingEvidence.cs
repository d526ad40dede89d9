using System.Text;
using System.Text.Unicode;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>Counts of lines beyond ASCII that are UTF-8 and that are not, and whether the latter look like Windows-1252.</summary>
internal sealed class EncodingEvidence
{
    // Letters and punctuation that English records written on Windows hold: curly quotes, dashes, euro, pound, degree, fractions, accented letters.
    private static readonly bool[] Usual = [.. Enumerable.Range(0, 256).Select(b =>
        b is 0x80 or 0x85 or (>= 0x91 and <= 0x97) or 0x99 or 0xA0 or 0xA3 or 0xA7 or 0xA9 or 0xAE or 0xB0 or 0xB4 or 0xB7 or (>= 0xBC and <= 0xBE)
            or (>= 0xC0 and <= 0xFD and not (0xD0 or 0xD7 or 0xDE or 0xF0 or 0xF7)))];

    private long lines;
    private long utf8;
    private long other;
    private long high;
    private long usual;

    public long BeyondAscii => utf8 + other;

    public void Take(ReadOnlySpan<byte> text)
    {
        lines += text.Count((byte)'\n');
        if (Ascii.IsValid(text)) return;
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (Ascii.IsValid(line)) continue;
            if (Utf8.IsValid(line)) utf8++;
            else TakeOther(line);
        }
    }

    public Outcome<FoundEncoding> Judge(string file, bool seenAll)
    {
        if (BeyondAscii == 0) return new FoundEncoding(TextEncoding.Utf8, 0, seenAll ? "UTF-8, all of it ASCII" : "UTF-8: the first 64 MB are ASCII");
        double looksRight = high == 0 ? 0 : (double)usual / high;
        if (other <= utf8 || (looksRight < 0.5 && other * 10 <= lines))
            return new FoundEncoding(TextEncoding.Utf8, 0, $"UTF-8, confidence {(double)utf8 / BeyondAscii:0.00}: {utf8:N0} of the {BeyondAscii:N0} lines beyond ASCII looked at are");
        if (looksRight < 0.5) return Refusals.Encoding(file, $"{other:N0} lines are not UTF-8, and do not read as Windows-1252 either");
        double confidence = looksRight * other / BeyondAscii;
        return new FoundEncoding(TextEncoding.Windows1252, 0, $"Windows-1252, confidence {confidence:0.00}: {other:N0} of the {BeyondAscii:N0} lines beyond ASCII looked at are not UTF-8, and read as English");
    }

    /// <summary>How much of a piece is whole lines; without a line break, whole characters.</summary>
    public static int WholeLines(ReadOnlySpan<byte> piece)
    {
        int end = piece.LastIndexOf((byte)'\n');
        return end >= 0 ? end + 1 : Math.Max(piece.LastIndexOfAnyInRange((byte)0, (byte)0x7F) + 1, piece.Length - 4);
    }

    /// <summary>A character cut by the end of a torn file says nothing about the encoding.</summary>
    public static int WithoutCutCharacter(ReadOnlySpan<byte> end)
    {
        for (int back = 1; back <= Math.Min(3, end.Length); back++)
        {
            byte lead = end[^back];
            if (lead < 0x80) break;
            int needs = lead switch { >= 0xF0 and < 0xF5 => 4, >= 0xE0 and < 0xF0 => 3, >= 0xC2 and < 0xE0 => 2, _ => 0 };
            if (needs > back) return end.Length - back;
            if (needs > 0) break;
        }

        return end.Length;
    }

    private void TakeOther(ReadOnlySpan<byte> line)
    {
        other++;
        foreach (byte b in line)
        {
            if (b < 0x80) continue;
            high++;
            if (Usual[b]) usual++;
        }
    }
}
