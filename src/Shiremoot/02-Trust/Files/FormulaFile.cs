using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Shiremoot.Trust.Files;

/// <summary>Sheets of formulas as an Office Open XML workbook. Values are written beside the formulas, and a spreadsheet is asked to work them out anew when it opens the file.</summary>
static class FormulaFile
{
    public static void Write(IReadOnlyList<FormulaSheet> sheets, Stream stream)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, string xml) in WorkbookParts.For([.. sheets.Select(s => s.Name)], worksOut: true)) WorkbookFile.WritePart(archive, name, part => part.WriteRaw(xml));
        for (int s = 0; s < sheets.Count; s++)
        {
            FormulaSheet sheet = sheets[s];
            WorkbookFile.WritePart(archive, $"xl/worksheets/sheet{s + 1}.xml", part => Sheet(part, sheet));
        }
    }

    private static void Sheet(XmlWriter xml, FormulaSheet sheet)
    {
        SheetXml.StartSheet(xml, isFrozen: true, [.. sheet.Widths]);
        foreach (IReadOnlyList<FormulaCell> row in sheet.Rows)
        {
            xml.WriteStartElement("row");
            foreach (FormulaCell cell in row) Cell(xml, cell);
            xml.WriteEndElement();
        }
        SheetXml.EndSheet(xml);
    }

    private static void Cell(XmlWriter xml, FormulaCell cell)
    {
        int style = cell.Look switch { CellLook.Bold => WorkbookParts.Bold, CellLook.Pounds => WorkbookParts.Pounds, CellLook.Whole => WorkbookParts.Whole, _ => WorkbookParts.Plain };
        if (cell.Formula is { } formula) Formula(xml, formula, cell, style);
        else if (cell.Number is { } number) SheetXml.WriteNumber(xml, number, style);
        else if (cell.Text is { } text) SheetXml.WriteText(xml, text, style);
        else SheetXml.WriteEmpty(xml);
    }

    private static void Formula(XmlWriter xml, string formula, FormulaCell cell, int style)
    {
        xml.WriteStartElement("c");
        if (style != WorkbookParts.Plain) xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (cell.Text is not null) xml.WriteAttributeString("t", "str");
        xml.WriteElementString("f", formula);
        if ((cell.Text ?? cell.Number?.ToString("R", CultureInfo.InvariantCulture)) is { } value) xml.WriteElementString("v", value);
        xml.WriteEndElement();
    }
}
