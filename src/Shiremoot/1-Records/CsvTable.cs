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
        List<string> cells = [];
        List<int> lines = [];
        string[]? header = null;
        int at = 0, line = 1;
        while (at < text.Length)
        {
            int startLine = line, before = cells.Count;
            if (!Row(text, cells, ref at, ref line))
            {
                faults.Add($"{shownAs}:{startLine}: a quotation mark is opened and not closed, or stands in the middle of a value.");
                return null;
            }

            if (cells.Count == before + 1 && cells[before].Length == 0)
            {
                cells.RemoveAt(before);
            }
            else if (header is null)
            {
                header = [.. cells];
                cells.Clear();
            }
            else if (cells.Count - before != header.Length)
            {
                faults.Add($"{shownAs}:{startLine}: {cells.Count - before} values under {header.Length} columns.");
                cells.RemoveRange(before, cells.Count - before);
            }
            else
            {
                lines.Add(startLine);
            }
        }

        if (header is not null && header.Distinct(StringComparer.Ordinal).Count() == header.Length) return new CsvTable(shownAs, header, [.. cells], [.. lines], faults);
        faults.Add($"{shownAs}:1: {(header is null ? "the file is empty." : "two columns have the same name.")}");
        return null;
    }

    /// <summary>The column of this name; a fault and -1 if there is none.</summary>
    public int Column(string name)
    {
        int column = Array.IndexOf(header, name);
        if (column < 0) faults.Add($"{ShownAs}:1: there is no column '{name}'; the columns are {string.Join(", ", header.Take(12))}.");
        return column;
    }

    public bool Has(string name) => Array.IndexOf(header, name) >= 0;

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

    private static bool Row(string text, List<string> cells, ref int at, ref int line)
    {
        while (true)
        {
            if (!Cell(text, cells, ref at, ref line)) return false;
            if (at >= text.Length) return true;
            char mark = text[at++];
            if (mark == ',') continue;
            if (mark == '\r' && at < text.Length && text[at] == '\n') at++;
            line++;
            return true;
        }
    }

    // Leaves `at` on the comma or line end that closes the cell.
    private static bool Cell(string text, List<string> cells, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            int length = text.AsSpan(at).IndexOfAny(",\r\n");
            length = length < 0 ? text.Length - at : length;
            cells.Add(text.AsSpan(at, length).Trim(' ').ToString());
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
            cells.Add(doubled ? value.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : value.ToString());
            return at >= text.Length || text[at] is ',' or '\r' or '\n';
        }
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
