using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>The names of the columns, and whether the row they were counted on is data still to be handed out.</summary>
internal sealed record TableHeader(IReadOnlyList<string> Names, bool FirstRowIsPending)
{
    public static Outcome<TableHeader> Read(RowSource rows, FileFormat format, string file)
    {
        List<List<string>> read = [];
        for (int row = 0; row < format.HeaderRows; row++)
        {
            if (!rows.Read()) return NoRow(rows, row, format, file);
            if (rows.RowFault is { } fault) return Refusals.HeaderRow(file, $"line {fault.Line:N0} has {fault.Reason}");
            if (rows.FieldCount > format.MaxColumns) return Refusals.TooManyColumns(file, rows.FieldCount, format.MaxColumns);
            read.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => Encoding.UTF8.GetString(rows.Field(i)).Trim())]);
        }

        if (format.HeaderRows > 0) return Named(Joined(read), format, file).Then<TableHeader>(names => new TableHeader(names, false));
        if (!rows.Read()) return NoRow(rows, 0, format, file);
        if (rows.RowFault is { } bad) return Refusals.HeaderRow(file, $"the columns are counted on the first row, and line {bad.Line:N0} has {bad.Reason}");
        if (rows.FieldCount > format.MaxColumns) return Refusals.TooManyColumns(file, rows.FieldCount, format.MaxColumns);
        return Named([.. Enumerable.Range(1, rows.FieldCount).Select(i => $"column{i}")], format, file).Then<TableHeader>(names => new TableHeader(names, true));
    }

    private static Outcome<TableHeader> NoRow(RowSource rows, int headerRow, FileFormat format, string file)
    {
        if (rows.Fault is { } fault) return fault;
        return headerRow == 0 ? new TableHeader(format.Columns ?? [], false) : Refusals.HeaderRow(file, $"the file ends before header row {headerRow + 1}");
    }

    private static string[] Joined(List<List<string>> rows) =>
        [.. Enumerable.Range(0, rows.Max(r => r.Count)).Select(i => string.Join(' ', rows.Select(r => i < r.Count ? r[i] : "").Where(part => part.Length > 0).Distinct()))];

    private static Outcome<string[]> Named(string[] names, FileFormat format, string file)
    {
        if (format.Columns is { } given)
            return given.Count == names.Length ? given.ToArray() : Refusals.Headers(file, $"the feed names {given.Count} columns and the file has {names.Length}");
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length == 0 && format.Headers == "strict") return Refusals.Headers(file, $"column {i + 1} of {names.Length} has no name");
            if (names[i].Length == 0) names[i] = $"column{i + 1}";
            if (seen.Add(names[i])) continue;
            if (format.Headers == "strict") return Refusals.Headers(file, $"'{names[i]}' is there twice");
            names[i] = Again(names[i], seen);
        }

        return names;
    }

    private static string Again(string name, HashSet<string> seen)
    {
        int time = 2;
        while (!seen.Add($"{name} ({time})")) time++;
        return $"{name} ({time})";
    }
}
