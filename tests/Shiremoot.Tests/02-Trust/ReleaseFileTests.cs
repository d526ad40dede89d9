using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using NodaTime;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Trust;

[Collection(Alone.Name)]
public sealed class ReleaseFileTests
{
    static ReleaseFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly IReadOnlyList<ReleaseColumn> FiveKinds =
    [
        new("Area", ReleaseKind.Text), new("Arrests", ReleaseKind.Count, "people"), new("Rate", ReleaseKind.Rate, "per 1,000"), new("Cost", ReleaseKind.Money, "£"), new("Day", ReleaseKind.Date),
    ];

    private static ReleaseTable Small => Table(FiveKinds,
    [
        [ReleaseCell.Of("Dudley, \"West\" Midlands"), ReleaseCell.Of(DisclosureRules.Default.Protect(new(7214))), ReleaseCell.NotOfPeople(0.1), ReleaseCell.NotOfPeople(new Money(34840.38m)), ReleaseCell.Of(new LocalDate(2016, 3, 31))],
        [ReleaseCell.Of("Ynys Môn"), ReleaseCell.Of(DisclosureRules.Default.Protect(new(3))), ReleaseCell.NotOfPeople(-1e-7), ReleaseCell.Missing, ReleaseCell.Of(new LocalDate(1850, 1, 1))],
    ]);

    [Fact]
    public void A_csv_has_a_byte_order_mark_its_heading_first_and_its_label_on_every_row()
    {
        byte[] bytes = Csv(Small);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        string about = ",\"Arrests\",\"People arrested, v1\",\"2015/16\",\"Home Office\",\"Generated: no such people exist\",\"Counts of people below 5 are withheld (c); others are rounded to the nearest 5\"\r\n";
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe(
            "\"Area\",\"Arrests (people)\",\"Rate (per 1,000)\",\"Cost (£)\",\"Day\",\"about_title\",\"about_definition\",\"about_period\",\"about_source\",\"about_origin\",\"about_disclosure\"\r\n"
            + "\"Dudley, \"\"West\"\" Midlands\",7215,0.1,34840.38,2016-03-31" + about
            + "\"Ynys Môn\",c,-1E-07,,1850-01-01" + about);
    }

    [Fact]
    public void A_workbook_opens_in_an_independent_reader_with_every_value_as_it_was()
    {
        IReadOnlyList<(string Name, List<object?[]> Rows)> book = Open(Xlsx(Small));
        book.Select(sheet => sheet.Name).ShouldBe(["Data", "About"]);
        book[0].Rows[0].ShouldBe(["Area", "Arrests (people)", "Rate (per 1,000)", "Cost (£)", "Day"]);
        book[0].Rows[1].ShouldBe(["Dudley, \"West\" Midlands", 7215.0, 0.1, 34840.38, new DateTime(2016, 3, 31, 0, 0, 0, DateTimeKind.Unspecified)]);
        book[0].Rows[2].ShouldBe(["Ynys Môn", "c", -1e-7, null, "1850-01-01"]);
        book[1].Rows.Select(r => (string)r[0]!).ShouldBe(["title", "definition", "period", "source", "origin", "disclosure", "note", "marks"]);
        book[1].Rows[4][1].ShouldBe("Generated: no such people exist");
    }

    [Fact]
    public void A_workbook_is_valid_by_the_standards_schema()
    {
        using MemoryStream stream = new(Xlsx(Small));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Forty_formula_payloads_are_inert_in_both_formats_and_as_heading_title_and_note()
    {
        FormulaPayloads.All.Distinct().Count().ShouldBe(40);
        ReleaseTable table = Table([new("=1+1", ReleaseKind.Text)], FormulaPayloads.All.Select(p => (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of(p)])) with { Title = "=1+1", Notes = ["@SUM(1)"] };

        string csv = Encoding.UTF8.GetString(Csv(table)[3..]);
        foreach (char separator in (ReadOnlySpan<char>)[',', ';', '\t']) // Excel cuts at the separator of the reader's own settings
            CellsAsSpreadsheetsCut(csv, separator).Where(StartsFormula).ShouldBeEmpty($"cut at '{separator}'");

        byte[] book = Xlsx(table);
        Open(book).SelectMany(sheet => sheet.Rows.SelectMany(r => r)).OfType<string>().Where(StartsFormula).ShouldBeEmpty();
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        foreach (WorksheetPart sheet in document.WorkbookPart!.WorksheetParts)
            sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("two\nlines and \"quotes\", and a tab\there")]
    [InlineData("bell \a, NUL \0 inside, return \r inside, _x0041_ as written, 😀")]
    [InlineData("3 - 2 = 1; e-mail a@b.uk; 1+1")]
    public void Text_comes_back_from_a_workbook_as_it_went_in(string text)
    {
        using MemoryStream stream = new(Xlsx(Table([new("Text", ReleaseKind.Text)], [[ReleaseCell.Of(text)]])));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        WorksheetPart data = (WorksheetPart)document.WorkbookPart!.GetPartById("rId1");
        string written = data.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.InlineString>().Last().Text!.Text;
        System.Text.RegularExpressions.Regex.Replace(written, "_x([0-9A-F]{4})_", m => $"{(char)Convert.ToInt32(m.Groups[1].Value, 16)}").ShouldBe(text);
    }

    [Fact]
    public void Half_a_surrogate_pair_and_a_text_too_long_for_a_cell_still_make_a_file_that_opens()
    {
        List<object?[]> data = Open(Xlsx(Table([new("Text", ReleaseKind.Text)], [[ReleaseCell.Of("a\ud800b")], [ReleaseCell.Of(new string('x', 40_000))]])))[0].Rows;
        data[1][0].ShouldBe("a\uFFFDb");
        ((string)data[2][0]!).ShouldEndWith("[cut: longer than a cell can hold]");
        ((string)data[2][0]!).Length.ShouldBe(32_767);
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes()
    {
        SHA256.HashData(Xlsx(Small)).ShouldBe(SHA256.HashData(Xlsx(Small)));
        SHA256.HashData(Csv(Small)).ShouldBe(SHA256.HashData(Csv(Small)));
    }

    [Fact]
    public void A_table_without_rows_is_a_heading_alone()
    {
        Encoding.UTF8.GetString(Csv(Table(FiveKinds, []))).Split("\r\n").Length.ShouldBe(2);
        Open(Xlsx(Table(FiveKinds, [])))[0].Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void A_row_of_the_wrong_length_and_a_number_no_file_can_hold_are_our_mistakes()
    {
        Should.Throw<InvalidOperationException>(() => Csv(Table(FiveKinds, [[ReleaseCell.Missing]])));
        Should.Throw<InvalidOperationException>(() => Xlsx(Table(FiveKinds, [[ReleaseCell.Missing]])));
        Should.Throw<ArgumentException>(() => ReleaseCell.NotOfPeople(double.NaN));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hundred_thousand_rows_are_written_quickly_in_memory_that_does_not_grow(bool isWorkbook)
    {
        List<long> held = [];
        ReleaseTable table = Table(FiveKinds, Enumerable.Range(0, 100_000).Select(i =>
        {
            if (i % 45_000 == 5_000) held.Add(GC.GetTotalMemory(forceFullCollection: true));
            return (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of($"area {i}"), ReleaseCell.NotOfPeople(i), ReleaseCell.NotOfPeople(i / 7.0), ReleaseCell.NotOfPeople(new Money(i)), ReleaseCell.Of(new LocalDate(2000, 1, 1).PlusDays(i % 9000))];
        }));
        Stopwatch watch = Stopwatch.StartNew();
        long rows = isWorkbook ? ReleaseFiles.WriteXlsx(table, Stream.Null).Value : ReleaseFiles.WriteCsv(table, Stream.Null);
        rows.ShouldBe(100_000);
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(10);
        (held[^1] - held[0]).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void More_rows_than_a_sheet_holds_are_refused_with_the_way_out()
    {
        IReadOnlyList<ReleaseCell> row = [ReleaseCell.Missing];
        ReleaseFiles.WriteXlsx(Table([new("A", ReleaseKind.Text)], Enumerable.Repeat(row, 1_048_576)), Stream.Null).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("TRUST-01");
        why.Try.ShouldContain(".csv");
    }

    private static ReleaseTable Table(IReadOnlyList<ReleaseColumn> columns, IEnumerable<IReadOnlyList<ReleaseCell>> rows) =>
        new("Arrests", "People arrested, v1", "2015/16", "Home Office", Origin.Generated, DisclosureRules.Default.Label, columns, rows) { Notes = ["A note."] };

    private static byte[] Csv(ReleaseTable table)
    {
        using MemoryStream stream = new();
        ReleaseFiles.WriteCsv(table, stream);
        return stream.ToArray();
    }

    private static byte[] Xlsx(ReleaseTable table)
    {
        using MemoryStream stream = new();
        ReleaseFiles.WriteXlsx(table, stream).IsRefused.ShouldBeFalse();
        return stream.ToArray();
    }

    private static List<(string Name, List<object?[]> Rows)> Open(byte[] book)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(new MemoryStream(book));
        List<(string, List<object?[]>)> sheets = [];
        do
        {
            List<object?[]> rows = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    // A quotation mark opens a quoted cell only at the start of a cell; elsewhere it is a letter like any other.
    private static IEnumerable<string> CellsAsSpreadsheetsCut(string csv, char separator)
    {
        StringBuilder cell = new();
        bool isQuoted = false, atStart = true;
        for (int i = 0; i < csv.Length; i++)
        {
            char c = csv[i];
            if (atStart && c == '"') (isQuoted, atStart) = (true, false);
            else if (isQuoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') { cell.Append('"'); i++; }
            else if (isQuoted && c == '"') isQuoted = false;
            else if (!isQuoted && (c == separator || c is '\r' or '\n'))
            {
                yield return cell.ToString();
                cell.Clear();
                atStart = true;
            }
            else
            {
                cell.Append(c);
                atStart = false;
            }
        }
    }

    private static bool StartsFormula(string cell) => cell.TrimStart(' ', '\t', '\r', '\n', '\0', '\u00A0', '\u200B', '\uFEFF', '\u3000') is { Length: > 0 } text && "=+-@＝＋－＠".Contains(text[0])
        && !double.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}
