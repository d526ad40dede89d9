using Shiremoot.Terms;

namespace Shiremoot.Picture.Surviving;

/// <summary>Turns the columns of a file into times, groups and covariates, leaving out rows that miss any.</summary>
static class StudyRows
{
    private const int MostGroups = 50, MostLevels = 100;

    private static readonly string[] Nothing = ["0", "no", "n", "false", "f", "none", "censored"], Something = ["1", "yes", "y", "true", "t"];

    public static Outcome<SurvivalRows> Of(StudyColumns read, SurvivalQuestion q)
    {
        List<CodedColumn> columns = read.Columns;
        CodedColumn time = columns[0], happened = columns[1];
        int next = 2;
        CodedColumn? entry = q.Entry is null ? null : columns[next++], by = q.By is null ? null : columns[next++], strata = q.Strata is null ? null : columns[next++], cluster = q.Cluster is null ? null : columns[next++];
        CodedColumn[] covariates = [.. columns.Skip(next)];

        if (Causes(happened, q).Refused(out Refusal? why, out (string[] Names, int[] Of) causes)) return why;
        if (q.Until is { } until)
            for (int r = 0; r < read.Rows; r++)
                if (time.IsMissingIn(r) && !happened.IsMissingIn(r) && causes.Of[happened.Codes[r]] == 0) time.Numbers[r] = until;
        int[] kept = [.. Enumerable.Range(0, read.Rows).Where(r => !columns.Exists(c => c.IsMissingIn(r)))];
        (string, int)[] leftOut = [.. columns.DistinctBy(c => c.At).Select(c => (c.Name, Enumerable.Range(0, read.Rows).Count(c.IsMissingIn))).Where(c => c.Item2 > 0)];
        if (kept.Length == 0) return SurvivalRefusals.AllMissing(read.File, [.. leftOut.Select(c => $"'{c.Item1}'")]);

        double[] Numbers(CodedColumn column) => [.. kept.Select(r => column.Numbers[r])];
        (string[] groups, int[] group) = by is null ? (["everyone"], new int[kept.Length]) : Coded(by, kept);
        if (groups.Length > MostGroups) return SurvivalRefusals.TooManyLevels(by!.Name, groups.Length, MostGroups);
        (string[] strataNames, int[]? stratum) = strata is null ? ([], null) : Coded(strata, kept);
        if (Covariates(covariates, kept, q).Refused(out why, out (ModelColumns? Columns, List<(string, string)> References) model)) return why;
        TimesToEvent times = new(Numbers(time), [.. kept.Select(r => causes.Of[happened.Codes[r]])]) { Entry = entry is null ? null : Numbers(entry) };
        return new SurvivalRows(read.File, read.Rows, leftOut, times, causes.Names, groups, group, stratum, strataNames, cluster is null ? null : Coded(cluster, kept).Row, model.Columns, model.References);
    }

    // Which of the column's texts are events, and which number each text stands for: 0 for nothing.
    private static Outcome<(string[] Names, int[] Of)> Causes(CodedColumn happened, SurvivalQuestion q)
    {
        (string[] texts, int[] place) = happened.InOrder();
        bool IsNothing(string text) => Nothing.Contains(text, StringComparer.OrdinalIgnoreCase);
        string[] events;
        if (q.EventValue is { } value)
        {
            if (!texts.Contains(value, StringComparer.Ordinal)) return SurvivalRefusals.NoSuchLevel(happened.Name, value, texts);
            events = q.Competing ? [value, .. texts.Where(t => t != value && !IsNothing(t))] : [value];
        }
        else if (q.Competing) events = [.. texts.Where(t => !IsNothing(t))];
        else if (!Array.TrueForAll(texts, t => IsNothing(t) || Something.Contains(t, StringComparer.OrdinalIgnoreCase))) return SurvivalRefusals.EventNotToldApart(happened.Name, texts);
        else events = [.. texts.Where(t => !IsNothing(t))];
        if (events.Length == 0) return SurvivalRefusals.NoEvents();
        if (events.Length > MostGroups) return SurvivalRefusals.TooManyLevels(happened.Name, events.Length, MostGroups);
        int[] of = [.. place.Select(p => 1 + Array.IndexOf(events, texts[p]))];
        return q.Competing || q.EventValue is not null ? (events, of) : ([happened.Name], [.. of.Select(o => Math.Min(o, 1))]);
    }

    private static (string[] Names, int[] Row) Coded(CodedColumn column, int[] kept)
    {
        (string[] texts, int[] place) = column.InOrder();
        bool[] present = new bool[texts.Length];
        foreach (int row in kept) present[place[column.Codes[row]]] = true;
        int[] number = new int[texts.Length];
        for (int k = 1; k < number.Length; k++) number[k] = number[k - 1] + (present[k - 1] ? 1 : 0);
        return ([.. texts.Where((_, k) => present[k])], [.. kept.Select(r => number[place[column.Codes[r]]])]);
    }

    private static Outcome<(ModelColumns? Columns, List<(string, string)> References)> Covariates(CodedColumn[] columns, int[] kept, SurvivalQuestion q)
    {
        List<string> names = [];
        List<double[]> values = [];
        List<(string, string)> references = [];
        foreach (CodedColumn column in columns)
        {
            if (!column.IsText)
            {
                names.Add(column.Name);
                values.Add([.. kept.Select(r => column.Numbers[r])]);
                continue;
            }
            (string[] levels, int[] row) = Coded(column, kept);
            if (levels.Length > MostLevels) return SurvivalRefusals.TooManyLevels(column.Name, levels.Length, MostLevels);
            int reference = row.CountBy(l => l).OrderByDescending(l => l.Value).ThenBy(l => l.Key).First().Key;
            if (q.References.FirstOrDefault(r => string.Equals(r.Key, column.Name, StringComparison.OrdinalIgnoreCase)).Value is { } named && (reference = Array.IndexOf(levels, named)) < 0)
                return SurvivalRefusals.NoSuchLevel(column.Name, named, levels);
            references.Add((column.Name, levels[reference]));
            for (int l = 0; l < levels.Length; l++)
            {
                if (l == reference && levels.Length > 1) continue;
                names.Add($"{column.Name}: {levels[l]}");
                values.Add([.. row.Select(own => own == l ? 1.0 : 0)]);
            }
        }
        return (names.Count == 0 ? null : new ModelColumns(names, [.. values]), references);
    }
}
