using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>Reads a panel of any tabular file: all faults of its rows at once, each with its line.</summary>
static class PanelReading
{
    public static Outcome<PanelRows> Read(string path, DifferenceQuestion q)
    {
        List<(string, string)> asked = [("--outcome", q.Outcome), ("--unit", q.Unit), ("--period", q.Period), ("--treated", q.Treated)];
        if (q.Weight is not null) asked.Add(("--weight", q.Weight));
        if (FigureTable.Read(path, asked).Refused(out Refusal? why, out FigureTable? table)) return why;
        List<string> faults = [.. table.Faults];
        for (int r = 0; r < table.Rows; r++)
            if (table.IsMissing(r, q.Unit) || table.IsMissing(r, q.Period)) faults.Add($"{table.File}:{table.Lines[r]}: there is no {(table.IsMissing(r, q.Unit) ? q.Unit : q.Period)}.");
        if (faults.Count > 0) return PolicyRefusals.FileFaults(table.File, faults);
        if (table.Rows == 0) return PolicyRefusals.FewUnits(table.File, 0);

        if (PeriodOrder.Of(table.File, [.. Enumerable.Range(0, table.Rows).Select(r => table.Text(r, q.Period))]).Refused(out why, out PeriodOrder? order)) return why;
        string[] units = [.. Enumerable.Range(0, table.Rows).Select(r => table.Text(r, q.Unit)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var labels = new SortedDictionary<int, string>();
        for (int r = 0; r < table.Rows; r++) labels.TryAdd(order.At(table.Text(r, q.Period))!.Value, table.Text(r, q.Period));
        int[] places = [.. labels.Keys];
        int? start = q.From is null ? null : order.FirstFrom(q.From);
        if (q.From is not null && start is null) return PolicyRefusals.From(q.From, labels.Values);

        PanelCells cells = new(table, q, units.Length, places.Length);
        Dictionary<string, int> unitOf = units.Index().ToDictionary(u => u.Item, u => u.Index, StringComparer.Ordinal);
        for (int r = 0; r < table.Rows; r++) cells.Take(r, unitOf[table.Text(r, q.Unit)], Array.BinarySearch(places, order.At(table.Text(r, q.Period))!.Value));
        int[] from = cells.From(units, start is { } s ? Array.FindIndex(places, p => p >= s) : null);
        if (cells.Faults.Count > 0) return PolicyRefusals.FileFaults(table.File, cells.Faults);
        if (start is not null && Array.TrueForAll(places, p => p < start)) return PolicyRefusals.NoneSince(table.File, q.From!);
        if (start is not null && places[0] >= start) return PolicyRefusals.NoneBefore(table.File);
        return new PanelRows(table.File, units, [.. labels.Values], cells.Outcome, from) { Weight = cells.Weights };
    }
}
