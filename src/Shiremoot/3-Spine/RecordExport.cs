using System.Text;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>
/// Writes source records as one file of comma-separated values, a line a record; several values of a field stand in one cell with semicolons between. It identifies people: it is for the
/// analysts who link, and is never part of a release.
/// </summary>
public static class RecordExport
{
    /// <summary>The records written.</summary>
    public static Outcome<long> Write(SourceRecords records, string path) => LinkFiles.Written(path, file => Write(records, file));

    private static long Write(SourceRecords records, Stream file)
    {
        file.Write(Encoding.UTF8.GetBytes($"agency,reference,{string.Join(',', records.Fields)},record_origin\n"));
        for (int r = 0; r < records.Count; r++)
        {
            Cell(file, Encoding.UTF8.GetBytes(records.Agencies[records.AgencyOf(r)]));
            file.WriteByte((byte)',');
            Cell(file, records.ReferenceOf(r));
            for (int f = 0; f < records.Fields.Count; f++)
            {
                file.WriteByte((byte)',');
                int values = records.ValuesOf(f, r);
                if (values == 1) Cell(file, records.ValueOf(f, r, 0));
                else if (values > 1) Cell(file, Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, values).Select(v => Encoding.UTF8.GetString(records.ValueOf(f, r, v)).Replace(";", ",", StringComparison.Ordinal)))));
            }
            file.Write(records.IsGenerated ? ",generated\n"u8 : ",\n"u8);
        }
        return records.Count;
    }

    private static void Cell(Stream file, ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAny(",\"\r\n"u8))
        {
            file.Write(text);
            return;
        }
        file.WriteByte((byte)'"');
        foreach (byte b in text)
        {
            if (b == (byte)'"') file.WriteByte(b);
            file.WriteByte(b);
        }
        file.WriteByte((byte)'"');
    }
}
