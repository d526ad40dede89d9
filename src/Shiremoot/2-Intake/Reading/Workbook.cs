using System.Globalization;
using System.Xml;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>What must be known of an .xlsx before its rows can be read: which sheet, where its days begin, its formats and shared texts.</summary>
internal sealed record Workbook(ZipEntry Sheet, string SheetName, bool From1904, CellFormat[] Formats, SharedText Shared, IReadOnlyList<string> Notes)
{
    private const string Main = "xl/workbook.xml";

    /// <summary>What a zip is that is no zip of files: an Office or OpenDocument file, by what lies in it; null if it is just a zip.</summary>
    public static string? KindOf(IReadOnlyList<ZipEntry> entries)
    {
        if (entries.Any(e => e.Name == "[Content_Types].xml"))
        {
            if (entries.Any(e => e.Name is Main)) return "an Excel workbook";
            if (entries.Any(e => e.Name == "xl/workbook.bin")) return "a binary Excel workbook (.xlsb)";
            return entries.Any(e => e.Name.StartsWith("xl/", StringComparison.Ordinal)) ? "an Excel workbook" : "an Office document";
        }

        return entries.Any(e => e.Name == "mimetype") && entries.Any(e => e.Name == "content.xml") ? "an OpenDocument file (.ods, .odt)" : null;
    }

    public static Outcome<Workbook> Read(SourceFile file, IReadOnlyList<ZipEntry> entries, FileFormat format)
    {
        if (entries.Any(e => e.IsEncrypted)) return Refusals.Encrypted(file.Name);
        if (entries.Any(e => IsMacro(e.Name))) return Refusals.Macros(file.Name);
        if (Find(entries, Main) is not { } main) return Refusals.BadWorkbook(file.Name, "it has no workbook part");
        if (XmlPart.Read<WorkbookIndex>(file, main, format, r => WorkbookIndex.Read(r)).Refused(out Refusal? why, out WorkbookIndex? index)) return why;
        Dictionary<string, string> targets = [];
        if (Find(entries, "xl/_rels/workbook.xml.rels") is { } relations && XmlPart.Read(file, relations, format, r => Targets(r)).Refused(out why, out targets!)) return why;

        WorkbookIndex.SheetEntry[] shown = [.. index.Sheets.Where(s => !s.IsHidden)];
        WorkbookIndex.SheetEntry[] fit = format.Sheet is null ? shown : [.. index.Sheets.Where(s => string.Equals(s.Name, format.Sheet, StringComparison.OrdinalIgnoreCase))];
        if (fit.Length != 1) return Refusals.WhichSheet(file.Name, [.. index.Sheets.Select(s => s.Name)], format.Sheet);
        if (!targets.TryGetValue(fit[0].Relation, out string? target) || Find(entries, target) is not { } sheet) return Refusals.BadWorkbook(file.Name, "the part of its sheet is missing");

        CellFormat[] formats = [];
        if (Find(entries, "xl/styles.xml") is { } styles && XmlPart.Read(file, styles, format, r => Styles(r)).Refused(out why, out formats!)) return why;
        SharedText shared = new();
        if (Find(entries, "xl/sharedStrings.xml") is { } texts && XmlPart.Read(file, texts, format, r => SharedText.Read(r, file.Name)).Refused(out why, out shared!)) return why;
        int hidden = index.Sheets.Count - shown.Length;
        string[] notes = [$"sheet '{fit[0].Name}'{(hidden > 0 ? $"; {hidden} hidden sheets left aside" : "")}", index.From1904 ? "days counted from 1904" : "days counted from 1900"];
        return new Workbook(sheet, fit[0].Name, index.From1904, formats, shared, notes);
    }

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase);

    private static ZipEntry? Find(IReadOnlyList<ZipEntry> entries, string name) => entries.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Outcome<Dictionary<string, string>> Targets(XmlReader reader)
    {
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship" || reader.GetAttribute("TargetMode") == "External") continue;
            string target = reader.GetAttribute("Target") ?? "";
            targets[reader.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }

        return targets;
    }

    private static Outcome<CellFormat[]> Styles(XmlReader reader)
    {
        Dictionary<int, CellFormat> own = [];
        List<CellFormat> formats = [];
        bool isCells = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "cellXfs") isCells = false;
            if (reader.NodeType != XmlNodeType.Element) continue;
            int id = int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
            if (reader.LocalName == "cellXfs") isCells = !reader.IsEmptyElement;
            else if (reader.LocalName == "numFmt") own[id] = CellFormats.Read(reader.GetAttribute("formatCode") ?? "");
            else if (reader.LocalName == "xf" && isCells) formats.Add(own.TryGetValue(id, out CellFormat format) ? format : CellFormats.BuiltIn(id));
        }

        return formats.ToArray();
    }
}
