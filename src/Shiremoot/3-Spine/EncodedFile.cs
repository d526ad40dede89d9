using System.Text;
using Shiremoot.Spine.Coding;
using Shiremoot.Spine.Parts;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>What an encoding is asked to do.</summary>
public sealed record EncodeOptions
{
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Records are named by their row in the file, which only the partner can look up, in place of a pseudonym of their id.</summary>
    public bool ByRow { get; init; }

    /// <summary>A file that says which record each pseudonym is of. It stays with the partner. None if null.</summary>
    public string? Lookup { get; init; }
}

/// <summary>What was encoded.</summary>
/// <param name="Records">How many records.</param>
/// <param name="Missing">Fields the encoding could have used which the model does not have.</param>
/// <param name="Unfiltered">For each filter, the records that lack what it needs.</param>
public sealed record EncodedRecords(long Records, IReadOnlyList<string> Missing, IReadOnlyList<(string Filter, long Records)> Unfiltered);

/// <summary>
/// Writes records so that they can be linked without names: for each a pseudonym, its source, filters, tokens and keys to bring records together. The rows stand in the order of their
/// pseudonyms, which tells nothing of the order they came in.
/// </summary>
public static class EncodedFile
{
    private const int ChunkRecords = 65_536, PieceRecords = 4_096;

    public static Outcome<EncodedRecords> Write(RecordTable table, RecordEncoding encoding, EncodingKey key, string path, EncodeOptions options)
    {
        string[] fields = [.. table.Columns.Select(c => c.Name)];
        if (encoding.Filters.SelectMany(f => f.Needs).FirstOrDefault(n => !fields.Contains(n.Field)) is { Field: { } needed }) return Refusals.EncodingNeedsField(encoding.Id, needed, fields);
        if (!options.ByRow && table.Repeated() is { } twice) return Refusals.SameRecordTwice(twice.Rows);
        Recoding recoding = new(table, encoding, key);
        string[] names = Names(table, recoding, options);
        int[] order = Order(table, names, options);
        if (options.Lookup is { } lookup && LinkFiles.Written(lookup, file => WriteLookup(table, recoding, names, order, file)).Refused(out Refusal? why, out _)) return why;
        if (LinkFiles.Written(path, file => Write(recoding, names, order, file, options)).Refused(out why, out _)) return why;
        return new EncodedRecords(table.Count, [.. encoding.Parts.Select(p => p.Field).Except(fields).Distinct()], [.. encoding.Filters.Select((f, n) => (f.Name, recoding.Unfiltered[n]))]);
    }

    private static string[] Names(RecordTable table, Recoding recoding, EncodeOptions options)
    {
        string[] names = new string[table.Count];
        Parallel.For(0, table.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, r => names[r] = options.ByRow ? (table.RowOf(r) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : recoding.Pseudonym(r));
        return names;
    }

    private static int[] Order(RecordTable table, string[] names, EncodeOptions options)
    {
        int[] order = [.. Enumerable.Range(0, table.Count)];
        if (options.ByRow) Array.Sort(order, (a, b) => table.RowOf(a).CompareTo(table.RowOf(b)));
        else Array.Sort(order, (a, b) => string.CompareOrdinal(names[a], names[b]) is var first && first != 0 ? first : a.CompareTo(b));
        return order;
    }

    private static long Write(Recoding recoding, string[] names, int[] order, Stream file, EncodeOptions options)
    {
        ParallelOptions threads = new() { MaxDegreeOfParallelism = options.Threads };
        file.Write(Encoding.UTF8.GetBytes(recoding.Header + "\n"));
        for (int from = 0; from < order.Length; from += ChunkRecords)
        {
            int until = Math.Min(order.Length, from + ChunkRecords), first = from;
            byte[][] pieces = new byte[(until - from + PieceRecords - 1) / PieceRecords][];
            Parallel.For(0, pieces.Length, threads, recoding.Begin, (p, _, writing) =>
            {
                int start = first + (p * PieceRecords);
                StringBuilder text = new();
                foreach (int record in order.AsSpan(start..Math.Min(until, start + PieceRecords))) writing.Line(record, names[record], text);
                pieces[p] = Encoding.UTF8.GetBytes(text.ToString());
                return writing;
            }, _ => { });
            foreach (byte[] piece in pieces) file.Write(piece);
        }
        return order.Length;
    }

    private static long WriteLookup(RecordTable table, Recoding recoding, string[] names, int[] order, Stream file)
    {
        using StreamWriter text = new(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("record,source,id");
        foreach (int r in order) text.WriteLine($"{names[r]},{Cell(recoding.Source(r))},{Cell(table.Id(r))}");
        return order.Length;
    }

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    // A table under an encoding and a key: what all threads share.
    private sealed class Recoding
    {
        private readonly RecordTable table;
        private readonly KeyedToken pseudonym;

        public Recoding(RecordTable table, RecordEncoding encoding, EncodingKey key)
        {
            (this.table, Encoding, Key) = (table, encoding, key);
            pseudonym = new KeyedToken(key.For(encoding, "record"), 16);
            Mark = key.Mark(encoding);
            Unfiltered = new long[encoding.Filters.Count];
            foreach (FieldPart part in encoding.Parts.Distinct())
                if (table.Columns.FirstOrDefault(c => c.Name == part.Field) is { } column) Columns[part] = (column, ValueParts.Column(column.Table, part.Part));
        }

        public RecordEncoding Encoding { get; }

        public EncodingKey Key { get; }

        public string Mark { get; }

        public long[] Unfiltered { get; }

        public Dictionary<FieldPart, (RecordColumn Column, PartColumn Part)> Columns { get; } = [];

        public string Header => string.Join(',', ["record", "source", "encoded_with", .. Encoding.Filters.Select(f => f.Name), .. Encoding.Tokens, .. Encoding.Keys.Rules.Count > 0 ? ["keys"] : Array.Empty<string>()]);

        public string Source(int record) => table.SourceNames[table.Sources[record]];

        public string Pseudonym(int record) => pseudonym.Of(Source(record), table.IdBytes(record));

        public RecordLines Begin() => new(this, table);
    }

    // What one thread writes with.
    private sealed class RecordLines
    {
        private const int TokenBytes = 12;
        private readonly Recoding all;
        private readonly RecordTable table;
        private readonly KeyedFilter[] filters;
        private readonly KeyedToken[] tokens;
        private readonly KeyedBlocks[] blocks;

        public RecordLines(Recoding all, RecordTable table)
        {
            (this.all, this.table) = (all, table);
            RecordEncoding encoding = all.Encoding;
            byte[] For(string use) => all.Key.For(encoding, use);
            filters = [.. encoding.Filters.Select(f => new KeyedFilter(f, [.. f.Hashes.Select(h => For($"filter {f.Name} {h.Part}"))], For($"flip {f.Name}")))];
            tokens = [.. encoding.Tokens.Select(t => new KeyedToken(For($"token {t}"), TokenBytes))];
            blocks = [.. encoding.Keys.Rules.Select(r => new KeyedBlocks(For($"keys {r}"), encoding.Keys.Bits))];
        }

        public void Line(int record, string name, StringBuilder text)
        {
            text.Append(name).Append(',').Append(Cell(all.Source(record))).Append(',').Append(all.Mark);
            for (int f = 0; f < filters.Length; f++) text.Append(',').Append(Filter(f, record));
            for (int t = 0; t < tokens.Length; t++) text.Append(',').Append(Tokens(t, record));
            if (blocks.Length > 0) text.Append(',').Append(Keys(record));
            text.Append('\n');
        }

        private string Filter(int number, int record)
        {
            FilterSpec spec = all.Encoding.Filters[number];
            if (!spec.Needs.All(n => Pieces(n, record).Length > 0))
            {
                Interlocked.Increment(ref all.Unfiltered[number]);
                return "";
            }
            uint salt = spec.Salt is { } by && Pieces(by, record) is [var first, ..] ? first : 0;
            for (int part = 0; part < spec.Hashes.Count; part++)
                foreach (uint piece in Pieces(spec.Hashes[part].Part, record)) filters[number].Add(part, salt, piece);
            Span<byte> bits = stackalloc byte[filters[number].Bytes];
            filters[number].Write([.. Encoding.UTF8.GetBytes(all.Source(record)), 0, .. table.IdBytes(record)], bits);
            return Convert.ToBase64String(bits);
        }

        private string Tokens(int number, int record)
        {
            if (!all.Columns.TryGetValue(new FieldPart(all.Encoding.Tokens[number], null), out (RecordColumn Column, PartColumn Part) found)) return "";
            List<string> own = [];
            foreach (int value in found.Column.Of(record)) own.Add(tokens[number].Of(found.Column.Table[value]));
            return string.Join(';', own.Order(StringComparer.Ordinal));
        }

        private string Keys(int record)
        {
            SortedSet<uint> keys = [];
            for (int b = 0; b < blocks.Length; b++) blocks[b].Add([.. all.Encoding.Keys.Rules[b].Parts.Select(p => Pieces(p, record))], keys);
            return string.Join(';', keys.Select(k => k.ToString($"x{(all.Encoding.Keys.Bits + 3) / 4}", System.Globalization.CultureInfo.InvariantCulture)));
        }

        private uint[] Pieces(FieldPart part, int record)
        {
            if (!all.Columns.TryGetValue(part, out (RecordColumn Column, PartColumn Part) found)) return [];
            ReadOnlySpan<int> values = found.Column.Of(record);
            if (values.Length == 1) return found.Part.Of(values[0]).ToArray();
            List<uint> pieces = [];
            foreach (int value in values) pieces.AddRange(found.Part.Of(value));
            return [.. pieces];
        }
    }
}
