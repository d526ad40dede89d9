using System.Globalization;
using System.Text;
using System.Xml;

namespace Shiremoot.Intake.Reading;

/// <summary>Turns one cell element into text. The same object is used for every cell of a sheet.</summary>
internal sealed class SheetCell(Workbook workbook)
{
    private const int MostColumns = 16_384;
    private readonly CellChars chars = new();
    private readonly CellChars passed = new();
    private byte[] bytes = new byte[512];
    private int length;

    /// <summary>The column from 0, or what comes after the last cell if the element does not say; -1 if it says nonsense.</summary>
    public int Column { get; private set; }

    /// <summary>What the cell holds that cannot be taken, and what to do; null if it is sound.</summary>
    public (string What, string Hint)? Wrong { get; private set; }

    public ReadOnlySpan<byte> Text => bytes.AsSpan(0, length);

    /// <summary>The letters of a column: 0 is A, 27 is AB.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    /// <summary>Reads the cell the reader stands on and leaves the reader on its end.</summary>
    public void Read(XmlReader reader, int previousColumn)
    {
        (Wrong, length) = (null, 0);
        string? place = reader.GetAttribute("r"), type = reader.GetAttribute("t"), style = reader.GetAttribute("s");
        Column = place is null ? previousColumn + 1 : ColumnOf(place);
        (bool hasValue, bool hasFormula) = Content(reader);
        if (hasFormula && !hasValue) Wrong = ("a formula without a saved result", "Ask the sender to open the workbook in Excel and save it, so that results are kept.");
        else if (chars.Length > 0) Take(type ?? "n", style);
    }

    private (bool HasValue, bool HasFormula) Content(XmlReader reader)
    {
        chars.Clear();
        bool value = false, formula = false;
        if (reader.IsEmptyElement) return (value, formula);
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1) continue;
            if (reader.LocalName == "f") formula = PassOver(reader);
            else if (reader.LocalName is "v" or "is") value = Value(reader);
        }

        return (value, formula);
    }

    private bool Value(XmlReader reader)
    {
        if (reader.LocalName == "is") SharedText.Item(reader, chars);
        else chars.Add(reader);
        return true;
    }

    private bool PassOver(XmlReader reader)
    {
        passed.Clear();
        passed.Add(reader);
        return true;
    }

    private void Take(string type, string? style)
    {
        switch (type)
        {
            case "s":
                if (int.TryParse(chars.Text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int index) && workbook.Shared.TryGet(index, out ReadOnlySpan<byte> shared)) Put(shared);
                else Wrong = ("a text the workbook does not have", "The workbook is damaged; ask for it again.");
                break;
            case "str":
                chars.Unescape();
                Put(chars.Text);
                break;
            case "inlineStr":
                Put(chars.Text);
                break;
            case "b":
                Put(chars.Text.Trim() is "1" or "true" ? "TRUE" : "FALSE");
                break;
            case "e":
                Wrong = ($"the error {ErrorName(chars.Text)}", "Ask the sender to mend the formula in the workbook.");
                break;
            case "d":
                Put(IsDateOnly(Format(style)) && chars.Text.IndexOf("T00:00:00") is > 0 and var midnight ? chars.Text[..midnight] : chars.Text);
                break;
            default:
                Number(style);
                break;
        }
    }

    private void Number(string? style)
    {
        if (!double.TryParse(chars.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            Wrong = ("what should be a number and is not", "The workbook is damaged; ask for it again.");
        else if (CellNumber.Text(value, Format(style), workbook.From1904, out string wrong) is { } text) Put(text);
        else Wrong = (wrong, "Ask the sender to keep dates as dates and references as text in the workbook.");
    }

    private static bool IsDateOnly(CellFormat format) => format is CellFormat.Date or CellFormat.Number;

    // Only Excel's own names: a cell's text is not repeated in a message.
    private static string ErrorName(ReadOnlySpan<char> text) =>
        text is "#REF!" or "#N/A" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!" ? text.ToString() : "of a formula";

    private CellFormat Format(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < workbook.Formats.Length ? workbook.Formats[index] : CellFormat.Number;

    private static int ColumnOf(ReadOnlySpan<char> place)
    {
        int column = 0, at = 0;
        for (; at < place.Length && at < 4 && char.IsAsciiLetter(place[at]); at++) column = (column * 26) + (char.ToUpperInvariant(place[at]) - 'A' + 1);
        return at is > 0 and < 4 && column <= MostColumns ? column - 1 : -1;
    }

    private void Put(ReadOnlySpan<char> text)
    {
        Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        length = Encoding.UTF8.GetBytes(text, bytes);
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(bytes);
        length = text.Length;
    }

    private void Room(int wanted)
    {
        if (bytes.Length < wanted) bytes = new byte[Math.Max(wanted, bytes.Length * 2)];
    }
}
