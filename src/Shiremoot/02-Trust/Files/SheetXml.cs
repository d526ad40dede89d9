using System.Globalization;
using System.Xml;
using NodaTime;

namespace Shiremoot.Trust.Files;

/// <summary>The two sheets of a workbook as XML. Text is always a string cell, never a formula; a number is a number cell.</summary>
static class SheetXml
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly LocalDate DayNought = new(1899, 12, 30); // Excel counts days from here, true from 1 March 1900
    private static readonly LocalDate FirstTrueDay = new(1900, 3, 1);

    /// <summary>The heading, frozen, and the rows. Null if there are more than <paramref name="mostRows"/>.</summary>
    public static long? Data(XmlWriter xml, ReleaseTable table, int mostRows)
    {
        StartSheet(xml, isFrozen: true, [.. table.Columns.Select(c => Math.Clamp(c.Heading.Length + 2, 10, 40))]);
        xml.WriteStartElement("row");
        foreach (ReleaseColumn column in table.Columns) WriteText(xml, column.Heading, WorkbookParts.Bold);
        xml.WriteEndElement();
        long rows = 0;
        foreach (IReadOnlyList<ReleaseCell> row in table.Rows)
        {
            if (++rows > mostRows) return null;
            xml.WriteStartElement("row");
            for (int c = 0; c < table.Checked(row).Count; c++) WriteCell(xml, row[c], table.Columns[c].Kind);
            xml.WriteEndElement();
        }
        EndSheet(xml);
        return rows;
    }

    /// <summary>What the table is, a fact a row.</summary>
    public static void About(XmlWriter xml, ReleaseTable table)
    {
        StartSheet(xml, isFrozen: false, [16, 100]);
        foreach ((string name, string value) in table.About)
        {
            xml.WriteStartElement("row");
            WriteText(xml, name, WorkbookParts.Bold);
            WriteText(xml, value, WorkbookParts.Plain);
            xml.WriteEndElement();
        }
        EndSheet(xml);
    }

    /// <summary>Everything before the rows.</summary>
    public static void StartSheet(XmlWriter xml, bool isFrozen, int[] widths)
    {
        xml.WriteStartElement("worksheet", Namespace);
        if (isFrozen)
            xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        if (widths.Length > 0) xml.WriteStartElement("cols");
        for (int c = 0; c < widths.Length; c++) xml.WriteRaw($"<col min=\"{c + 1}\" max=\"{c + 1}\" width=\"{widths[c]}\" customWidth=\"1\"/>");
        if (widths.Length > 0) xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
    }

    /// <summary>Everything after the rows.</summary>
    public static void EndSheet(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, ReleaseCell cell, ReleaseKind kind)
    {
        if (cell.Text is { } text) WriteText(xml, text, WorkbookParts.Plain);
        else if (cell.Number is { } number) WriteNumber(xml, number, Style(kind));
        else if (cell.Day is { } day && day >= FirstTrueDay) WriteNumber(xml, Period.DaysBetween(DayNought, day), WorkbookParts.Day);
        else if (cell.Day is { } early) WriteText(xml, NodaTime.Text.LocalDatePattern.Iso.Format(early), WorkbookParts.Plain);
        else if (cell.IsWithheld) WriteText(xml, ProtectedCount.Mark, WorkbookParts.Plain);
        else WriteEmpty(xml);
    }

    private static int Style(ReleaseKind kind) => kind switch
    {
        ReleaseKind.Count => WorkbookParts.Whole,
        ReleaseKind.Money => WorkbookParts.Pounds,
        _ => WorkbookParts.Plain,
    };

    /// <summary>A cell with nothing in it.</summary>
    public static void WriteEmpty(XmlWriter xml)
    {
        xml.WriteStartElement("c");
        xml.WriteEndElement();
    }

    /// <summary>A number cell.</summary>
    public static void WriteNumber(XmlWriter xml, double number, int style)
    {
        xml.WriteStartElement("c");
        if (style != WorkbookParts.Plain) xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("v", number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    /// <summary>A string cell, made inert.</summary>
    public static void WriteText(XmlWriter xml, string text, int style)
    {
        xml.WriteStartElement("c");
        if (style != WorkbookParts.Plain) xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(CellText.Of(InertText.Of(text)));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
