using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>Why a whole file is refused, with what to do. READ-01 to READ-27.</summary>
internal static class Refusals
{
    public const string EncodingCode = "READ-12", DelimiterCode = "READ-13", HeadersCode = "READ-14", HeaderRowCode = "READ-23";

    private const string AskAgain = "Ask the sender for the file again.";

    public static Refusal NoFile(string name) => new("READ-01", $"There is no file {name} that can be read.", "Check the name and who may read it.");

    public static Refusal Format(string key, string says) => new("READ-02", $"The feed's format is wrong: '{key}' {says}.", "Correct the feed file.");

    public static Refusal NotATable(string name, string what) => new("READ-03", $"{name} is {what}, not a table, whatever its name says.", "Ask the sender for CSV or .xlsx.");

    public static Refusal OtherKind(string name, string found, string declared) =>
        new("READ-04", $"{name} is {found}, but the feed says '{declared}'.", "Correct 'kind' in the feed file, or ask the sender for the form agreed.");

    public static Refusal Nested(string name, string what) => new("READ-05", $"{name} holds {what}: a packed file inside a packed file is not opened.", "Ask the sender to pack the table once.");

    public static Refusal BadZip(string name, string why) => new("READ-06", $"{name} is a zip whose parts do not agree: {why}.", AskAgain);

    public static Refusal UnsafeName(string name) => new("READ-07", $"{name} is a zip with an entry whose name points outside it or at a device.", "Do not open it; ask the sender how it was made.");

    public static Refusal WhichEntry(string name, IReadOnlyList<string> names, string? wanted) => new(
        "READ-08",
        wanted is null ? $"{name} is a zip of {names.Count} files, and the feed does not say which." : $"{names.Count} files in {name} match '{wanted}'; there must be one.",
        "Set 'entry' in the feed file to the one to read.")
    { Details = [.. names.Take(10)] };

    public static Refusal Encrypted(string name) => new("READ-09", $"{name} is protected by a password.", "Take the password off before it is read; agree a safe way to send it.");

    public static Refusal TooMuch(string name, long limit, double ratio) =>
        new("READ-10", $"{name} unpacks to more than {limit:N0} bytes or {ratio:N0} times its size.", "If that is right for this sender, raise 'max-ratio' or 'max-unpacked-bytes' in the feed file.");

    public static Refusal BadGzip(string name, string why) => new("READ-11", $"{name} is a damaged .gz: {why}.", AskAgain);

    public static Refusal Encoding(string name, string why) => new(EncodingCode, $"The encoding of {name} is not clear: {why}.", "Declare 'encoding' in the feed file: utf-8, utf-16 or windows-1252.");

    public static Refusal Delimiter(string name, string why) => new(DelimiterCode, $"The delimiter of {name} is not clear: {why}.", "Declare 'delimiter' in the feed file; and 'skip_rows' if lines stand before the header.");

    public static Refusal Headers(string name, string why) =>
        new(HeadersCode, $"The header of {name} does not name every column once: {why}.", "Name the columns by position with 'columns', or set 'headers: lenient', or ask the sender to mend the header.");

    public static Refusal TooManyColumns(string name, int found, int most) => new("READ-15", $"{name} has {found:N0} columns; the most allowed is {most:N0}.", "Check the delimiter; raise 'max-columns' if it is right.");

    public static Refusal RowTooLong(string name, long line, long most) =>
        new("READ-16", $"The row on line {line:N0} of {name} is longer than {most:N0} bytes.", "Check that the file has line breaks; raise 'max-row-bytes' if it is right.");

    public static Refusal Trailer(string name, string why) => new("READ-17", $"{name} is not whole: {why}.", AskAgain);

    public static Refusal Changed(string name) => new("READ-18", $"{name} is still being written: its length or time changed while it was read.", "Wait until the sender has finished, then take it in again.");

    public static Refusal BadWorkbook(string name, string why) => new("READ-19", $"{name} is a damaged workbook: {why}.", "Ask the sender to open it, save it and send it again, or to send CSV.");

    public static Refusal WhichSheet(string name, IReadOnlyList<string> sheets, string? wanted) => new(
        "READ-20",
        wanted is null ? $"{name} has {sheets.Count} sheets, and the feed does not say which." : $"{name} has no sheet '{wanted}'.",
        "Set 'sheet' in the feed file.")
    { Details = [.. sheets.Take(20)] };

    public static Refusal Macros(string name) => new("READ-21", $"{name} holds macros.", "Ask the sender for .xlsx without macros, or CSV.");

    public static Refusal DocumentType(string name) => new("READ-22", $"{name} has a document type in its XML, which no spreadsheet writes.", "Do not open it; ask the sender how it was made.");

    public static Refusal HeaderRow(string name, string why) => new(HeaderRowCode, $"The header of {name} cannot be read: {why}.", "Check 'skip_rows', 'header_rows' and 'delimiter' in the feed file.");

    public static Refusal ZipEntries(string name, string why) => new("READ-24", $"{name} is a zip with {why}.", "Ask the sender to pack only the table.");

    public static Refusal Torn(string name, string why) => new("READ-25", $"{name} was cut short: {why}.", AskAgain);

    public static Refusal NotAnEventLog(string name, string why) =>
        new("READ-26", $"{name} is not an event log in XES (IEEE 1849): {why}.", "Export it again as XES, or as CSV with a row an event.");

    public static Refusal HostileEventLog(string name, string why) => new("READ-27", $"{name} is XML that no honest event log is: {why}.", "Do not open it; ask the sender how it was made.");
}
