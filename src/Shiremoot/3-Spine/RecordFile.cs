using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Reads the records of tabular files (delimited text, packed or not, or workbooks) into columns, by the fields of a model.</summary>
public static class RecordFile
{
    private const int MostRecords = 250_000_000, RowsToGuessBy = 20_000;

    /// <summary>Reads the files one after another. Each is a source, unless the model names a column that says the source.</summary>
    /// <param name="paths">One file or several.</param>
    /// <param name="model">What to read: its fields, and the columns of id and source.</param>
    /// <param name="progress">Told the rows so far.</param>
    public static Outcome<RecordTable> Read(IReadOnlyList<string> paths, LinkModel model, Action<long>? progress = null)
    {
        RecordBuilding building = new(model);
        if (paths.GroupBy(Path.GetFullPath).FirstOrDefault(g => g.Count() > 1) is { } twice) return Refusals.FileTwice(Path.GetFileName(twice.Key));
        foreach (string path in paths)
            if (Read(path, SourceOf(path, paths), model, building, progress) is { } why) return why;
        return building.Finish(paths.Count == 1 ? Path.GetFileName(paths[0]) : "the files");
    }

    // A file goes by its name without the last ending; of two of one name, with their folders'.
    private static string SourceOf(string path, IReadOnlyList<string> paths)
    {
        string Name(string one) => Path.GetFileNameWithoutExtension(Path.GetFileName(one));
        string WithFolder(string one) => $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(one)))}-{Name(one)}";
        if (paths.Count(p => Name(p) == Name(path)) == 1) return Name(path);
        return paths.Count(p => WithFolder(p) == WithFolder(path)) == 1 ? WithFolder(path) : Path.GetFullPath(path);
    }

    private static Refusal? Read(string path, string named, LinkModel model, RecordBuilding building, Action<long>? progress)
    {
        string name = Path.GetFileName(path);
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            if (reader.Headers.Count == 0) return Refusals.NoRecords(name);
            if (Columns(name, reader.Headers, model).Refused(out why, out int[][]? columns)) return why;
            int id = model.IdColumn is { } idColumn ? Find(reader.Headers, idColumn) : -1, source = model.SourceColumn is { } sourceColumn ? Find(reader.Headers, sourceColumn) : -1;
            if (model.IdColumn is { } wanted && id < 0) return Refusals.NoSuchColumn(name, wanted, "record_id", reader.Headers);
            int fileSource = source < 0 ? building.Source(named) : 0;
            string? firstFault = null;
            while (reader.Read())
            {
                if (reader.IsBad)
                {
                    firstFault ??= $"line {reader.Line:N0}: {reader.Fault.Reason}";
                    continue;
                }
                if (building.Count == MostRecords) return Refusals.TooManyRecords(MostRecords);
                building.Add(reader, columns, id, source < 0 ? fileSource : building.Source(reader.Field(source)), reader.Rows);
                if ((building.Count & 0xFFFF) == 0) progress?.Invoke(building.Count);
                if (reader.Rows == RowsToGuessBy && reader.BytesTotal is { } bytes && reader.BytesRead > 0) building.Expect((long)((double)bytes / reader.BytesRead * RowsToGuessBy));
            }
            if (reader.Stopped is { } stopped) return Refusals.FileStopped(name, stopped);
            return reader.BadRows > 0 ? Refusals.TooManyBadRows(name, reader.BadRows, reader.Rows, firstFault!) : null;
        }
    }

    // For each field of the model that is read from columns, the columns of the file that it names.
    private static Outcome<int[][]> Columns(string file, IReadOnlyList<string> headers, LinkModel model)
    {
        int[][] columns = new int[model.Fields.Count][];
        for (int f = 0; f < columns.Length; f++)
        {
            LinkField field = model.Fields[f];
            columns[f] = [.. field.From.Select(c => Find(headers, c)).Where(c => c >= 0)];
            if (columns[f].Length == 0 && field.Join.Count == 0) return Refusals.NoSuchColumn(file, string.Join("' or '", field.From), field.Name, headers);
        }
        return columns;
    }

    internal static int Find(IReadOnlyList<string> headers, string name)
    {
        for (int c = 0; c < headers.Count; c++)
            if (string.Equals(headers[c], name, StringComparison.OrdinalIgnoreCase)) return c;
        return -1;
    }
}
