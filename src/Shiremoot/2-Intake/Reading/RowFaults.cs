namespace Shiremoot.Intake.Reading;

/// <summary>The faults a row can have. Rows of a bad file share these strings, so that a file of bad rows costs no memory.</summary>
internal static class RowFaults
{
    private const string AskForDoubled = "Ask the sender to double quotes inside quoted fields, or set 'quotes: none' if the file never quotes.";

    public static RowFault Quote(long line) => new("a quote is not closed, or stands inside a field", AskForDoubled, line);

    public static RowFault Open(long line) => new("a quoted field that begins on this line is not closed within the longest row allowed", AskForDoubled, line);

    public static RowFault Bytes(string encoding, long line) => new(
        $"bytes that are not {encoding}", "The file mixes encodings or is damaged here. If all of it is in another encoding, declare it: 'encoding: windows-1252'.", line);

    public static RowFault Nul(long line) => new("a NUL character", "The file is damaged here, or is not text; ask for it again.", line);

    public static RowFault Lost(long line) => new(
        "a replacement character (U+FFFD): a letter was lost before the file was sent", "Ask the sender to export it again in UTF-8.", line);

    public static RowFault Ragged(int fields, int expected, long line) => new(
        $"{fields} fields where the header has {expected}", "A delimiter inside a field is not quoted, a field is missing, or the line was cut.", line);

    public static RowFault Cell(string cell, string what, string hint, long line) => new($"cell {cell} holds {what}", hint, line);
}
