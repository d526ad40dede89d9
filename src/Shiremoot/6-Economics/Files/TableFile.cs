using CsvHelper;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Files;

/// <summary>One row of a table, asked by column name. A column the mapping does not name is empty.</summary>
internal sealed record TableRow(long Line, IReadOnlyDictionary<string, int> Columns, string[] Fields)
{
    public string this[string? column] =>
        column is not null && Columns.TryGetValue(column, out int at) && at < Fields.Length ? Fields[at].Trim() : "";
}

/// <summary>Reads a small CSV file whole: some hundreds of rows of costs or prices.</summary>
internal static class TableFile
{
    /// <summary>Its rows, or a refusal that names every column the mapping asks for and the file lacks.</summary>
    public static Outcome<List<TableRow>> Read(string path, string shownAs, char separator, IEnumerable<string> needed)
    {
        CsvReaderOptions options = new()
        {
            Separator = separator,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
        };
        try
        {
            using CsvReader reader = CsvReader.FromFile(path, options);
            Dictionary<string, int> columns = [];
            FileFaults faults = new(shownAs);
            for (int i = 0; i < reader.Headers.Count; i++)
                if (!columns.TryAdd(reader.Headers[i].Trim(), i)) faults.Add(1, $"the column '{reader.Headers[i].Trim()}' is there twice; rename one.");
            foreach (string name in needed.Where(n => !columns.ContainsKey(n)))
                faults.Add(1, $"there is no column '{name}'; the columns are {string.Join(", ", columns.Keys)}.");
            if (faults.Refusal(Refusals.FileFaults) is { } why) return why;
            return Rows(reader, columns);
        }
        catch (CsvFormatException wrong)
        {
            return Refusals.NotCsv(shownAs, Math.Max(1, wrong.LineNumber), wrong.Message);
        }
    }

    private static List<TableRow> Rows(CsvReader reader, Dictionary<string, int> columns)
    {
        List<TableRow> rows = [];
        while (reader.Read())
            rows.Add(new(reader.LineNumber, columns, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        return rows;
    }
}
