using Shiremoot.Intake.Reading;
using Shiremoot.Terms;
using ReadingRefusals = Shiremoot.Intake.Reading.Refusals;

namespace Shiremoot.Intake;

/// <summary>
/// The rows of a table, one at a time, front to back, in memory that does not grow with the file. Every row of the file comes out once, good or bad;
/// a fault of the whole file ends the reading and stands in <see cref="Stopped"/>, and then nothing that was read may be kept.
/// </summary>
public sealed class TableReader : IDisposable
{
    private static ReadOnlySpan<byte> NoBreakSpace => [0xC2, 0xA0];

    private readonly SourceFile file;
    private readonly RowSource? rows;
    private readonly Trailer? trailer;
    private readonly bool trims;
    private readonly List<string> notes;
    private bool isPending;
    private bool isDone;

    internal TableReader(SourceFile file, RowSource? rows, TableHeader header, FileFormat format, IEnumerable<string> notes)
    {
        (this.file, this.rows, isPending) = (file, rows, header.FirstRowIsPending);
        Headers = header.Names;
        this.notes = [.. notes];
        trims = format.TrimFields;
        trailer = format.Trailer is null ? null : new Trailer(format.Trailer);
        if (rows is not null) rows.Expected = Headers.Count;
    }

    /// <summary>The names of the columns, trimmed. Empty only for a file without a single row.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>What was recognised and how: what it was packed in, encoding, delimiter or sheet; and at the end, what is odd about it.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>The line of the file (row of the sheet) the row begins on, from 1.</summary>
    public long Line => rows?.Line ?? 0;

    /// <summary>Fields of the row; other than <c>Headers.Count</c> only in a bad row.</summary>
    public int FieldCount => rows?.FieldCount ?? 0;

    /// <summary>The row must go to quarantine, for the reason in <see cref="Fault"/>.</summary>
    public bool IsBad => rows?.RowFault is not null;

    /// <summary>Why the row is bad.</summary>
    public RowFault Fault => rows?.RowFault ?? throw new InvalidOperationException("The row has no fault: ask IsBad first.");

    /// <summary>After <see cref="Read"/> has returned false: why the whole file must be refused; null if it was read to an honest end.</summary>
    public Refusal? Stopped { get; private set; }

    /// <summary>Rows so far, good and bad.</summary>
    public long Rows { get; private set; }

    /// <summary>Bad rows so far.</summary>
    public long BadRows { get; private set; }

    /// <summary>SHA-256 of what was unpacked (of a sheet: of its rows as CSV), once read to an honest end: the same however the file was named or packed.</summary>
    public string? ContentHash => isDone && Stopped is null ? rows?.Hash ?? HashOfNothing : null;

    /// <summary>The table is the file itself, not unpacked from it: its content hash is then the hash of the file.</summary>
    internal bool IsAsItLies => rows is DelimitedRows { IsPacked: false };

    /// <summary>Bytes of the file on disk used so far.</summary>
    public long BytesRead => isDone ? file.Length : Math.Min(rows?.Used ?? 0, file.Length);

    /// <summary>When the file that is read was last written to.</summary>
    public NodaTime.Instant Modified => NodaTime.Instant.FromDateTimeUtc(file.ModifiedUtc);

    /// <summary>Bytes of the file on disk.</summary>
    public long? BytesTotal => file.Length;

    /// <summary>The row as it came, without its line break, for quarantine and hashing (of a sheet: as CSV). UTF-8, except where that is its fault. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Raw => rows is null ? default : rows.Raw;

    private static string HashOfNothing => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([]));

    /// <summary>Goes to the next row; false at the end, or when the file must be refused.</summary>
    public bool Read()
    {
        if (isDone || rows is null) return End(null);
        if (isPending) isPending = false;
        else if (!rows.Read()) return End(trailer is null ? null : ReadingRefusals.Trailer(file.Name, "its last line is not the trailer the feed declares"));
        if (trailer is not null && rows.MightBeLast && trailer.Declared(rows.Raw) is { } declared) return End(CheckTrailer(declared));
        Rows++;
        if (rows.RowFault is not null) BadRows++;
        return true;
    }

    /// <summary>A field of the row, quotes removed, as UTF-8; empty beyond the last. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        ReadOnlySpan<byte> field = rows is null || index >= rows.FieldCount ? default : rows.Field(index);
        return trims ? Trimmed(field) : field;
    }

    /// <summary><see cref="Raw"/> as text fit to be stored and shown: bytes that are not UTF-8 and NULs are written \xNN.</summary>
    public string RawText() => ShownBytes.Of(Raw);

    public void Dispose()
    {
        rows?.Dispose();
        file.Dispose();
    }

    // Spaces, tabs and the no-break spaces (U+00A0) that pages and spreadsheets leave around a value.
    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> field)
    {
        while (field.Length > 0 && (field[0] is (byte)' ' or (byte)'\t' || field.StartsWith(NoBreakSpace))) field = field[(field[0] == NoBreakSpace[0] ? 2 : 1)..];
        while (field.Length > 0 && (field[^1] is (byte)' ' or (byte)'\t' || field.EndsWith(NoBreakSpace))) field = field[..^(field[^1] == NoBreakSpace[1] ? 2 : 1)];
        return field;
    }

    private Refusal? CheckTrailer(long declared)
    {
        if (rows!.Read()) return ReadingRefusals.Trailer(file.Name, $"rows follow its trailer, on line {rows.Line:N0}");
        return declared == Rows ? null : ReadingRefusals.Trailer(file.Name, declared < 0 ? "its trailer does not give the number of rows" : $"its trailer declares {declared:N0} rows and it has {Rows:N0}");
    }

    // A fault of the bytes explains more than what follows from it.
    private bool End(Refusal? otherwise)
    {
        if (isDone) return false;
        isDone = true;
        Stopped = rows?.Fault ?? (file.HasChanged ? ReadingRefusals.Changed(file.Name) : otherwise);
        if (rows is { EndsWithinLine: true } && Stopped is null) notes.Add("the last row does not end in a line break: if the sender's files do, this one may have been cut short");
        return false;
    }
}
