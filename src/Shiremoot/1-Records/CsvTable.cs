using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Shiremoot.Records;

/// <summary>
/// A small reference table (RFC 4180, UTF-8, first row the header; .gz is unpacked), held as text. Faults are gathered, each with file and line.
/// For the files we ship and a place adds to; partners' extracts are read by Intake.
/// </summary>
internal sealed class CsvTable
{
    // Reference tables are small; a file that unpacks to more than this is not one.
    private const int MostCharacters = 64 * 1024 * 1024;

    private readonly string[] header;
    private readonly string[] cells;
    private readonly int[] lines;
    private readonly List<string> faults;

    private CsvTable(string shownAs, string[] header, string[] cells, int[] lines, List<string> faults) =>
        (ShownAs, this.header, this.cells, this.lines, this.faults) = (shownAs, header, cells, lines, faults);

    public string ShownAs { get; }

    public int Rows => lines.Length;

    public string this[int row, int column] => column < 0 ? "" : cells[(row * header.Length) + column];

    /// <summary>Reads a file; null, with the reason among the faults, if it cannot be read as a table.</summary>
    public static CsvTable? Read(string path, string shownAs, List<string> faults)
    {
        if (!File.Exists(path))
        {
            faults.Add($"{shownAs}:1: there is no such file.");
            return null;
        }

        try
        {
            using Stream file = File.OpenRead(path);
            using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using StreamReader text = new(plain, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Parse(AllOf(text), shownAs, faults);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or DecoderFallbackException)
        {
            faults.Add($"{shownAs}:1: {wrong.Message}");
            return null;
        }
    }

    public static CsvTable? Parse(string text, string shownAs, List<string> faults)
    {
        List<string> read = [];
        List<int> rowLines = [];
        string[]? names = null;
        int at = 0, line = 1;
        while (at < text.Length)
        {
            int startLine = line, before = read.Count;
            if (!Row(text, read, names?.Length ?? 0, ref at, ref line))
            {
                faults.Add($"{shownAs}:{startLine}: a quotation mark is opened and not closed, or stands in the middle of a value.");
                return null;
            }

            if (read.Count == before + 1 && read[before].Length == 0)
            {
                read.RemoveAt(before);
            }
            else if (names is null)
            {
                names = [.. read];
                read.Clear();
            }
            else if (read.Count - before != names.Length)
            {
                faults.Add($"{shownAs}:{startLine}: {read.Count - before} values under {names.Length} columns.");
                read.RemoveRange(before, read.Count - before);
            }
            else
            {
                rowLines.Add(startLine);
            }
        }

        if (names is not null && names.Distinct(StringComparer.Ordinal).Count() == names.Length) return new CsvTable(shownAs, names, [.. read], [.. rowLines], faults);
        faults.Add($"{shownAs}:1: {(names is null ? "the file is empty." : "two columns have the same name.")}");
        return null;
    }

    /// <summary>The column of this name; a fault and -1 if there is none.</summary>
    public int Column(string name)
    {
        int column = Array.IndexOf(header, name);
        if (column < 0) faults.Add($"{ShownAs}:1: there is no column '{name}'; the columns are {string.Join(", ", header.Take(12))}.");
        return column;
    }

    public void Fault(int row, string says) => faults.Add($"{ShownAs}:{lines[row]}: {says}");

    /// <summary>The number in a cell, or not-a-number if it is empty; a fault if it is neither.</summary>
    public double Number(int row, int column)
    {
        string cell = this[row, column];
        if (cell.Length == 0) return double.NaN;
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)) return value;
        Fault(row, $"'{cell}' under '{header[column]}' is not a number.");
        return double.NaN;
    }

    private static bool Row(string text, List<string> into, int columns, ref int at, ref int line)
    {
        while (true)
        {
            if (!Cell(text, into, columns, ref at, ref line)) return false;
            if (at >= text.Length) return true;
            char mark = text[at++];
            if (mark == ',') continue;
            if (mark == '\r' && at < text.Length && text[at] == '\n') at++;
            line++;
            return true;
        }
    }

    // Leaves `at` on the comma or line end that closes the cell.
    private static bool Cell(string text, List<string> into, int columns, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            int length = text.AsSpan(at).IndexOfAny(",\r\n");
            length = length < 0 ? text.Length - at : length;
            into.Add(Share(text.AsSpan(at, length).Trim(' '), into, columns));
            at += length;
            return true;
        }

        int start = ++at;
        bool doubled = false;
        while (true)
        {
            int quote = text.IndexOf('"', at);
            if (quote < 0) return false;
            at = quote + 1;
            if (at < text.Length && text[at] == '"')
            {
                doubled = true;
                at++;
                continue;
            }

            ReadOnlySpan<char> value = text.AsSpan(start, quote - start);
            line += value.Count('\n');
            into.Add(doubled ? value.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : Share(value, into, columns));
            return at >= text.Length || text[at] is ',' or '\r' or '\n';
        }
    }

    // A value is often that of the row above (a ward, a council): one string serves both.
    private static string Share(ReadOnlySpan<char> value, List<string> into, int columns)
    {
        int above = into.Count - columns;
        return columns > 0 && above >= 0 && value.SequenceEqual(into[above]) ? into[above] : value.ToString();
    }

    private static string AllOf(StreamReader text)
    {
        StringBuilder all = new();
        char[] block = new char[64 * 1024];
        for (int read = text.Read(block); read > 0; read = text.Read(block))
        {
            if (all.Length + read > MostCharacters) throw new InvalidDataException("the file is too large for a reference table.");
            all.Append(block, 0, read);
        }

        return all.ToString();
    }
}
