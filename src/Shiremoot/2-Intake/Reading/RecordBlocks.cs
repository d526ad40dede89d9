using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>
/// The guard in front of the splitter. Hands on the text in stretches of whole records; where a quote is out of place or never closed, only the line it
/// stands on is cut out, and reading goes on at the next. Holds at most one row of the longest length allowed.
/// </summary>
internal sealed class RecordBlocks(ByteSource source, string file, byte delimiter, bool quotes, int longestRow, int blockBytes)
{
    private const int AfterFault = 4096;
    private byte[] buffer = new byte[blockBytes + 64];
    private int start;
    private int end;
    private int pieceLength;
    private long pieceBreaks;
    private bool atEnd;
    private int window = int.MaxValue;

    /// <summary>The piece handed on last, valid until the next.</summary>
    public ReadOnlyMemory<byte> Piece => buffer.AsMemory(start, pieceLength);

    /// <summary>The line the piece begins on, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Nothing follows the piece.</summary>
    public bool IsLast => atEnd && start + pieceLength == end;

    /// <summary>Whether a bad line opens quotes that no later line closes.</summary>
    public bool IsUnclosed { get; private set; }

    /// <summary>A fault of the whole file that ended the text early.</summary>
    public Refusal? Fault { get; private set; }

    public RecordPiece Next()
    {
        start += pieceLength;
        Line += pieceBreaks;
        (pieceLength, pieceBreaks) = (0, 0);
        while (Fault is null)
        {
            int available = end - start;
            if (available == 0 && atEnd) return RecordPiece.End;
            bool all = window >= available;
            QuoteScan scan = QuoteKernel.Scan(buffer.AsSpan(start, all ? available : window), delimiter, quotes);
            bool isWhole = all && atEnd && scan.BadAt < 0 && !scan.IsOpen;
            if (isWhole) return Clean(available, scan.Breaks);
            if (scan.End > 0) return Clean(scan.End, scan.Breaks);
            if (scan.BadAt >= 0 || (all && atEnd)) return CutLine(isUnclosed: scan.BadAt < 0);
            if (!all) window = Wider(window);
            else if (!Fill(available * 2)) return scan.IsOpen ? CutLine(isUnclosed: true) : TooLong();
        }

        return RecordPiece.End;
    }

    /// <summary>Takes back all of the piece but its first line, which turned out to open quotes by mistake.</summary>
    public void KeepFirstLineFrom(int offset, long line)
    {
        start += offset;
        Line = line;
        pieceLength = AfterBreak(buffer.AsSpan(start, end - start));
        pieceBreaks = 1;
        window = AfterFault;
    }

    /// <summary>Passes over lines before the table begins.</summary>
    public void SkipLine()
    {
        start += pieceLength;
        Line += pieceBreaks;
        (pieceLength, pieceBreaks) = (0, 0);
        if (FirstLine() is { } length) (pieceLength, pieceBreaks) = (length, 1);
    }

    private RecordPiece Clean(int length, long breaks)
    {
        (pieceLength, pieceBreaks) = (length, breaks);
        window = window == int.MaxValue ? window : Wider(window);
        return RecordPiece.Clean;
    }

    private RecordPiece CutLine(bool isUnclosed)
    {
        if (FirstLine() is not { } length) return RecordPiece.End;
        (pieceLength, pieceBreaks, IsUnclosed, window) = (length, 1, isUnclosed, AfterFault);
        return RecordPiece.BadLine;
    }

    // The length of the line at hand with its break, filling up until it is there; null if it is longer than any row may be.
    private int? FirstLine()
    {
        while (true)
        {
            ReadOnlySpan<byte> ahead = buffer.AsSpan(start, end - start);
            int length = AfterBreak(ahead);
            if (length > 0 && (length < ahead.Length || atEnd)) return length;
            if (atEnd) return ahead.Length;
            if (!Fill(ahead.Length * 2))
            {
                TooLong();
                return null;
            }
        }
    }

    private RecordPiece TooLong()
    {
        Fault ??= Refusals.RowTooLong(file, Line, longestRow);
        return RecordPiece.End;
    }

    // After the first line break, a pair counted as one; 0 if there is none, or if a CR stands last and its LF may follow.
    private int AfterBreak(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOfAny((byte)'\r', (byte)'\n');
        if (at < 0) return 0;
        if (text[at] == '\n') return at + 1;
        if (at + 1 == text.Length) return atEnd ? at + 1 : 0;
        return text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    // Makes at least this much text be at hand, unless the end comes first; false if the longest row is at hand already.
    private bool Fill(int wanted)
    {
        int available = end - start, most = longestRow + 4;
        if (atEnd || available >= most) return false;
        int room = Math.Min(Math.Max(wanted, blockBytes), most);
        Span<byte> kept = buffer.AsSpan(start, available);
        if (buffer.Length < room)
        {
            byte[] larger = new byte[Math.Min(most, Math.Max(room, buffer.Length * 2))];
            kept.CopyTo(larger);
            buffer = larger;
        }
        else
        {
            kept.CopyTo(buffer);
        }

        (start, end) = (0, available);
        int read = source.Fill(buffer.AsSpan(available, room - available));
        end += read;
        atEnd = end < room;
        Fault = source.Fault;
        return true;
    }

    private static int Wider(int window) => window > int.MaxValue / 2 ? int.MaxValue : window * 2;
}
