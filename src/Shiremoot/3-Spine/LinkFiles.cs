using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Writes what a linking found: clusters, and the pairs behind them. Both hold the records' ids and nothing else of them.</summary>
public static class LinkFiles
{
    /// <summary>A line a record in the order of the files: source, id, person. People are numbered from 1 by their first record.</summary>
    public static Outcome<long> WriteClusters(Linked linked, string path) => Written(path, file =>
    {
        RecordTable table = linked.Table;
        int[] byRow = new int[table.Count], number = new int[table.Count];
        for (int r = 0; r < byRow.Length; r++) byRow[table.RowOf(r)] = r;
        int people = 0;
        byte[][] sources = [.. table.SourceNames.Select(Encoding.UTF8.GetBytes)];
        Span<byte> digits = stackalloc byte[16];
        file.Write("source,id,person\n"u8);
        foreach (int r in byRow)
        {
            ref int person = ref number[linked.Clusters[r]];
            if (person == 0) person = ++people;
            Field(file, sources[table.Sources[r]]);
            file.WriteByte((byte)',');
            Field(file, table.IdBytes(r));
            file.WriteByte((byte)',');
            Utf8Formatter.TryFormat(person, digits, out int length);
            digits[length] = (byte)'\n';
            file.Write(digits[..(length + 1)]);
        }
        return people;
    });

    /// <summary>A line for each pair at least as likely as asked: the two records, bits, probability, whether they are joined, and the level of each comparison.</summary>
    public static Outcome<long> WritePairs(Linked linked, string path, double leastProbability) => Written(path, file =>
    {
        RecordTable table = linked.Table;
        file.Write(Encoding.UTF8.GetBytes($"source_a,id_a,source_b,id_b,bits,probability,joined,context,{string.Join(',', linked.Model.Comparisons.Select(c => c.Name.Replace(',', ' ')))}\n"));
        long written = 0;
        foreach (PairPiece piece in linked.Pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                double bits = linked.Bits[piece.Pattern[p]] + piece.TermBits[p], likely = LinkLikelihood.Of(bits);
                if (likely < leastProbability) continue;
                foreach (int record in (ReadOnlySpan<int>)[piece.A[p], piece.B[p]])
                {
                    Field(file, Encoding.UTF8.GetBytes(table.SourceNames[table.Sources[record]]));
                    file.WriteByte((byte)',');
                    Field(file, table.IdBytes(record));
                    file.WriteByte((byte)',');
                }
                ulong pattern = linked.Pairs.Patterns.Patterns[piece.Pattern[p]];
                StringBuilder rest = new();
                rest.Append(CultureInfo.InvariantCulture, $"{bits:0.000},{likely:0.000000},{(linked.Clusters[piece.A[p]] == linked.Clusters[piece.B[p]] ? "yes" : "no")},");
                int context = (int)(pattern >> Comparing.PairComparer.KinShift);
                if (context > 0) rest.Append(linked.Model.Kin[context - 1].Name);
                for (int c = 0; c < linked.Model.Comparisons.Count; c++) rest.Append(CultureInfo.InvariantCulture, $",{(pattern >> (4 * c)) & 15}");
                file.Write(Encoding.UTF8.GetBytes(rest.Append('\n').ToString()));
                written++;
            }
        return written;
    });

    /// <summary>Writes a file whole or not at all.</summary>
    internal static Outcome<long> Written(string path, Func<Stream, long> write)
    {
        try
        {
            return WholeFile.Write(path, file =>
            {
                using BufferedStream buffered = new(file, 1 << 20);
                return write(buffered);
            });
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusals.CannotWrite(path, wrong.Message);
        }
    }

    private static void Field(Stream file, ReadOnlySpan<byte> text)
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
