using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>Reads a series of any tabular file: all faults of its rows at once, each with its line.</summary>
static class InterruptedReading
{
    public static Outcome<InterruptedRows> Read(string path, InterruptedQuestion q)
    {
        bool isCount = q.IsCount || q.Offset is not null || q.CompareOffset is not null;
        List<(string Option, string Column)> asked = [("--outcome", q.Outcome), ("--time", q.Time)];
        foreach ((string option, string? column) in (ReadOnlySpan<(string, string?)>)[("--offset", q.Offset), ("--compare", q.Compare), ("--compare-offset", q.CompareOffset)])
            if (column is not null && !(option == "--compare-offset" && column == q.Offset)) asked.Add((option, column));
        if (FigureTable.Read(path, asked).Refused(out Refusal? why, out FigureTable? table)) return why;
        List<string> faults = [.. table.Faults];
        for (int r = 0; r < table.Rows; r++)
        {
            if (table.IsMissing(r, q.Time)) faults.Add($"{table.File}:{table.Lines[r]}: there is no {q.Time}.");
            foreach (string? column in (string?[])[q.Outcome, q.Compare, q.Offset, q.CompareOffset])
                if (column is not null && Fault(table, r, column, column == q.Offset || column == q.CompareOffset, isCount) is { } fault) faults.Add($"{table.File}:{table.Lines[r]}: {fault}.");
        }
        if (faults.Count > 0) return PolicyRefusals.FileFaults(table.File, faults);
        if (table.Rows == 0) return PolicyRefusals.FewPeriods(table.File, 0, 0, Segments.Width(q.Season));
        if (PeriodOrder.Of(table.File, [.. Enumerable.Range(0, table.Rows).Select(r => table.Text(r, q.Time))]).Refused(out why, out PeriodOrder? order)) return why;
        return Ordered(table, order, q);
    }

    private static Outcome<InterruptedRows> Ordered(FigureTable table, PeriodOrder order, InterruptedQuestion q)
    {
        int inYear = q.Season switch { SeriesSeason.Months => 12, SeriesSeason.Quarters => 4, _ => 0 };
        if (inYear > 0 && order.IsDated && order.PeriodsAYear != inYear) return PolicyRefusals.Season(table.File, inYear == 12 ? "months" : "quarters", order.PeriodsAYear switch { 12 => "months", 4 => "quarters", 1 => "years", _ => "other stretches of time" });
        (int Row, int At)[] sorted = [.. Enumerable.Range(0, table.Rows).Select(r => (r, order.At(table.Text(r, q.Time))!.Value)).OrderBy(r => r.Value)];
        string[] twice = [.. sorted.Zip(sorted.Skip(1)).Where(p => p.First.At == p.Second.At).Select(p => $"{table.File}:{table.Lines[p.Second.Row]}: {table.Text(p.Second.Row, q.Time)} stands in line {table.Lines[p.First.Row]} already.")];
        if (twice.Length > 0) return PolicyRefusals.FileFaults(table.File, twice);
        if (order.FirstFrom(q.From) is not { } from) return PolicyRefusals.From(q.From, sorted.Select(s => table.Text(s.Row, q.Time)));
        if (sorted[0].At >= from) return PolicyRefusals.NoneBefore(table.File);
        if (sorted[^1].At < from) return PolicyRefusals.NoneSince(table.File, q.From);
        double[]? Numbers(string? column) => column is null ? null : [.. sorted.Select(s => table.TryNumber(s.Row, column, out double number) ? number : double.NaN)];
        int[] at = [.. sorted.Select(s => s.At)];
        return new InterruptedRows(table.File, [.. sorted.Select(s => table.Text(s.Row, q.Time))], at, inYear == 0 ? [] : [.. at.Select(a => order.Season(a, inYear))], Numbers(q.Outcome)!, from)
        {
            Exposure = Numbers(q.Offset),
            Compare = Numbers(q.Compare),
            CompareExposure = Numbers(q.CompareOffset),
        };
    }

    private static string? Fault(FigureTable table, int row, string column, bool isExposure, bool isCount)
    {
        if (!table.TryNumber(row, column, out double number)) return $"'{table.Text(row, column)}' of {column} is not a number";
        if (double.IsNaN(number)) return null;
        if (isExposure && !(number > 0)) return $"'{table.Text(row, column)}' of {column} is not above 0";
        return isCount && !isExposure && number < 0 ? $"'{table.Text(row, column)}' of {column} is below 0, and counts are asked for" : null;
    }
}
