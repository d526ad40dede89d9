using System.Buffers.Text;
using System.Text;
using Shiremoot.Evidence.Synthesising;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>The columns that a question names of any tabular file, as text, with the line of each row.</summary>
sealed class FigureTable
{
    private const int MostRows = 100_000;

    private static readonly string[] Ways = ["NA", "N/A", "NaN", "NULL", "."];

    private readonly Dictionary<string, List<string>> columns;

    private FigureTable(string file, Dictionary<string, List<string>> columns, List<long> lines, IReadOnlyList<string> faults) => (File, this.columns, Lines, Faults) = (file, columns, lines, faults);

    public string File { get; }

    /// <summary>The line of each row.</summary>
    public IReadOnlyList<long> Lines { get; }

    /// <summary>Rows that cannot be read.</summary>
    public IReadOnlyList<string> Faults { get; }

    public int Rows => Lines.Count;

    public string Text(int row, string column) => columns[column][row];

    public bool IsMissing(int row, string column) => Text(row, column) is { } text && (text.Length == 0 || Ways.Contains(text, StringComparer.OrdinalIgnoreCase));

    /// <summary>The number of a cell: not a number where it is missing; false where it is no number.</summary>
    public bool TryNumber(int row, string column, out double number)
    {
        number = double.NaN;
        if (IsMissing(row, column)) return true;
        byte[] text = Encoding.UTF8.GetBytes(Text(row, column));
        return Utf8Parser.TryParse(text, out number, out int used) && used == text.Length && double.IsFinite(number);
    }

    /// <param name="path">The file.</param>
    /// <param name="asked">Each option with the column it names.</param>
    public static Outcome<FigureTable> Read(string path, IReadOnlyList<(string Option, string Column)> asked)
    {
        string file = Path.GetFileName(path);
        if (asked.GroupBy(a => a.Column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count(a => a.Option is not ("--study" or "--cluster")) > 1) is { } twice) return SynthesisRefusals.ColumnTwice(twice.Key);
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            List<(int At, List<string> Values)> read = [];
            Dictionary<string, List<string>> columns = [];
            foreach ((string option, string column) in asked)
            {
                int at = reader.Headers.ToList().FindIndex(h => string.Equals(h, column.Trim(), StringComparison.OrdinalIgnoreCase));
                if (at < 0) return SynthesisRefusals.NoSuchColumn(file, option, column, reader.Headers);
                if (columns.TryAdd(column, [])) read.Add((at, columns[column]));
            }
            List<long> lines = [];
            List<string> faults = [];
            while (reader.Read())
            {
                if (lines.Count == MostRows) return SynthesisRefusals.TooManyRows(file, MostRows);
                if (reader.IsBad)
                {
                    faults.Add($"{file}:{reader.Line}: {reader.Fault.Reason}");
                    continue;
                }
                lines.Add(reader.Line);
                foreach ((int at, List<string> values) in read) values.Add(Encoding.UTF8.GetString(reader.Field(at)));
            }
            return reader.Stopped is { } stopped ? stopped : new FigureTable(file, columns, lines, faults);
        }
    }
}
