using System.Globalization;
using NodaTime;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Period = Shiremoot.Terms.Period;

namespace Shiremoot.Economics.Files;

/// <summary>How a CSV of changes of prices on a year before is read: a column for each index.</summary>
internal sealed record PriceChangeFormat(string Title, string Source, char Separator, string Period, IReadOnlyList<(string Index, string Column)> Indices, string? Onwards, LocalDate? ForecastFrom)
{
    public static PriceChangeFormat Read(MapNode map)
    {
        (string, string)[] indices = [.. map.Pairs("indices")];
        if (indices.Length == 0) map.Fault("indices", "names no index; add lines such as 'cpi: cpi_pct', a name and the column that holds its changes in per cent.");
        LocalDate? from = null;
        if (map.TextOr("forecast_from") is { } year)
            if (Terms.Period.TryRead(year, out Period first)) from = first.From;
            else map.Fault("forecast_from", $"'{year}' cannot be read as a year or quarter.");
        return new(map.Text("title"), map.Text("source"), CostFormat.SeparatorOf(map), map.MapOr("columns")?.TextOr("period") ?? "period", indices, map.TextOr("onwards"), from);
    }

    public IEnumerable<string> MustHave => Indices.Select(i => i.Column).Prepend(Period);
}

/// <summary>Turns the rows of a table into price series. A row without a figure is a note.</summary>
internal static class PriceChangeRows
{
    public static Outcome<List<PriceSeries>> Read(IReadOnlyList<TableRow> rows, PriceChangeFormat format, string file)
    {
        FileFaults faults = new(file);
        List<PriceSeries> read = [];
        foreach ((string index, string column) in format.Indices)
        {
            Dictionary<(LocalDate, LocalDate), (Period, decimal)> changes = [];
            decimal? onwards = null;
            foreach (TableRow row in rows.Where(r => format.Indices.Any(i => r[i.Column].Length > 0)))
            {
                string label = row[format.Period], written = row[column];
                if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal percent) || percent <= -100) faults.Add(row.Line, $"'{written}' is not a change in per cent ({column}).");
                else if (label == format.Onwards) onwards = percent;
                else if (!Period.TryRead(label, out Period period)) faults.Add(row.Line, $"'{label}' cannot be read as a year or a quarter; write it as 2013, 2013/14 or 2013Q2.");
                else if (!changes.TryAdd((period.From, period.Until), (period, percent))) faults.Add(row.Line, $"{label} is there twice.");
            }
            if (changes.Count > 0) read.Add(new(index, format.Title, format.Source, changes, onwards, format.ForecastFrom));
        }
        if (read.Count == 0) faults.Add(1, "it holds no change of any year.");
        return faults.Refusal(Refusals.FileFaults) is { } why ? why : read;
    }
}
