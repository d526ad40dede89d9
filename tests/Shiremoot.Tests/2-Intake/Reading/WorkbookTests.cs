using System.Globalization;
using System.Text;
using ExcelDataReader;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Workbooks: values as Excel means them (F50, F52), and parts that attack the reader (F61).</summary>
public sealed class WorkbookTests
{
    private const string Names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>note</t></is></c></row>";

    // Formats by style: 0 general, 1 built-in date, 2 date and time, 3 "day"0, 4 h:mm, 5 [h]:mm:ss, 6 text in brackets, 7 mmm-yy.
    private const string Styles = $"<styleSheet {Names}><numFmts count=\"4\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"&quot;day&quot;0\"/><numFmt numFmtId=\"166\" formatCode=\"[Red]#,##0.00;[h]:mm\"/><numFmt numFmtId=\"167\" formatCode=\"[$-809]mmm\\-yy;@\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/><xf numFmtId=\"46\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs></styleSheet>";

    private static string Sheet(string rows) => $"<worksheet {Names}><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>";

    private static ZipMaker Book(string rows, bool from1904 = false, string shared = "<si><t>id</t></si><si><r><t>Zo</t></r><r><t xml:space=\"preserve\">ë </t></r><rPh><t>x</t></rPh></si>", string sharedPrologue = "", string sheets = "<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/>", string? sheet = null) =>
        new ZipMaker()
            .Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
            .Add("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
            .Add("xl/workbook.xml", $"<workbook {Names}>{(from1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>{sheets}</sheets></workbook>")
            .Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>")
            .Add("xl/styles.xml", Styles)
            .Add("xl/sharedStrings.xml", $"{sharedPrologue}<sst {Names}>{shared}</sst>")
            .Add("xl/worksheets/sheet1.xml", sheet ?? Sheet(Header + rows))
            .Add("xl/worksheets/sheet2.xml", Sheet(Header + "<row r=\"2\"><c r=\"A2\"><v>22</v></c></row>"));

    private static SentFile File(string rows, bool from1904 = false) => new(Book(rows, from1904).Make(), "extract.csv");

    [Theory]
    [InlineData("<c r=\"A2\" t=\"s\"><v>1</v></c>", "Zoë")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><t>00123</t></is></c>", "00123")]
    [InlineData("<c r=\"A2\" t=\"str\"><f>X1</f><v>calc</v></c>", "calc")]
    [InlineData("<c r=\"A2\"><f>1/3</f><v>0.33333333333333331</v></c>", "0.333333333333333")]
    [InlineData("<c r=\"A2\"><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r=\"A2\"><v>1E5</v></c>", "100000")]
    [InlineData("<c r=\"A2\"><v>1.23457E+12</v></c>", "1234570000000")]
    [InlineData("<c r=\"A2\"><v>-1.5E-7</v></c>", "-0.00000015")]
    [InlineData("<c r=\"A2\"><v>123456789012345</v></c>", "123456789012345")]
    [InlineData("<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"A2\"><v>44197</v></c>", "44197")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>44197</v></c>", "2021-01-01")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>44197.75</v></c>", "2021-01-01T18:00:00")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>44197</v></c>", "2021-01-01T00:00:00")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>44197.520833333336</v></c>", "2021-01-01T12:30:00")]
    [InlineData("<c r=\"A2\" s=\"3\"><v>44197</v></c>", "44197")]
    [InlineData("<c r=\"A2\" s=\"4\"><v>0.5</v></c>", "12:00:00")]
    [InlineData("<c r=\"A2\" s=\"5\"><v>1.5</v></c>", "36:00:00")]
    [InlineData("<c r=\"A2\" s=\"6\"><v>1234.5</v></c>", "1234.5")]
    [InlineData("<c r=\"A2\" s=\"7\"><v>17565</v></c>", "1948-02-02")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>1</v></c>", "1900-01-01")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>59</v></c>", "1900-02-28")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>61</v></c>", "1900-03-01")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>2958465</v></c>", "9999-12-31")]
    [InlineData("<c r=\"A2\" t=\"d\" s=\"1\"><v>2020-01-02T00:00:00</v></c>", "2020-01-02")]
    [InlineData("<c><v>7</v></c>", "7")]
    [InlineData("<c r=\"A2\" t=\"str\"><v>a_x000D_b_x005F_x000D_</v></c>", "a\rb_x000D_")]
    public void A_cell_is_what_Excel_means_by_it(string cell, string expected)
    {
        using SentFile file = File($"<row r=\"2\">{cell}</row>");
        ReadTable read = file.Read(new FileFormat { Sheet = "Data" });
        read.Bad.ShouldBeEmpty();
        (read.Good.Single()[0], read.Good[0].Length, read.Lines.Single()).ShouldBe((expected, 2, 2));
    }

    [Theory]
    [InlineData("<c r=\"A2\" t=\"e\"><v>#REF!</v></c>", "cell A2 holds the error #REF!")]
    [InlineData("<c r=\"B2\"><f>1+1</f></c>", "cell B2 holds a formula without a saved result")]
    [InlineData("<c r=\"A2\"><v>1.2345678901234567E+18</v></c>", "cell A2 holds a number of more than 15 digits, of which Excel has lost the last")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>60</v></c>", "cell A2 holds 29 February 1900, which never was")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>-5</v></c>", "cell A2 holds a date before 1900 or after 9999")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>1E300</v></c>", "cell A2 holds a date before 1900 or after 9999")]
    [InlineData("<c r=\"A2\" t=\"s\"><v>99</v></c>", "cell A2 holds a text the workbook does not have")]
    [InlineData("<c r=\"A2\"><v>abc</v></c>", "cell A2 holds what should be a number and is not")]
    [InlineData("<c r=\"A2\"><v>1</v></c><c r=\"XFD2\"><v>1</v></c>", "16384 fields where the header has 2")]
    public void A_cell_that_means_nothing_makes_a_bad_row_with_its_place(string cell, string reason)
    {
        using SentFile file = File($"<row r=\"2\">{cell}</row><row r=\"5\"><c r=\"A5\"><v>5</v></c></row>");
        ReadTable read = file.Read(new FileFormat { Sheet = "Data" });
        (read.Bad.Single().Fault.Reason, read.Bad[0].Fault.Line, read.Rows.Single(), read.Lines[^1]).ShouldBe((reason, 2, "5/", 5));
    }

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so()
    {
        using SentFile file = File("<row r=\"2\"><c r=\"A2\" s=\"1\"><v>42735</v></c></row>", from1904: true);
        file.Read(new FileFormat { Sheet = "Data" }).Rows.ShouldBe(["2021-01-01/"]);
    }

    [Fact]
    public void Blank_rows_do_not_count_and_left_out_cells_are_empty()
    {
        using SentFile file = File("<row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"1\"/></row><row r=\"9\"><c r=\"B9\" t=\"inlineStr\"><is><t>a,\"b\"</t></is></c></row>");
        using TableReader reader = file.Open(new FileFormat { Sheet = "Data" });
        reader.Read().ShouldBeTrue();
        (reader.Line, reader.FieldCount, Encoding.UTF8.GetString(reader.Field(0)), Encoding.UTF8.GetString(reader.Field(1)), reader.RawText()).ShouldBe((9, 2, "", "a,\"b\"", ",\"a,\"\"b\"\"\""));
        reader.Read().ShouldBeFalse();
        reader.Stopped.ShouldBeNull();
    }

    [Fact]
    public void The_sheet_is_chosen_by_the_feed_unless_only_one_is_shown()
    {
        string two = "<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Other\" sheetId=\"2\" STATE r:id=\"rId2\"/>";
        using SentFile shown = new(Book("", sheets: two.Replace("STATE", "", StringComparison.Ordinal)).Make()), hidden = new(Book("", sheets: two.Replace("STATE", "state=\"hidden\"", StringComparison.Ordinal)).Make());
        shown.RefusedWith().ShouldBe("READ-20");
        shown.RefusedWith(new FileFormat { Sheet = "Third" }).ShouldBe("READ-20");
        shown.Read(new FileFormat { Sheet = "other" }).Rows.ShouldBe(["22/"]);
        hidden.Read().Notes.ShouldContain(n => n.Contains("1 hidden"));
    }

    [Fact]
    public void A_trailer_on_a_sheet_is_checked_too()
    {
        using SentFile file = File("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" t=\"str\"><v>Total rows</v></c><c r=\"B3\"><v>1</v></c></row>");
        file.Read(new FileFormat { Trailer = "^Total rows,(?<rows>\\d+)" }).Stopped.ShouldBeNull();
        file.RefusedWith(new FileFormat { Trailer = "^Total rows,(?<rows>)\\d+" }).ShouldBe("READ-17");
    }

    public static TheoryData<string, byte[], string> Attacks()
    {
        const string Entity = "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        string laughs = "<!DOCTYPE sst [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY {(char)('a' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i - 1)};", 10))}\">")) + "]>";
        string row = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
        return new()
        {
            { "an external entity", Book(row, sharedPrologue: Entity, shared: "<si><t>&x;</t></si>").Make(), "READ-22" },
            { "a billion laughs", Book(row, sharedPrologue: laughs, shared: "<si><t>&u;</t></si>").Make(), "READ-22" },
            { "a document type in the sheet", Book(row, sheet: "<!DOCTYPE worksheet>" + Sheet(row)).Make(), "READ-22" },
            { "macros", Book(row).Add("xl/vbaProject.bin", "x").Make(), "READ-21" },
            { "a row beyond the last", Book("<row r=\"2147483647\"><c><v>1</v></c></row>").Make(), "READ-19" },
            { "rows out of order", Book(row + row).Make(), "READ-19" },
            { "cells out of order", Book("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>").Make(), "READ-19" },
            { "a column beyond the last", Book("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>").Make(), "READ-19" },
            { "a sheet cut short", Book(row, sheet: Sheet(Header + row)[..^30]).Make(), "READ-19" },
            { "a cell of two million letters", Book($"<row r=\"2\"><c t=\"str\"><v>{new string('x', 2 << 20)}</v></c></row>").Make(), "READ-19" },
            { "an attribute of two million letters", Book($"<row r=\"2\" x=\"{new string('x', 2 << 20)}\"/>").Make(), "READ-19" },
            { "a false size", new ZipMaker().Add("[Content_Types].xml", "<a/>").Add("xl/workbook.xml", "<workbook/>", new() { DeclaredSize = 5 }).Make(), "READ-06" },
            { "no sheet", Book(row, sheets: "").Make(), "READ-20" },
            { "a part that is missing", Book(row, sheets: "<sheet name=\"D\" r:id=\"rId9\"/>").Make(), "READ-19" },
            { "a binary workbook", new ZipMaker().Add("[Content_Types].xml", "<a/>").Add("xl/workbook.bin", "x").Make(), "READ-03" },
            { "a Word document", new ZipMaker().Add("[Content_Types].xml", "<a/>").Add("word/document.xml", "x").Make(), "READ-03" },
            { "an OpenDocument sheet", new ZipMaker().Add("mimetype", "x").Add("content.xml", "x").Make(), "READ-03" },
        };
    }

    [Theory]
    [MemberData(nameof(Attacks), DisableDiscoveryEnumeration = true)]
    public void A_workbook_that_attacks_or_is_damaged_is_refused(string what, byte[] workbook, string code)
    {
        using SentFile file = new(workbook, "extract.xlsx");
        long before = GC.GetTotalAllocatedBytes();
        file.RefusedWith().ShouldBe(code, what);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64 << 20);
    }

    [Fact]
    public void A_workbook_bomb_is_refused_by_its_ratio()
    {
        string rows = string.Concat(Enumerable.Repeat("<row><c t=\"str\"><v>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</v></c></row>", 200_000));
        using SentFile file = new(Book("", sheet: Sheet(Header + rows)).Make());
        file.RefusedWith().ShouldBe("READ-10");
    }

    [Fact]
    public void The_kind_a_feed_declares_must_be_the_kind_sent()
    {
        using SentFile book = File(""), text = new("a,b\n1,2\n", "x.xlsx");
        book.RefusedWith(new FileFormat { Kind = "csv" }).ShouldBe("READ-04");
        text.RefusedWith(new FileFormat { Kind = "xlsx" }).ShouldBe("READ-04");
        text.Read().Rows.ShouldBe(["1/2"]);
    }

    [Fact]
    public void An_independent_reader_sees_the_same_values_in_sound_cells()
    {
        Random random = new(50);
        StringBuilder rows = new();
        for (int r = 2; r < 300; r++) rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{r}\"><c r=\"A{r}\" s=\"1\"><v>{random.Next(61, 80_000)}</v></c><c r=\"B{r}\"><v>{random.Next(-1_000_000, 1_000_000) / 8.0}</v></c></row>");
        byte[] book = Book(rows.ToString()).Make();
        using SentFile file = new(book);
        ReadTable read = file.Read();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using IExcelDataReader other = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(book));
        other.Read();
        foreach (string[] row in read.Good)
        {
            other.Read().ShouldBeTrue();
            row.ShouldBe([other.GetDateTime(0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), other.GetDouble(1).ToString(CultureInfo.InvariantCulture)]);
        }

        read.Good.Count.ShouldBe(298);
    }

    [Fact]
    public void Flipped_bits_in_a_workbook_never_crash_the_reader()
    {
        byte[] whole = Book(string.Concat(Enumerable.Range(2, 50).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\" s=\"1\"><v>{40_000 + r}</v></c><c r=\"B{r}\" t=\"s\"><v>1</v></c></row>"))).Make();
        Random random = new(61);
        for (int run = 0; run < 500; run++)
        {
            byte[] flipped = (byte[])whole.Clone();
            for (int i = 0; i <= run % 4; i++) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            using SentFile file = new(flipped);
            _ = file.RefusedWith();
        }
    }
}
