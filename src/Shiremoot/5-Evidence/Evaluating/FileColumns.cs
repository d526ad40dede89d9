using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Evaluating;

/// <summary>The columns a question names, read from any tabular file: once to see which covariates are numbers, once to keep them.</summary>
sealed class FileColumns
{
    public required string File { get; init; }

    public int Rows { get; private set; }

    public required CodedColumn Treated { get; init; }

    public required CodedColumn Outcome { get; init; }

    public required CodedColumn? Time { get; init; }

    public required CodedColumn? Unless { get; init; }

    public required IReadOnlyList<CodedColumn> Covariates { get; init; }

    public required IReadOnlyList<CodedColumn> Exact { get; init; }

    public IEnumerable<CodedColumn> All => [Treated, Outcome, .. Time is null ? (CodedColumn[])[] : [Time], .. Unless is null ? (CodedColumn[])[] : [Unless], .. Covariates, .. Exact];

    public static Outcome<FileColumns> Read(string path, EvaluationQuestion q)
    {
        if (Open(path, q, null).Refused(out Refusal? why, out (TableReader Reader, FileColumns Columns) opened)) return why;
        bool[] isText;
        using (opened.Reader)
        {
            IReadOnlyList<CodedColumn> covariates = opened.Columns.Covariates;
            isText = [.. covariates.Select(c => c.IsText)];
            while (isText.Contains(false) && opened.Reader.Read())
                for (int c = 0; c < isText.Length; c++)
                    if (!isText[c] && opened.Reader.Field(covariates[c].At) is var field) isText[c] = !CodedColumn.IsMissing(field) && !CodedColumn.TryNumber(field, out _);
        }
        if (Open(path, q, isText).Refused(out why, out opened)) return why;
        using (opened.Reader) return opened.Columns.Fill(opened.Reader) is { } wrong ? wrong : opened.Columns;
    }

    private Refusal? Fill(TableReader reader)
    {
        CodedColumn[] all = [.. All];
        string? firstBad = null;
        while (reader.Read())
        {
            if (reader.IsBad)
            {
                firstBad ??= $"line {reader.Line:N0}: {reader.Fault.Reason}";
                continue;
            }
            foreach (CodedColumn column in all)
                if (!column.Take(reader.Field(column.At))) return EvaluationRefusals.NotANumber(File, reader.Line, column.Name);
        }
        if (reader.Stopped is { } stopped) return stopped;
        if (reader.BadRows > 0) return EvaluationRefusals.BadRows(File, reader.BadRows, firstBad!);
        Rows = (int)reader.Rows;
        return null;
    }

    private static Outcome<(TableReader Reader, FileColumns Columns)> Open(string path, EvaluationQuestion q, bool[]? isText)
    {
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        string file = Path.GetFileName(path);
        HashSet<int> used = [];
        CodedColumn Column(string option, string name, bool text, bool once = true)
        {
            int at = -1;
            for (int c = 0; c < reader.Headers.Count && at < 0; c++)
                if (string.Equals(reader.Headers[c], name.Trim(), StringComparison.OrdinalIgnoreCase)) at = c;
            if (at < 0) why ??= EvaluationRefusals.NoSuchColumn(file, option, name, reader.Headers);
            else if (once && !used.Add(at)) why ??= EvaluationRefusals.ColumnTwice(reader.Headers[at]);
            return new(at < 0 ? name : reader.Headers[at], at, text);
        }
        FileColumns columns = new()
        {
            File = file,
            Treated = Column("--treated", q.Treated, true),
            Outcome = Column("--outcome", q.Outcome, true),
            Time = q.Time is null ? null : Column("--time", q.Time, false),
            Unless = q.Unless is null ? null : Column("--unless", q.Unless, true),
            Covariates = [.. q.Covariates.Select((name, c) => Column("--covariates", name, isText?[c] ?? q.Levels.Contains(name, StringComparer.OrdinalIgnoreCase)))],
            Exact = [.. q.Exact.Select(name => Column("--exact", name, true, once: false))],
        };
        foreach (CodedColumn exact in columns.Exact)
            if (exact.At == columns.Treated.At || exact.At == columns.Outcome.At) why ??= EvaluationRefusals.ColumnTwice(exact.Name);
        foreach (string name in q.Levels)
            if (!q.Covariates.Contains(name, StringComparer.OrdinalIgnoreCase)) why ??= EvaluationRefusals.NoSuchColumn("The list of covariates", "--levels", name, q.Covariates);
        if (why is null) return (reader, columns);
        reader.Dispose();
        return why;
    }
}
