using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Shiremoot.Picture;
using Shiremoot.Picture.EventLogs;
using Shiremoot.Picture.Pathways;

namespace Shiremoot.Bench;

/// <summary>Variants and network of a log in order of time: by columns, plainly with LINQ and dictionaries of text, and in SQL (SQLite in memory). All three must count the same.</summary>
static class Pathways
{
    private const ulong Seed = 1;

    private readonly record struct Taken(double Seconds, double CpuSeconds, double Megabytes);

    private readonly record struct Answer(int Variants, int MostCases, int Moves, long Times);

    public static void Run(int cases)
    {
        PathwayRows rows = PathwayRows.Make(cases, Seed);
        int threads = Environment.ProcessorCount;
        Console.WriteLine($"{rows.Case.Length:N0} events of {cases:N0} cases in order of time, {PathwayRows.Names.Length} activities, seed {Seed}, {threads} threads\n");
        EventColumns log = null!;
        Variants variants = null!;
        Network network = null!;
        Taken order = Time(() =>
        {
            (int[] first, int[] activity, long[] ticks) = CaseOrder.Of(cases, rows.Case, rows.Activity, rows.Ticks);
            for (int e = 0; e < ticks.Length; e++) ticks[e] /= TimeSpan.TicksPerSecond;
            log = new EventColumns(first, activity, EventTimes.InSeconds(ticks), PathwayRows.Names);
        });
        Taken counted = Best(() => variants = Variants.Of(log, threads)), drawn = Best(() => network = Network.Of(log, threads)), alone = Best(() => Variants.Of(log, 1));
        Answer ours = new(variants.All.Length, variants.All[0].Cases, network.Moves.Length, network.Moves.Sum(m => (long)m.Count));
        Taken all = new(order.Seconds + counted.Seconds + drawn.Seconds, order.CpuSeconds + counted.CpuSeconds + drawn.CpuSeconds, order.Megabytes + counted.Megabytes + drawn.Megabytes);
        Console.WriteLine($"{ours.Variants:N0} variants, {ours.Moves} moves\n\n| | seconds | of processor | MB allocated | times the columns (processor) |\n|---|---:|---:|---:|---:|");
        void Say(string what, Taken taken) => Console.WriteLine($"| {what} | {taken.Seconds:0.00} | {taken.CpuSeconds:0.00} | {taken.Megabytes:N0} | {taken.CpuSeconds / all.CpuSeconds:0.0} |");
        Say("columns: put in order of case and time", order);
        Say("columns: variants", counted);
        Say("columns: variants, one thread", alone);
        Say("columns: network with waits", drawn);
        Say("columns: order, variants and network", all);
        Console.WriteLine($"\nPeak memory until here, the rows among it: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB\n");
        Answer plain = default, sql = default;
        Say("LINQ and dictionaries of text", Time(() => plain = Plainly(rows)));
        if (ours != plain) throw new InvalidOperationException($"They do not agree: {ours}, {plain}.");
        using SqliteConnection store = new("Data Source=:memory:");
        store.Open();
        Say("SQLite: loading", Time(() => Load(store, rows)));
        Say("SQLite: the two queries", Time(() => sql = Ask(store)));
        if (ours != sql) throw new InvalidOperationException($"They do not agree: {ours}, {sql}.");
        Console.WriteLine("\nAll three count the same.");
    }

    // As anyone would write it.
    private static Answer Plainly(PathwayRows rows)
    {
        var events = rows.Case.Select((c, i) => (Case: $"C{c:0000000}", Activity: PathwayRows.Names[rows.Activity[i]], Time: rows.Ticks[i] / TimeSpan.TicksPerSecond)).ToList();
        var byCase = events.GroupBy(e => e.Case).Select(g => g.OrderBy(e => e.Time).ToList()).ToList();
        Dictionary<string, (int Cases, List<long> Durations)> variants = [];
        Dictionary<(string, string), List<long>> moves = [];
        foreach (var one in byCase)
        {
            string path = string.Join(" -> ", one.Select(e => e.Activity));
            if (!variants.TryGetValue(path, out var variant)) variant = (0, []);
            variant.Durations.Add(one[^1].Time - one[0].Time);
            variants[path] = (variant.Cases + 1, variant.Durations);
            for (int e = 1; e < one.Count; e++)
            {
                if (!moves.TryGetValue((one[e - 1].Activity, one[e].Activity), out List<long>? waits)) moves[(one[e - 1].Activity, one[e].Activity)] = waits = [];
                waits.Add(one[e].Time - one[e - 1].Time);
            }
        }
        double medians = variants.Values.Sum(v => Middle(v.Durations)) + moves.Values.Sum(Middle);
        return double.IsNaN(medians) ? default : new Answer(variants.Count, variants.Values.Max(v => v.Cases), moves.Count, moves.Values.Sum(m => (long)m.Count));
    }

    private static double Middle(List<long> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2.0;
    }

    private static void Load(SqliteConnection store, PathwayRows rows)
    {
        using SqliteTransaction all = store.BeginTransaction();
        using SqliteCommand put = store.CreateCommand();
        put.CommandText = "CREATE TABLE event (c INTEGER, a TEXT, t INTEGER)";
        put.ExecuteNonQuery();
        put.CommandText = "INSERT INTO event VALUES ($c, $a, $t)";
        SqliteParameter c = put.Parameters.AddWithValue("$c", 0), a = put.Parameters.AddWithValue("$a", ""), t = put.Parameters.AddWithValue("$t", 0L);
        for (int e = 0; e < rows.Case.Length; e++)
        {
            (c.Value, a.Value, t.Value) = (rows.Case[e], PathwayRows.Names[rows.Activity[e]], rows.Ticks[e] / TimeSpan.TicksPerSecond);
            put.ExecuteNonQuery();
        }
        all.Commit();
    }

    private static Answer Ask(SqliteConnection store)
    {
        (long variants, long most) = Two(store, "WITH path AS (SELECT c, group_concat(a, ' -> ' ORDER BY t) p FROM event GROUP BY c), variant AS (SELECT p, count(*) k FROM path GROUP BY p) SELECT count(*), max(k) FROM variant");
        (long moves, long times) = Two(store, "WITH next AS (SELECT a, t, lead(a) OVER w b, lead(t) OVER w u FROM event WINDOW w AS (PARTITION BY c ORDER BY t)), move AS (SELECT a, b, count(*) k, avg(u - t) m FROM next WHERE b IS NOT NULL GROUP BY a, b) SELECT count(*), sum(k) FROM move");
        return new Answer((int)variants, (int)most, (int)moves, times);
    }

    private static (long, long) Two(SqliteConnection store, string query)
    {
        using SqliteCommand command = store.CreateCommand();
        command.CommandText = query;
        using SqliteDataReader row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    // The least of three: the machine may be shared.
    private static Taken Best(Action action) => Enumerable.Range(0, 3).Select(_ => Time(action)).MinBy(t => t.CpuSeconds);

    private static Taken Time(Action action)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        action();
        return new Taken(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6);
    }
}
