using System.IO.Enumeration;
using NodaTime;
using Shiremoot.Intake.Reading;
using Shiremoot.Terms;
using ReadingRefusals = Shiremoot.Intake.Reading.Refusals;

namespace Shiremoot.Intake;

/// <summary>Opens whatever tabular file a partner sends: delimited text in any usual encoding, plain or in a .gz or .zip, or an Excel workbook.</summary>
public static class TableReading
{
    private const int BlockBytes = 256 << 10;

    /// <summary>Opens a file that no feed describes. What a feed file could declare of it nobody can here: where that is the advice, the file must be mended.</summary>
    public static Outcome<TableReader> OpenAlone(string path)
    {
        Outcome<TableReader> opened = Open(path, new FileFormat());
        return !opened.Refused(out Refusal? why, out _) ? opened : why.Code switch
        {
            ReadingRefusals.EncodingCode => why with { Try = "Save the file as UTF-8." },
            ReadingRefusals.DelimiterCode => why with { Try = "Part the fields by commas, semicolons or tabs, as many in each row as in the first, and put nothing before the header." },
            ReadingRefusals.HeadersCode => why with { Try = "Give each column in the first line of the file a name of its own." },
            ReadingRefusals.HeaderRowCode => why with { Try = "Write the names of the columns in the first line." },
            _ => why,
        };
    }

    /// <summary>Opens the file and reads as far as its header. What is not a table, not whole at its beginning, or not clear, is refused (READ-01 to READ-25).</summary>
    /// <param name="path">The file. It is opened once, so a rename changes nothing.</param>
    /// <param name="format">What the feed declares; the rest is found out and noted.</param>
    /// <param name="taken">The file as it was when its load began; refused if it is no longer that (READ-18).</param>
    public static Outcome<TableReader> Open(string path, FileFormat format, FileSnapshot? taken = null) => Open(path, format, taken, BlockBytes);

    internal static Outcome<TableReader> Open(string path, FileFormat format, FileSnapshot? taken, int blockBytes)
    {
        if (FormatCheck.Of(format) is { } wrong) return wrong;
        if (SourceFile.Open(path).Refused(out Refusal? refusal, out SourceFile? file)) return refusal;
        Outcome<TableReader> opened = taken is not null && (taken.Length != file.Length || taken.Modified != Instant.FromDateTimeUtc(file.ModifiedUtc))
            ? ReadingRefusals.Changed(file.Name)
            : Open(file, format, blockBytes);
        if (opened.IsRefused) file.Dispose();
        return opened;
    }

    private static Outcome<TableReader> Open(SourceFile file, FileFormat format, int blockBytes)
    {
        if (file.Length == 0) return Empty(file, format);
        byte[] sample = file.Bytes(0, ContentKind.SampleBytes);
        if (ContentKind.IsZip(sample)) return ZipDirectory.Read(file).Then(entries => Zip(file, entries, format, blockBytes));
        if (ContentKind.IsGzip(sample))
            return Packed(file, () => new GzipBytes(file, UnpackLimit.Of(file, file.Length, format)), format, "unpacked from .gz", blockBytes);
        if (ContentKind.NotText(sample) is { } what) return ReadingRefusals.NotATable(file.Name, what);
        if (ZipDirectory.EndsAsZip(file)) return ReadingRefusals.NotATable(file.Name, "text with a zip hidden behind it");
        return Text(file, () => new FileBytes(file, 0, file.Length), format, null, blockBytes);
    }

    private static Outcome<TableReader> Zip(SourceFile file, List<ZipEntry> entries, FileFormat format, int blockBytes)
    {
        if (Workbook.KindOf(entries) is { } kind)
        {
            if (kind != "an Excel workbook") return ReadingRefusals.NotATable(file.Name, kind);
            if (format.Kind == "csv") return ReadingRefusals.OtherKind(file.Name, kind, format.Kind);
            return Workbook.Read(file, entries, format).Then(workbook => Rows(file, new WorkbookRows(file, workbook, format), format, ["Excel workbook", .. workbook.Notes]));
        }

        ZipEntry[] fit = [.. entries.Where(e => !e.IsClutter && (format.Entry is null || Matches(format.Entry, e.Name)))];
        if (fit.Length != 1) return ReadingRefusals.WhichEntry(file.Name, [.. (fit.Length == 0 ? entries.Where(e => !e.IsFolder) : fit).Select(e => e.Name)], format.Entry);
        return Packed(file, () => new ZipBytes(file, fit[0], format), format, $"unpacked '{fit[0].Name}' from a zip", blockBytes);
    }

    private static bool Matches(string glob, string name) =>
        FileSystemName.MatchesSimpleExpression(glob, name) || FileSystemName.MatchesSimpleExpression(glob, Path.GetFileName(name));

    private static Outcome<TableReader> Packed(SourceFile file, Func<ByteSource> open, FileFormat format, string note, int blockBytes)
    {
        using ByteSource start = open();
        byte[] piece = new byte[ContentKind.SampleBytes];
        ReadOnlySpan<byte> sample = piece.AsSpan(0, start.Fill(piece));
        if (start.Fault is { } fault) return fault;
        if (ContentKind.IsZip(sample)) return ReadingRefusals.Nested(file.Name, "a zip or a workbook");
        if (ContentKind.IsGzip(sample)) return ReadingRefusals.Nested(file.Name, "a .gz");
        if (sample.IsEmpty) return Empty(file, format);
        if (ContentKind.NotText(sample) is { } what) return ReadingRefusals.NotATable(file.Name, $"packed, and inside it {what}");
        return Text(file, open, format, note, blockBytes);
    }

    private static Outcome<TableReader> Text(SourceFile file, Func<ByteSource> open, FileFormat format, string? note, int blockBytes)
    {
        if (format.Kind == "xlsx") return ReadingRefusals.OtherKind(file.Name, "text", format.Kind);
        if (Encoding(file, open, format).Refused(out Refusal? why, out FoundEncoding? encoding)) return why;
        if (Delimiter(file, open, encoding, format).Refused(out why, out FoundDelimiter? delimiter)) return why;
        bool isAsItLies = note is null;
        if (isAsItLies) blockBytes = (int)Math.Min(blockBytes, file.Length + 1);
        string[] notes = isAsItLies ? [encoding.Note, delimiter.Note] : [note!, encoding.Note, delimiter.Note];
        return Rows(file, new DelimitedRows(open(), encoding, delimiter, format, file.Name, blockBytes), format, notes);
    }

    private static Outcome<FoundEncoding> Encoding(SourceFile file, Func<ByteSource> open, FileFormat format)
    {
        using ByteSource bytes = open();
        return EncodingSniff.Find(bytes, format.Encoding, file.Name);
    }

    private static Outcome<FoundDelimiter> Delimiter(SourceFile file, Func<ByteSource> open, FoundEncoding encoding, FileFormat format)
    {
        using ByteSource bytes = open();
        bytes.Fill(stackalloc byte[encoding.MarkBytes]);
        using ByteSource text = encoding.Decode(bytes, file.Name);
        return DelimiterSniff.Find(text, format, file.Name);
    }

    private static Outcome<TableReader> Rows(SourceFile file, RowSource rows, FileFormat format, IReadOnlyList<string> notes)
    {
        if (TableHeader.Read(rows, format, file.Name).Refused(out Refusal? why, out TableHeader? header))
        {
            rows.Dispose();
            return why;
        }

        return new TableReader(file, rows, header, format, notes);
    }

    private static Outcome<TableReader> Empty(SourceFile file, FileFormat format) => new TableReader(file, null, new TableHeader(format.Columns ?? [], false), format, ["the file is empty"]);
}
