using Microsoft.Data.Sqlite;
using Shiremoot.Picture;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Pathways;

/// <summary>Fines of an Italian town's police: what SQL counts of the same rows (SQLite: group_concat and window functions) is what the engine counts.</summary>
public sealed class TrafficFinesTests
{
    private const string Many = "road-traffic-fines/traffic_fines_10000_cases.csv.gz", Few = "road-traffic-fines/roadtraffic100traces.csv";

    [DataFact(Many)]
    public void Ten_thousand_cases_are_what_SQL_counts() => Compare(Many, "case_id", "activity", "timestamp", 34_724, 10_000);

    [DataFact(Few)]
    public void A_hundred_cases_with_offsets_are_what_SQL_counts() => Compare(Few, "case:concept:name", "concept:name", "time:timestamp", 390, 100);

    private static void Compare(string file, string caseColumn, string activityColumn, string timeColumn, int events, int cases)
    {
        EventLog log = EventLogFile.Read(TestData.File(file), new EventLogForm { Case = caseColumn, Activity = activityColumn, Time = timeColumn }).Value;
        (log.Events, log.Cases, log.Issues.Count).ShouldBe((events, cases, 0));
        PathwayPicture[] pictures = [.. new[] { 1, 2 }.Select(threads => PathwayDrawing.Draw(log, new PathwayQuestion { Threads = threads, From = "Create Fine", To = "Payment" }).Value)];
        using SqliteConnection sql = Load(file, caseColumn, activityColumn, timeColumn);

        (string, int, double)[] variants = [.. Rows(sql, """
            WITH path AS (SELECT c, group_concat(a, ' → ' ORDER BY t, n) p, max(t) - min(t) d FROM event GROUP BY c),
                 ranked AS (SELECT p, d, row_number() OVER (PARTITION BY p ORDER BY d) r, count(*) OVER (PARTITION BY p) k FROM path)
            SELECT p, k, avg(d) FROM ranked WHERE r IN ((k + 1) / 2, (k + 2) / 2) GROUP BY p
            """, r => (r.GetString(0), r.GetInt32(1), r.GetDouble(2)))];
        (string, string, int, int, double)[] moves = [.. Rows(sql, """
            WITH next AS (SELECT c, a, t, lead(a) OVER w b, lead(t) OVER w u FROM event WINDOW w AS (PARTITION BY c ORDER BY t, n))
            SELECT a, b, count(*), count(DISTINCT c), avg(u - t) FROM next WHERE b IS NOT NULL GROUP BY a, b
            """, r => (r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), r.GetDouble(4)))];
        (int, int, double)[] between = [.. Rows(sql, """
            WITH began AS (SELECT c, t, n FROM (SELECT *, row_number() OVER (PARTITION BY c ORDER BY t, n) r FROM event WHERE a = 'Create Fine') WHERE r = 1),
                 arrived AS (SELECT b.c, min(e.t) - b.t d FROM began b JOIN event e ON e.c = b.c AND e.a = 'Payment' AND (e.t > b.t OR (e.t = b.t AND e.n > b.n)) GROUP BY b.c)
            SELECT (SELECT count(*) FROM began), count(*), avg(d) FROM arrived
            """, r => (r.GetInt32(0), r.GetInt32(1), r.GetDouble(2)))];

        foreach (PathwayPicture picture in pictures)
        {
            picture.Variants.Select(v => (v.InWords(int.MaxValue), v.Cases, v.MedianSeconds)).ShouldBe(variants, ignoreOrder: true);
            picture.Variants.Last().Cumulative.ShouldBe(1, 1e-12);
            picture.Moves.Select(m => (m.From, m.To, m.Count, m.Cases, Math.Round(m.Wait.Mean, 3))).ShouldBe(moves.Select(m => (m.Item1, m.Item2, m.Item3, m.Item4, Math.Round(m.Item5, 3))), ignoreOrder: true);
            foreach (PathwayStage stage in picture.Stages)
                Rows(sql, $"SELECT count(*), count(DISTINCT c) FROM event WHERE a = '{stage.Name}'", r => (r.GetInt32(0), r.GetInt32(1))).Single().ShouldBe((stage.Events, stage.Cases));
            (picture.Between!.Began, picture.Between.Reached).ShouldBe((between[0].Item1, between[0].Item2));
            picture.Between.Time.Mean.ShouldBe(between[0].Item3, 1e-6);
        }
    }

    // The rows as a table: case, activity, seconds (SQLite's own reading of the time, offset and all) and the row's place in the file.
    private static SqliteConnection Load(string file, string caseColumn, string activityColumn, string timeColumn)
    {
        SqliteConnection sql = new("Data Source=:memory:");
        sql.Open();
        using (SqliteCommand make = sql.CreateCommand())
        {
            make.CommandText = "CREATE TABLE event (c TEXT, a TEXT, t INTEGER, n INTEGER)";
            make.ExecuteNonQuery();
        }
        using Stream raw = File.OpenRead(TestData.File(file)), plain = file.EndsWith(".gz") ? new System.IO.Compression.GZipStream(raw, System.IO.Compression.CompressionMode.Decompress) : raw;
        using StreamReader text = new(plain);
        using CsvHelper.CsvReader csv = CsvHelper.CsvReader.Create(new StringReader(text.ReadToEnd()), new CsvHelper.CsvReaderOptions());
        int[] columns = [.. new[] { caseColumn, activityColumn, timeColumn }.Select(c => csv.Headers.ToList().IndexOf(c))];
        using SqliteTransaction all = sql.BeginTransaction();
        using SqliteCommand put = sql.CreateCommand();
        put.CommandText = "INSERT INTO event VALUES ($c, $a, unixepoch($t), $n)";
        foreach (string name in (string[])["$c", "$a", "$t", "$n"]) put.Parameters.Add(new SqliteParameter(name, null));
        for (int n = 0; csv.Read(); n++)
        {
            (put.Parameters[0].Value, put.Parameters[1].Value, put.Parameters[2].Value, put.Parameters[3].Value) = (csv.GetString(columns[0]), csv.GetString(columns[1]), csv.GetString(columns[2]), n);
            put.ExecuteNonQuery();
        }
        all.Commit();
        return sql;
    }

    private static IEnumerable<T> Rows<T>(SqliteConnection sql, string query, Func<SqliteDataReader, T> row)
    {
        using SqliteCommand command = sql.CreateCommand();
        command.CommandText = query;
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) yield return row(reader);
    }
}
