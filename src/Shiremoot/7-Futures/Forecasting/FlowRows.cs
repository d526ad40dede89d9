using System.Globalization;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Forecasting;

/// <summary>A file of flows as text, and its table once every cell has been found good. All faults are told at once, each with its line.</summary>
sealed class FlowRows(string file, IReadOnlyList<string> headers, IReadOnlyList<string[]> rows, IReadOnlyList<long> lines, List<string> faults)
{
    private const int MostRows = 4_000, MostColumns = 400, MostFaults = 200;

    public static Outcome<FlowRows> Of(string file, TableReader reader)
    {
        if (reader.Headers.Count > MostColumns) return FlowRefusals.TooLarge(file, "columns", MostColumns);
        List<string[]> rows = [];
        List<long> lines = [];
        List<string> faults = [];
        while (reader.Read())
        {
            if (rows.Count == MostRows) return FlowRefusals.TooLarge(file, "rows", MostRows);
            if (reader.IsBad)
            {
                faults.Add($"{file}:{reader.Line}: {reader.Fault.Reason}");
                continue;
            }
            string[] row = new string[reader.Headers.Count];
            for (int c = 0; c < row.Length; c++) row[c] = c < reader.FieldCount ? Encoding.UTF8.GetString(reader.Field(c)).Trim() : "";
            rows.Add(row);
            lines.Add(reader.Line);
        }
        return reader.Stopped is { } stopped ? stopped : new FlowRows(file, reader.Headers, rows, lines, faults);
    }

    public Outcome<FlowTable> ToTable(FlowModel? model)
    {
        // A column whose every cell is a quarter; or, so that one bad cell is told as such, one whose name or first cell says so.
        int quarter = model?.Quarter is { } named ? Column(named)
            : Enumerable.Range(0, headers.Count).Where(c => rows.Any(r => QuarterLabel.At(r[c]) is not null)).OrderByDescending(c => rows.Count(r => QuarterLabel.At(r[c]) is not null)).FirstOrDefault(-1);
        if (quarter < 0) return model?.Quarter is { } missing ? FlowRefusals.NoColumn(file, missing, headers) : FlowRefusals.NoQuarters(file, headers);
        if (Series(quarter, model).Refused(out Refusal? why, out (IReadOnlyList<SeriesSpec> Series, IReadOnlyList<ColumnLeftOut> LeftOut) chosen)) return why;
        int?[] at = [.. rows.Select(r => QuarterLabel.At(r[quarter]))];
        InOrder(quarter, at);
        double[][] values = [.. chosen.Series.Select(s => Numbers(Column(s.Column)))];
        if (faults.Count > 0) return FlowRefusals.FileFaults(file, faults);
        if (rows.Count < 2) return FlowRefusals.FewQuarters(file, rows.Count, FlowRules.LeastQuarters);
        return new FlowTable(file, [.. rows.Select(r => r[quarter])], at[0]!.Value, chosen.Series, values, chosen.LeftOut);
    }

    private Outcome<(IReadOnlyList<SeriesSpec>, IReadOnlyList<ColumnLeftOut>)> Series(int quarter, FlowModel? model)
    {
        if (model is null)
        {
            List<SeriesSpec> every = [];
            List<ColumnLeftOut> none = [];
            for (int c = 0; c < headers.Count; c++)
                if (c == quarter) continue;
                else if (rows.Any(r => Number(r[c]) is not null)) every.Add(new(headers[c], headers[c], "", SeriesKind.Flow, [], []));
                else none.Add(new(headers[c], "It holds no number."));
            return every.Count > 0 ? (every, none) : FlowRefusals.NoSeries(file);
        }
        foreach (string named in model.Series.Select(s => s.Column).Concat(model.LeftOut.Select(l => l.Column)))
            if (Column(named) < 0) return FlowRefusals.NoColumn(file, named, headers);
        HashSet<int> said = [quarter, .. model.Series.Select(s => Column(s.Column)), .. model.LeftOut.Select(l => Column(l.Column))];
        string[] unsaid = [.. Enumerable.Range(0, headers.Count).Where(c => !said.Contains(c)).Select(c => headers[c])];
        return unsaid.Length > 0 ? FlowRefusals.Unsaid(file, unsaid) : (model.Series, model.LeftOut);
    }

    private void InOrder(int quarter, int?[] at)
    {
        Dictionary<int, int> seen = [];
        int? last = null;
        for (int r = 0; r < at.Length; r++)
        {
            if (at[r] is not { } here)
            {
                Fault(r, $"'{rows[r][quarter]}' under '{headers[quarter]}' is no quarter; write 2018Q2, or the month it ends in, 2018-06.");
                last = null;
                continue;
            }
            if (!seen.TryAdd(here, r)) Fault(r, $"the quarter {rows[r][quarter]} stands in line {lines[seen[here]]} already; keep one row a quarter. Months must be added up first.");
            else if (last is { } before && here < before) Fault(r, $"the quarter {rows[r][quarter]} comes after a later one; put rows in order of time.");
            else if (last is { } earlier && here > earlier + 1) Fault(r, $"{here - earlier - 1} {(here - earlier == 2 ? "quarter is" : "quarters are")} missing before {rows[r][quarter]}; add {(here - earlier == 2 ? "it" : "them")}, or begin the file after the gap.");
            last = here;
        }
    }

    private double[] Numbers(int column)
    {
        double[] values = new double[rows.Count];
        for (int r = 0; r < values.Length; r++)
        {
            string cell = rows[r][column];
            if (Number(cell) is not { } value) Fault(r, cell.Length == 0 ? $"there is no number under '{headers[column]}'; fill it in, or leave the column out by a model." : $"'{cell}' under '{headers[column]}' is not a number; write digits with a point, and no marks or words.");
            else if (value < 0) Fault(r, $"{cell} under '{headers[column]}' is below 0, which no flow, stock or rate can be; mend it, or leave the column out by a model.");
            else values[r] = value;
        }
        return values;
    }

    private void Fault(int row, string says)
    {
        if (faults.Count < MostFaults) faults.Add($"{file}:{lines[row]}: {says}");
    }

    private int Column(string name)
    {
        for (int c = 0; c < headers.Count; c++)
            if (string.Equals(headers[c], name.Trim(), StringComparison.OrdinalIgnoreCase)) return c;
        return -1;
    }

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
