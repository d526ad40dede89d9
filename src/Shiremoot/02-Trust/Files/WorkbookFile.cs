using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Shiremoot.Trust.Files;

/// <summary>
/// A release as an Office Open XML workbook (ECMA-376), written part by part straight into the archive: memory does not grow with the rows,
/// and with a fixed time on every part the same table gives the same bytes.
/// </summary>
static class WorkbookFile
{
    /// <summary>Rows of data a sheet holds under its heading.</summary>
    public const int MostRows = 1_048_575;

    private static readonly DateTimeOffset PartTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The rows written, or null if there were more than a sheet holds.</summary>
    public static long? Write(ReleaseTable table, Stream stream)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, string xml) in WorkbookParts.Fixed) WritePart(archive, name, part => part.WriteRaw(xml));
        WritePart(archive, "xl/worksheets/sheet2.xml", part => SheetXml.About(part, table));
        long? rows = 0;
        WritePart(archive, "xl/worksheets/sheet1.xml", part => rows = SheetXml.Data(part, table, MostRows));
        return rows;
    }

    /// <summary>A part of the archive, with a fixed time.</summary>
    public static void WritePart(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = PartTime;
        using Stream stream = entry.Open();
        using XmlWriter part = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), ConformanceLevel = ConformanceLevel.Document });
        part.WriteStartDocument(standalone: true);
        write(part);
    }
}
