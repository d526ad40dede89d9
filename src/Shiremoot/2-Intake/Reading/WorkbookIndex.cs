using System.Xml;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>The sheets a workbook names, in its order, and the year its days are counted from.</summary>
internal sealed record WorkbookIndex(IReadOnlyList<WorkbookIndex.SheetEntry> Sheets, bool From1904)
{
    public static Outcome<WorkbookIndex> Read(XmlReader reader)
    {
        List<SheetEntry> sheets = [];
        bool from1904 = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") from1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            if (reader.LocalName == "sheet") sheets.Add(new SheetEntry(reader.GetAttribute("name") ?? "", Relation(reader), reader.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return new WorkbookIndex(sheets, from1904);
    }

    // The attribute is r:id, in one of two namespaces (transitional and strict).
    private static string Relation(XmlReader reader)
    {
        string relation = "";
        for (bool has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) relation = reader.Value;
        reader.MoveToElement();
        return relation;
    }

    internal sealed record SheetEntry(string Name, string Relation, bool IsHidden);
}
