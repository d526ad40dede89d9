using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>A Home Office offence code: class (three digits) and subcode (two).</summary>
public readonly record struct OffenceCode(int Class, int Subcode) : IComparable<OffenceCode>
{
    /// <summary>Class times 100 plus subcode: how columns hold it.</summary>
    public int Number => (Class * 100) + Subcode;

    /// <summary>
    /// Reads 00101, 001/01, 1/1, 001-01, 001.01 and 001 01. Four digits or fewer without a mark are refused: a spreadsheet may have
    /// dropped zeros from either part.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out OffenceCode code)
    {
        code = default;
        text = text.Trim();
        int mark = text.IndexOfAny("/-. ");
        if (mark < 0) return text.Length == 5 && TryRead(text[..3], text[3..], out code);
        return TryRead(text[..mark], text[(mark + 1)..], out code);
    }

    /// <summary>Reads class and subcode from two columns.</summary>
    public static bool TryRead(ReadOnlySpan<char> classText, ReadOnlySpan<char> subcodeText, out OffenceCode code)
    {
        code = default;
        classText = classText.Trim();
        subcodeText = subcodeText.Trim();
        if (classText.Length > 3 || subcodeText.Length > 2) return false;
        if (!CheckLetter.Digits(classText, out int @class) || !CheckLetter.Digits(subcodeText, out int subcode)) return false;
        code = new OffenceCode(@class, subcode);
        return true;
    }

    public int CompareTo(OffenceCode other) => Number.CompareTo(other.Number);

    public override string ToString() => $"{Class:000}{Subcode:00}";
}
