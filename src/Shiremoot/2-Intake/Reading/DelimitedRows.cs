using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>Rows of delimited text: the guard cuts the text into stretches of sound records, CsvHelper splits these in place.</summary>
internal sealed class DelimitedRows : RowSource
{
    private readonly HashedBytes bytes;
    private readonly ByteSource text;
    private readonly RecordBlocks blocks;
    private readonly CsvReaderOptions options;
    private readonly RowFault badBytes;
    private readonly string file;
    private readonly int longestRow;
    private CsvReader? records;
    private bool mustCheckBytes;
    private bool isBadLine;
    private bool endsWithinLine;

    public DelimitedRows(ByteSource source, FoundEncoding encoding, FoundDelimiter delimiter, FileFormat format, string file, int blockBytes)
    {
        (badBytes, this.file, longestRow) = (RowFaults.Bytes(encoding.Name, 0), file, (int)format.MaxRowBytes);
        bytes = new HashedBytes(source);
        IsPacked = source is not FileBytes;
        bytes.Fill(stackalloc byte[encoding.MarkBytes]);
        text = encoding.Decode(bytes, file);
        bool quotes = format.Quotes != "none";
        blocks = new RecordBlocks(text, file, (byte)delimiter.Delimiter, quotes, longestRow, blockBytes);
        for (int line = 0; line < delimiter.HintLines + format.SkipRows; line++) blocks.SkipLine();
        options = new CsvReaderOptions { HasHeader = false, Separator = delimiter.Delimiter, TrackLineNumbers = true, Mode = quotes ? CsvMode.Rfc4180 : CsvMode.NoEscape, DetectSeparatorHint = false, IncludeValuesInExceptions = false };
    }

    /// <summary>The text was unpacked from the file.</summary>
    public bool IsPacked { get; }

    public override string? Hash => bytes.Hash;

    public override long Used => bytes.Used;

    public override bool MightBeLast => isBadLine || AfterRecord().IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0;

    public override bool EndsWithinLine => endsWithinLine;

    public override ReadOnlySpan<byte> Raw => isBadLine ? blocks.Piece.Span.TrimEnd("\r\n"u8) : records is null ? default : records.RawRecord;

    public override bool Read()
    {
        while (records is null || !records.Read())
        {
            records?.Dispose();
            records = null;
            endsWithinLine = blocks.IsLast && blocks.Piece.Span is [.., not ((byte)'\r' or (byte)'\n')];
            RecordPiece piece = blocks.Next();
            isBadLine = piece == RecordPiece.BadLine;
            if (piece == RecordPiece.End) return End();
            if (isBadLine) return BadLine(blocks.Line, blocks.IsUnclosed ? RowFaults.Open(blocks.Line) : RowFaults.Quote(blocks.Line));
            Begin();
        }

        Line = blocks.Line + records.LineNumber - 1;
        FieldCount = records.FieldCount;
        if (records.RawRecord.Length > longestRow) return End(Refusals.RowTooLong(file, Line, longestRow));
        RowFault = mustCheckBytes ? BadBytes(records.RawRecord) : null;
        if (FieldCount != Expected && Expected >= 0) Recount();
        return true;
    }

    public override ReadOnlySpan<byte> Field(int index) => records is null ? default : records.GetSpan(index);

    public override void Dispose()
    {
        records?.Dispose();
        text.Dispose();
        bytes.Dispose();
    }

    private void Begin()
    {
        ReadOnlySpan<byte> piece = blocks.Piece.Span;
        mustCheckBytes = piece.Contains((byte)0) || (!Ascii.IsValid(piece) && (!Utf8.IsValid(piece) || piece.IndexOf("\uFFFD"u8) >= 0));
        records = CsvReader.Create(blocks.Piece, options);
    }

    private RowFault? BadBytes(ReadOnlySpan<byte> row)
    {
        if (!Utf8.IsValid(row)) return badBytes with { Line = Line };
        if (row.Contains((byte)0)) return RowFaults.Nul(Line);
        return row.IndexOf("\uFFFD"u8) >= 0 ? RowFaults.Lost(Line) : null;
    }

    // A quote that opens by mistake and is closed by chance makes one row of several lines, with the wrong number of fields.
    // If the very next line has the right number by itself, only the first line is bad.
    private void Recount()
    {
        ReadOnlySpan<byte> row = records!.RawRecord;
        int breakAt = row.IndexOfAny((byte)'\r', (byte)'\n');
        if (breakAt >= 0 && options.Mode == CsvMode.Rfc4180 && NextLineIsWhole(breakAt))
        {
            blocks.KeepFirstLineFrom((int)records.ByteOffset, Line);
            records.Dispose();
            records = null;
            isBadLine = true;
            BadLine(Line, RowFaults.Quote(Line));
            return;
        }

        RowFault ??= Ragged(FieldCount);
    }

    private bool NextLineIsWhole(int breakAt)
    {
        ReadOnlyMemory<byte> rest = blocks.Piece[((int)records!.ByteOffset + breakAt)..];
        rest = rest[(rest.Span is [(byte)'\r', (byte)'\n', ..] ? 2 : 1)..];
        int end = rest.Span.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..end];
        QuoteScan scan = QuoteKernel.Scan(line.Span, (byte)options.Separator!.Value, quotes: true);
        if (scan.BadAt >= 0 || scan.IsOpen) return false;
        using CsvReader alone = CsvReader.Create(line, options);
        return alone.Read() && alone.FieldCount == Expected;
    }

    private ReadOnlySpan<byte> AfterRecord() => blocks.Piece.Span[((int)records!.ByteOffset + records.RawRecord.Length)..];

    private bool BadLine(long line, RowFault fault)
    {
        (Line, FieldCount, RowFault) = (line, 0, fault);
        return true;
    }

    private bool End(Refusal? fault = null)
    {
        Fault = fault ?? blocks.Fault;
        return false;
    }
}
