using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Evaluating;

/// <summary>Turns the columns of a file into people to compare, leaving out and counting rows that miss anything asked for.</summary>
static class RowsReading
{
    private const int MostLevels = 100;

    private static readonly string[] No = ["0", "no", "n", "false", "f"], Yes = ["1", "yes", "y", "true", "t"];

    public static Outcome<EvaluationRows> Of(string path, EvaluationQuestion q)
    {
        if (q.Covariates.Count == 0) return EvaluationRefusals.NoCovariates();
        if (FileColumns.Read(path, q).Refused(out Refusal? why, out FileColumns? read)) return why;
        CodedColumn[] all = [.. read.All.DistinctBy(c => (c.At, c.IsText))];
        (string, int)[] leftOut = [.. read.All.DistinctBy(c => c.At).Select(c => (c.Name, c.MissingRows)).Where(c => c.MissingRows > 0)];
        int[] kept = [.. Enumerable.Range(0, read.Rows).Where(r => !Array.Exists(all, c => c.IsMissingIn(r)))];
        if (kept.Length == 0) return EvaluationRefusals.NoRows(read.File, [.. leftOut.Select(c => c.Item1)]);

        if (TreatedOf(read.Treated, q.TreatedValue).Refused(out why, out bool[]? means)) return why;
        bool[] treated = [.. kept.Select(r => means[read.Treated.Codes[r]])];
        int mine = treated.Count(t => t);
        if (mine == 0 || mine == kept.Length) return EvaluationRefusals.AllTreated(read.Treated.Name, mine > 0);
        if (mine < 2 || kept.Length - mine < 2) return EvaluationRefusals.NoSpread(read.File);
        if (OutcomeOf(read.Outcome, kept, q).Refused(out why, out (double[] Values, OutcomeKind Kind) outcome)) return why;
        if (read.Unless is { } unless && !unless.Texts.TrueForAll(t => IsOf(No, t) || IsOf(Yes, t))) return EvaluationRefusals.NotOfKind(unless.Name, "binary");
        if (CovariatesOf(read.Covariates, kept).Refused(out why, out CovariateColumns? covariates)) return why;
        return new EvaluationRows(read.File, read.Rows, leftOut, [.. kept.Select(r => r + 1)], treated, covariates.Model, outcome.Values, outcome.Kind)
        {
            Shown = covariates.Shown,
            References = covariates.References,
            Stratum = read.Exact.Count == 0 ? null : StratumOf(read.Exact, kept),
            Time = read.Time is null ? null : [.. kept.Select(r => read.Time.Numbers[r])],
            Ended = read.Unless is null ? null : [.. kept.Select(r => IsOf(Yes, read.Unless.Texts[read.Unless.Codes[r]]))],
            TreatedLeftOut = Enumerable.Range(0, read.Rows).Count(r => !read.Treated.IsMissingIn(r) && means[read.Treated.Codes[r]]) - mine,
        };
    }

    private static Outcome<bool[]> TreatedOf(CodedColumn column, string? value)
    {
        if (value is not null && !column.Texts.Contains(value)) return EvaluationRefusals.NoSuchValue(column.Name, value);
        if (value is not null) return (bool[])[.. column.Texts.Select(t => t == value)];
        return column.Texts.TrueForAll(t => IsOf(No, t) || IsOf(Yes, t)) ? (bool[])[.. column.Texts.Select(t => IsOf(Yes, t))] : EvaluationRefusals.TreatedNotTold(column.Name, column.Texts.Count);
    }

    private static Outcome<(double[] Values, OutcomeKind Kind)> OutcomeOf(CodedColumn column, int[] kept, EvaluationQuestion q)
    {
        bool isYesNo = column.Texts.TrueForAll(t => IsOf(No, t) || IsOf(Yes, t));
        double[] means = new double[column.Texts.Count];
        bool isNumber = true;
        for (int k = 0; k < means.Length; k++)
            if (isYesNo) means[k] = IsOf(Yes, column.Texts[k]) ? 1 : 0;
            else isNumber &= double.TryParse(column.Texts[k], NumberStyles.Float, CultureInfo.InvariantCulture, out means[k]) && double.IsFinite(means[k]);
        if (!isNumber) return EvaluationRefusals.OutcomeNotTold(column.Name);
        bool isCount = Array.TrueForAll(means, m => m >= 0 && m == Math.Floor(m));
        OutcomeKind kind = q.Time is not null ? OutcomeKind.Time : q.Kind ?? (isYesNo ? OutcomeKind.Binary : isCount ? OutcomeKind.Count : OutcomeKind.Number);
        bool fits = kind switch { OutcomeKind.Binary or OutcomeKind.Time => isYesNo, OutcomeKind.Count => isCount, _ => true };
        if (!fits || (q.Time is not null && q.Kind is not (null or OutcomeKind.Time)) || (q.Time is null && kind == OutcomeKind.Time)) return EvaluationRefusals.NotOfKind(column.Name, (q.Kind ?? kind).ToString().ToLowerInvariant());
        double[] values = [.. kept.Select(r => means[column.Codes[r]])];
        return Array.TrueForAll(values, v => v == values[0]) ? EvaluationRefusals.OutcomeNeverDiffers(column.Name) : (values, kind);
    }

    private static Outcome<CovariateColumns> CovariatesOf(IReadOnlyList<CodedColumn> columns, int[] kept)
    {
        CovariateColumns made = new();
        foreach (CodedColumn column in columns)
        {
            if (!column.IsText)
            {
                made.Add(column.Name, [.. kept.Select(r => column.Numbers[r])]);
                continue;
            }
            (string[] texts, int[] place) = column.InOrder();
            int[] row = [.. kept.Select(r => place[column.Codes[r]])], present = [.. row.Distinct().Order()];
            if (present.Length > MostLevels) return EvaluationRefusals.TooManyLevels(column.Name, present.Length, MostLevels);
            made.Add(column.Name, row, present, level => texts[level]);
        }
        return made;
    }

    private static int[] StratumOf(IReadOnlyList<CodedColumn> columns, int[] kept)
    {
        int[] stratum = new int[kept.Length];
        foreach (CodedColumn column in columns)
        {
            Dictionary<(int, int), int> number = [];
            for (int k = 0; k < kept.Length; k++)
            {
                (int, int) both = (stratum[k], column.Codes[kept[k]]);
                stratum[k] = number.TryGetValue(both, out int known) ? known : number[both] = number.Count;
            }
        }
        return stratum;
    }

    private static bool IsOf(string[] words, string text) => words.Contains(text, StringComparer.OrdinalIgnoreCase);
}
