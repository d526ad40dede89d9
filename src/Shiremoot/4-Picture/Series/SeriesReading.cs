using System.Data.Common;
using Dapper;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Series;

/// <summary>Reads series from a store: along the index of series and id, load by load, so that replaced loads are never touched.</summary>
static class SeriesReading
{
    private const string RowsSql =
        "SELECT id, area, period, period_from, period_until, value, numerator, denominator, unit, dimensions FROM statistic "
        + "WHERE series = @series AND id >= @first AND id < @next ORDER BY id";

    public static IReadOnlyList<SeriesLoad> ActiveLoads(IStore store)
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<(long Load, string Feed, string File, string At, string Origin)>(
                "SELECT id, feed, file_name, taken_in_at, origin FROM load WHERE status = 'active' ORDER BY id")
            .Select(l => new SeriesLoad(l.Load, l.Feed, l.File, l.At, Enum.Parse<Origin>(l.Origin, ignoreCase: true)))];
    }

    public static IReadOnlyList<string> Names(IStore store)
    {
        using DbConnection connection = store.Open();

        // A walk from name to name along the index; DISTINCT would read every row.
        List<string> names = [];
        string? last = connection.ExecuteScalar<string?>("SELECT min(series) FROM statistic");
        while (last is not null)
        {
            names.Add(last);
            last = connection.ExecuteScalar<string?>("SELECT min(series) FROM statistic WHERE series > @last", new { last });
        }
        return [.. names.Where(n => IsActive(connection, n))];
    }

    public static SeriesRows Read(IStore store, string series, IReadOnlyList<SeriesLoad> loads)
    {
        SeriesRowsBuilder rows = new();
        using DbConnection connection = store.Open();
        foreach (SeriesLoad load in loads)
        {
            int before = rows.Id.Count;
            using DbDataReader reader = connection.ExecuteReader(RowsSql, new { series, first = RowId.First(load.Load), next = RowId.First(load.Load + 1) }).AsDbReader();
            while (reader.Read()) Add(rows, reader);
            if (rows.Id.Count > before) rows.Loads.Add(load);
        }
        return new SeriesRows(series, rows);
    }

    private static DbDataReader AsDbReader(this System.Data.IDataReader reader) => (DbDataReader)reader;

    private static void Add(SeriesRowsBuilder rows, DbDataReader reader)
    {
        rows.Id.Add(reader.GetInt64(0));
        rows.Area.Add(rows.AreaNumber(reader.GetString(1)));
        rows.Period.Add(rows.PeriodNumber(reader.GetString(2), (int)reader.GetInt64(3), (int)reader.GetInt64(4)));
        rows.Value.Add(NumberAt(reader, 5));
        rows.Numerator.Add(NumberAt(reader, 6));
        rows.Denominator.Add(NumberAt(reader, 7));
        if (rows.Unit is null && !reader.IsDBNull(8)) rows.Unit = reader.GetString(8);
        rows.Set.Add(rows.SetNumber(reader.IsDBNull(9) ? "" : reader.GetString(9), DimensionText.Parse));
    }

    private static double NumberAt(DbDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);

    private static bool IsActive(DbConnection connection, string series) => connection.ExecuteScalar<long?>(
        "SELECT min(l.id) FROM load l WHERE l.status = 'active' AND EXISTS (SELECT 1 FROM statistic s WHERE s.series = @series AND s.id >= l.id * 1099511627776 AND s.id < (l.id + 1) * 1099511627776)",
        new { series }) is not null;
}
