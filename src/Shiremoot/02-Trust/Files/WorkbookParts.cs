namespace Shiremoot.Trust.Files;

/// <summary>The parts of a workbook that hang on nothing but the names of its sheets: what is in it, how its parts hang together, and its five cell styles.</summary>
static class WorkbookParts
{
    /// <summary>Places in the list of cell formats below.</summary>
    public const int Plain = 0, Bold = 1, Day = 2, Pounds = 3, Whole = 4;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static readonly IReadOnlyList<(string Name, string Xml)> Fixed = For(["Data", "About"]);

    /// <summary>The parts of a workbook of these sheets. If it works out, a spreadsheet works its formulas out anew on opening it.</summary>
    public static IReadOnlyList<(string Name, string Xml)> For(string[] sheets, bool worksOut = false)
    {
        string Each(Func<string, int, string> part) => string.Concat(sheets.Select((name, i) => part(name, i + 1)));
        return
        [
            ("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/>{Each((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Sheet}.worksheet+xml\"/>")}</Types>
                """),
            ("_rels/.rels", $"""
                <Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """),
            ("xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each((name, i) => $"<sheet name=\"{name}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>")}</sheets>{(worksOut ? "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>" : "")}</workbook>
                """),
            ("xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{Package}">{Each((_, i) => $"<Relationship Id=\"rId{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}<Relationship Id="rId{sheets.Length + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>
                """),
            ("xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="&quot;£&quot;#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
                """),
        ];
    }
}
