using Shiremoot.Terms;
using Shiremoot.Trust.Files;

namespace Shiremoot.Trust;

/// <summary>
/// Writes a release as a file for a spreadsheet, a database or a statistics package: the same bytes for the same table, row by row as the rows are
/// made, and with no text that a spreadsheet would run as a formula. Form: docs/decisions/files-out.md.
/// </summary>
public static class ReleaseFiles
{
    /// <summary>
    /// UTF-8 CSV with a byte order mark: the heading in the first line, a row a line, and what the table is in last columns named about_….
    /// Leaves the stream open. Gives the number of rows written.
    /// </summary>
    public static long WriteCsv(ReleaseTable table, Stream stream) => CsvFile.Write(table, stream);

    /// <summary>
    /// An Excel workbook: sheet Data with the heading frozen, sheet About. Refused if there are more rows than a sheet can hold; what is in the
    /// stream is then no workbook. Leaves the stream open. Gives the number of rows written.
    /// </summary>
    public static Outcome<long> WriteXlsx(ReleaseTable table, Stream stream) =>
        WorkbookFile.Write(table, stream) is { } rows ? rows : Refusals.TooManyRows(table.Title, WorkbookFile.MostRows);

    /// <summary>An Excel workbook whose formulas go on working, for figures that are of no person. Leaves the stream open.</summary>
    public static void WriteFormulas(IReadOnlyList<FormulaSheet> sheets, Stream stream) => FormulaFile.Write(sheets, stream);
}
