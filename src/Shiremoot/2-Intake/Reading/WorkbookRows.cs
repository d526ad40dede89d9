using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>Rows of a sheet, read front to back. Rows and cells that are blank at the end do not count; cells left out are empty fields.</summary>
internal sealed class WorkbookRows : RowSource
{
    private const int MostRows = 1_048_576;
    private readonly string file;
    private readonly FileFormat format;
    private readonly XmlPart part;
    private readonly SheetCell cell;
    private readonly RowBytes row = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? finalHash;
    private long number;

    public WorkbookRows(SourceFile file, Workbook workbook, FileFormat format)
    {
        (this.file, this.format) = (file.Name, format);
        part = new XmlPart(file, workbook.Sheet, format, format.MaxRowBytes);
        cell = new SheetCell(workbook);
    }

    public override string? Hash => finalHash;

    public override long Used => part.Used;

    public override ReadOnlySpan<byte> Raw => row.AsCsv;

    public override ReadOnlySpan<byte> Field(int index) => row[index];

    public override bool Read()
    {
        if (Fault is not null || finalHash is not null) return false;
        try
        {
            while (part.Reader.Read())
            {
                if (part.Reader.NodeType != XmlNodeType.Element || part.Reader.LocalName != "row") continue;
                if (!Begin()) return false;
                if (!Cells()) return false;
                if (row.Count == 0 || number <= format.SkipRows) continue;
                Finish();
                return true;
            }

            Fault = part.Fault;
            if (Fault is null) finalHash = Convert.ToHexStringLower(hash.GetHashAndReset());
            return false;
        }
        catch (XmlException)
        {
            return Stop(part.Fault ?? Refusals.BadWorkbook(file, "its sheet is not well-formed XML"));
        }
    }

    public override void Dispose()
    {
        part.Dispose();
        hash.Dispose();
    }

    private bool Begin()
    {
        string? place = part.Reader.GetAttribute("r");
        long next = place is null ? number + 1 : long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out long said) ? said : -1;
        if (next <= number || next > MostRows) return Stop(Refusals.BadWorkbook(file, "its rows are not in order"));
        Line = number = next;
        RowFault = null;
        row.Clear();
        return true;
    }

    private bool Cells()
    {
        XmlReader reader = part.Reader;
        if (reader.IsEmptyElement) return true;
        int depth = reader.Depth, column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c") continue;
            cell.Read(reader, column);
            if (cell.Column <= column) return Stop(Refusals.BadWorkbook(file, "its cells are not in order"));
            column = cell.Column;
            if (cell.Wrong is { } wrong) RowFault ??= RowFaults.Cell($"{SheetCell.Letters(column)}{number}", wrong.What, wrong.Hint, number);
            if (cell.Text.IsEmpty && cell.Wrong is null) continue;
            row.Put(column, cell.Text);
            if (row.Bytes > format.MaxRowBytes) return Stop(Refusals.RowTooLong(file, number, format.MaxRowBytes));
        }

        return true;
    }

    private void Finish()
    {
        if (row.Count > Expected && Expected >= 0) RowFault ??= Ragged(row.Count);
        row.PadTo(Expected);
        FieldCount = row.Count;
        row.EndCsv();
        hash.AppendData(row.AsCsv);
        hash.AppendData("\n"u8);
    }

    private bool Stop(Refusal why)
    {
        Fault = why;
        return false;
    }
}
