using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Files;

/// <summary>How a CSV of a price index is read.</summary>
internal sealed record DeflatorFormat(string Title, char Separator, string Year, string Index, string? Forecast, IReadOnlyDictionary<string, string> ForecastWords)
{
    public static DeflatorFormat Read(MapNode map)
    {
        MapNode? columns = map.MapOr("columns");
        return new(
            map.Text("title"), CostFormat.SeparatorOf(map), columns?.TextOr("year") ?? "year", columns?.TextOr("index") ?? "index", columns?.TextOr("forecast"),
            map.Pairs("forecast_words").ToDictionary(p => p.Key, p => p.Value));
    }

    public IEnumerable<string> MustHave => new[] { Year, Index, Forecast }.OfType<string>();
}

/// <summary>Turns the rows of a table into a deflator.</summary>
internal static class DeflatorRows
{
    public static Outcome<Deflator> Read(IReadOnlyList<TableRow> rows, DeflatorFormat format, string file)
    {
        FileFaults faults = new(file);
        Dictionary<Period, DeflatorYear> years = [];
        foreach (TableRow row in rows)
        {
            (string year, string index, string forecast) = (row[format.Year], row[format.Index], row[format.Forecast]);
            if (!Period.TryRead(year, out Period period)) faults.Add(row.Line, $"'{year}' cannot be read as a year; write it as 2013/14 or 2013.");
            else if (!decimal.TryParse(index, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) || value <= 0) faults.Add(row.Line, $"'{index}' is not an index above zero.");
            else if (!years.TryAdd(period with { Label = "" }, new(period, value, IsForecast(format, forecast)))) faults.Add(row.Line, $"the year {year} is there twice.");
        }
        if (rows.Count == 0) faults.Add(1, "the deflator has no years.");
        return faults.Refusal(Refusals.FileFaults) is { } why ? why : new Deflator(format.Title, years.Values);
    }

    private static bool IsForecast(DeflatorFormat format, string written) =>
        bool.TryParse(format.ForecastWords.GetValueOrDefault(written, written), out bool isForecast) && isForecast;
}
