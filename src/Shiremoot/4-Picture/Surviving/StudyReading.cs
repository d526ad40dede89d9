using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Surviving;

/// <summary>Reads the columns a question names from any tabular file: once to see which covariates are numbers, once to keep them.</summary>
static class StudyReading
{
    public static Outcome<StudyColumns> Read(string path, SurvivalQuestion question)
    {
        if (Open(path, question, []).Refused(out Refusal? why, out Opened? opened)) return why;
        bool[] isText;
        using (opened.Reader)
        {
            isText = [.. opened.Columns.Select(c => c.IsText)];
            while (opened.MayBeText.Contains(true) && opened.Reader.Read())
                for (int c = 0; c < isText.Length; c++)
                    if (!isText[c] && opened.MayBeText[c] && opened.Reader.Field(opened.Columns[c].At) is var field) isText[c] = !CodedColumn.IsMissing(field) && !CodedColumn.TryNumber(field, out _);
        }
        if (Open(path, question, isText).Refused(out why, out opened)) return why;
        using (opened.Reader) return Kept(Path.GetFileName(path), opened);
    }

    private static Outcome<StudyColumns> Kept(string file, Opened opened)
    {
        TableReader reader = opened.Reader;
        string? firstBad = null;
        while (reader.Read())
        {
            if (reader.IsBad)
            {
                firstBad ??= $"line {reader.Line:N0}: {reader.Fault.Reason}";
                continue;
            }
            foreach (CodedColumn column in opened.Columns)
                if (!column.Take(reader.Field(column.At))) return SurvivalRefusals.NotANumber(file, reader.Line, column.Name, "not a number");
        }
        if (reader.Stopped is { } stopped) return stopped;
        if (reader.BadRows > 0) return SurvivalRefusals.BadRows(file, reader.BadRows, firstBad!);
        return reader.Rows == 0 ? SurvivalRefusals.NoRows() : new StudyColumns(file, (int)reader.Rows, opened.Columns);
    }

    private static Outcome<Opened> Open(string path, SurvivalQuestion q, bool[] isText)
    {
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        List<(string Option, string Name, bool IsText, bool MayBe)> asked = [("--time", q.Time, false, false), ("--event", q.Event, true, false)];
        if (q.Entry is not null) asked.Add(("--entry", q.Entry, false, false));
        foreach ((string option, string? name) in (ReadOnlySpan<(string, string?)>)[("--by", q.By), ("--strata", q.Strata), ("--cluster", q.Cluster)])
            if (name is not null) asked.Add((option, name, true, false));
        foreach (string name in q.Covariates) asked.Add(("--covariates", name, q.Levels.Contains(name, StringComparer.OrdinalIgnoreCase), true));
        List<CodedColumn> columns = [];
        foreach ((string option, string name, bool text, bool mayBe) in asked)
        {
            int at = Find(reader.Headers, name);
            if (at < 0) why ??= SurvivalRefusals.NoSuchColumn(Path.GetFileName(path), option, name, reader.Headers);
            else if (mayBe && columns.Any(c => c.At == at && asked[columns.IndexOf(c)].Option is not ("--by" or "--cluster"))) why ??= SurvivalRefusals.ColumnTwice(name);
            columns.Add(new(at < 0 ? name : reader.Headers[at], at, isText.Length > 0 ? isText[columns.Count] : text));
        }
        foreach (string name in q.Levels.Concat(q.References.Keys))
            if (!q.Covariates.Contains(name, StringComparer.OrdinalIgnoreCase)) why ??= SurvivalRefusals.NoSuchColumn("The list of covariates", "--levels or --reference", name, q.Covariates);
        if (why is null) return new Opened(reader, columns, [.. asked.Select(a => a.MayBe)]);
        reader.Dispose();
        return why;
    }

    private static int Find(IReadOnlyList<string> headers, string name)
    {
        for (int c = 0; c < headers.Count; c++)
            if (string.Equals(headers[c], name.Trim(), StringComparison.OrdinalIgnoreCase)) return c;
        return -1;
    }

    private sealed record Opened(TableReader Reader, List<CodedColumn> Columns, bool[] MayBeText);
}

/// <summary>The columns of a question, in the order it names them: time, event, entry, by, strata, cluster, covariates.</summary>
sealed record StudyColumns(string File, int Rows, List<CodedColumn> Columns);
