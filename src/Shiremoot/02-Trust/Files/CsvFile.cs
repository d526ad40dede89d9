using System.Globalization;
using CsvHelper;
using NodaTime.Text;

namespace Shiremoot.Trust.Files;

/// <summary>A release as CSV (RFC 4180). Every row says what table it is from, so rows stay labelled when they are cut, joined or loaded.</summary>
static class CsvFile
{
    // The name of each fact that goes on every row; notes and marks would swell it and are in the workbook.
    private static readonly string[] OnEveryRow = ["title", "definition", "period", "source", "origin", "disclosure"];

    public static long Write(ReleaseTable table, Stream stream)
    {
        using CsvWriter csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        string[] facts = [.. OnEveryRow.Select(name => InertText.Of(table.About.First(fact => fact.Name == name).Value))];

        foreach (ReleaseColumn column in table.Columns) WriteText(csv, InertText.Of(column.Heading));
        foreach (string name in OnEveryRow) WriteText(csv, $"about_{name}");
        csv.EndRecord();
        long rows = 0;
        foreach (IReadOnlyList<ReleaseCell> row in table.Rows)
        {
            foreach (ReleaseCell cell in table.Checked(row)) WriteCell(csv, cell);
            foreach (string fact in facts) WriteText(csv, fact);
            csv.EndRecord();
            rows++;
        }
        return rows;
    }

    private static void WriteCell(CsvWriter csv, ReleaseCell cell)
    {
        if (cell.Text is { } text) WriteText(csv, InertText.Of(text));
        else if (cell.Number is { } number) csv.WriteField(number.ToString("R", CultureInfo.InvariantCulture));
        else if (cell.Day is { } day) csv.WriteField(LocalDatePattern.Iso.Format(day));
        else csv.WriteField(cell.IsWithheld ? ProtectedCount.Mark : "");
    }

    // All text is quoted, so that an empty text differs from a missing cell and no separator of any reader's is bare at its start.
    private static void WriteText(CsvWriter csv, string text) => csv.WriteField(text, CsvQuoting.Always);
}
