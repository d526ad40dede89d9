using Shiremoot.Tests.Intake.Reading;

namespace Shiremoot.Tests.Intake;

/// <summary>Small workbooks with one sheet, made part by part so that any part can be wrong. Style 1 is a date.</summary>
static class Workbooks
{
    private const string Names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The parts of a workbook whose sheet has these rows; cells as XML.</summary>
    public static Dictionary<string, string> Parts(string rows, bool from1904 = false, string prologue = "") => new()
    {
        ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ["xl/workbook.xml"] = $"{prologue}<workbook {Names}><workbookPr date1904=\"{(from1904 ? 1 : 0)}\"/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>",
        ["xl/styles.xml"] = $"<styleSheet {Names}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        ["xl/worksheets/sheet1.xml"] = $"<worksheet {Names}><sheetData>{rows}</sheetData></worksheet>",
    };

    /// <summary>Rows of text cells.</summary>
    public static string Rows(params string[][] rows) => string.Concat(rows.Select(r => $"<row>{string.Concat(r.Select(Text))}</row>"));

    public static string Text(string text) => $"<c t=\"str\"><v>{System.Security.SecurityElement.Escape(text)}</v></c>";

    public static string Number(string value, bool isDate = false) => $"<c{(isDate ? " s=\"1\"" : "")}><v>{value}</v></c>";

    public static byte[] Pack(Dictionary<string, string> parts) => Pack(parts.ToDictionary(p => p.Key, p => System.Text.Encoding.UTF8.GetBytes(p.Value)));

    public static byte[] Pack(Dictionary<string, byte[]> parts)
    {
        ZipMaker zip = new();
        foreach ((string name, byte[] content) in parts) zip.Add(name, content);
        return zip.Make();
    }
}
