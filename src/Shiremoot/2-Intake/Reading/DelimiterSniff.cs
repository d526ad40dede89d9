using CsvHelper;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>
/// Which delimiter a text uses. One is taken only if it splits the header, if most of the rows looked at have as many fields as the header, and if no other
/// does the same; else the feed must declare it.
/// </summary>
internal static class DelimiterSniff
{
    private const int MostRows = 200, SampleBytes = 256 << 10, HintBytes = 8;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public static Outcome<FoundDelimiter> Find(ByteSource text, FileFormat format, string file)
    {
        bool isDeclared = format.Delimiter != "auto";
        byte[] sample = new byte[isDeclared ? HintBytes : SampleBytes];
        int filled = text.Fill(sample);
        // A first row longer than the sample is still a row: look as far as the longest row allowed.
        if (!isDeclared && filled == SampleBytes && sample.AsSpan().IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            Array.Resize(ref sample, Math.Max(SampleBytes, (int)format.MaxRowBytes + 4));
            filled += text.Fill(sample.AsSpan(filled));
        }

        if (text.Fault is { } fault) return fault;
        ReadOnlyMemory<byte> seen = sample.AsMemory(0, filled);
        char? hint = Hint(seen.Span);
        if (hint is not null && isDeclared && format.Delimiter[0] != hint) return Refusals.Delimiter(file, "the feed and the file's own 'sep=' line differ");
        if (isDeclared) return new FoundDelimiter(format.Delimiter[0], hint is null ? 0 : 1, $"delimiter {FoundDelimiter.NameOf(format.Delimiter[0])}, as declared");
        if (hint is { } said) return new FoundDelimiter(said, 1, $"delimiter {FoundDelimiter.NameOf(said)}, by the file's own 'sep=' line");
        return Choose([.. Candidates.Select(c => Count(c, seen, format, file))], file);
    }

    private static Outcome<FoundDelimiter> Choose(Tally[] tallies, string file)
    {
        Tally[] split = [.. tallies.Where(t => t.Header > 1)];
        Tally[] confirmed = [.. split.Where(t => t.IsConfirmed)];
        if (confirmed.Length == 1)
            return new FoundDelimiter(confirmed[0].Delimiter, 0, $"delimiter {FoundDelimiter.NameOf(confirmed[0].Delimiter)}: {confirmed[0].Header} fields in the header and in {confirmed[0].Same} of the {confirmed[0].Rows} rows looked at");
        if (confirmed.Length > 1) return Refusals.Delimiter(file, $"{string.Join(" and ", confirmed.Select(t => FoundDelimiter.NameOf(t.Delimiter)))} fit equally");
        if (split.Length == 0 && tallies.All(t => t.IsConfirmed)) return new FoundDelimiter(',', 0, "one column: no delimiter found in the header or the rows");
        return Refusals.Delimiter(file, split.Length == 0
            ? "the first row has none of comma, semicolon, tab and vertical bar, and later rows have"
            : string.Join("; ", split.Select(t => $"by {FoundDelimiter.NameOf(t.Delimiter)} the first row has {t.Header} fields, and {t.Same} of the {t.Rows} rows looked at")));
    }

    private static Tally Count(char delimiter, ReadOnlyMemory<byte> sample, FileFormat format, string file)
    {
        bool quotes = format.Quotes != "none";
        RecordBlocks blocks = new(new MemoryBytes(sample), file, (byte)delimiter, quotes, (int)format.MaxRowBytes, Math.Min(SampleBytes, sample.Length + 1));
        CsvReaderOptions options = new() { HasHeader = false, Separator = delimiter, Mode = quotes ? CsvMode.Rfc4180 : CsvMode.NoEscape, DetectSeparatorHint = false };
        for (int line = 0; line < format.SkipRows; line++) blocks.SkipLine();
        int header = 0, rows = 0, same = 0;
        int skip = Math.Max(format.HeaderRows - 1, 0);
        for (RecordPiece piece = blocks.Next(); piece != RecordPiece.End && rows < MostRows; piece = blocks.Next())
        {
            if (piece == RecordPiece.BadLine) continue;
            using CsvReader records = CsvReader.Create(blocks.Piece, options);
            while (rows < MostRows && records.Read())
            {
                // The end of the sample may cut its last row.
                bool isCut = sample.Length >= SampleBytes && blocks.IsLast && (int)records.ByteOffset + records.RawRecord.Length >= blocks.Piece.Length;
                if (header == 0) header = records.FieldCount;
                else if (skip > 0) skip--;
                else if (!isCut && ++rows > 0 && records.FieldCount == header) same++;
            }
        }

        return new Tally(delimiter, header, rows, same);
    }

    private static char? Hint(ReadOnlySpan<byte> sample) =>
        sample.Length > 5 && sample.StartsWith("sep="u8) && sample[5] is (byte)'\r' or (byte)'\n' && Candidates.Contains((char)sample[4]) ? (char)sample[4] : null;

    private readonly record struct Tally(char Delimiter, int Header, int Rows, int Same)
    {
        public bool IsConfirmed => Rows == 0 || Same * 2 > Rows;
    }
}
