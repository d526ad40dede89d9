namespace Shiremoot.Bench;

/// <summary>
/// Intake of a 20-column extract to committed rows, every column checked, against the loaders the databases bring: sqlite3 .import and psql \copy of
/// the same file, run in turn.
/// </summary>
static class Intake
{
    private const int Rounds = 3;

    public static void Run(int rows)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "bench-intake");
        string place = Path.Combine(folder, "place");
        Directory.CreateDirectory(place);
        ArrestsFile.WritePlace(place);
        string file = Path.Combine(place, "arrests.csv");
        ArrestsFile.Write(file, rows);
        Console.WriteLine($"{rows:N0} rows, 20 columns, {new FileInfo(file).Length / 1e6:N0} MB");
        Sqlite(folder, place, file);
        if (Environment.GetEnvironmentVariable("SHIREMOOT_TEST_POSTGRES") is { Length: > 0 } address) Postgres(place, file, address);
        else Console.WriteLine("PostgreSQL: SHIREMOOT_TEST_POSTGRES names none, left out");
        File.Delete(file);
    }

    private static void Sqlite(string folder, string place, string file)
    {
        List<Measured> theirs = [], ours = [];
        for (int round = 0; round < Rounds; round++)
        {
            string rival = Path.Combine(folder, "import.db"), store = Path.Combine(folder, "store.db");
            Delete(rival);
            Delete(store);
            theirs.Add(Measured.Run("sqlite3", [rival, ".mode csv", $".import {file} t"]));
            ours.Add(TakeIn(place, store));
            Delete(rival);
            Delete(store);
        }
        Report("sqlite3 .import", theirs, "take-in, SQLite", ours);
    }

    private static void Postgres(string place, string file, string address)
    {
        Npgsql.NpgsqlConnectionStringBuilder where = new(address);
        Dictionary<string, string> environment = new() { ["PGHOST"] = where.Host!, ["PGUSER"] = where.Username!, ["PGDATABASE"] = where.Database! };
        if (where.Port > 0) environment["PGPORT"] = where.Port.ToString();
        string columns = string.Join(", ", File.ReadLines(file).First().Split(',').Select(c => $"{c} text"));
        List<Measured> theirs = [], ours = [];
        for (int round = 0; round < Rounds; round++)
        {
            Measured.Run("psql", ["-q", "-c", "DROP SCHEMA IF EXISTS shiremoot_bench CASCADE", "-c", $"DROP TABLE IF EXISTS t; CREATE TABLE t ({columns})"], environment);
            theirs.Add(Measured.Run("psql", ["-q", "-c", $"\\copy t FROM '{file}' WITH (FORMAT csv, HEADER true)"], environment));
            ours.Add(TakeIn(place, address));
        }
        Measured.Run("psql", ["-q", "-c", "DROP SCHEMA IF EXISTS shiremoot_bench CASCADE", "-c", "DROP TABLE t"], environment);
        Report("psql \\copy", theirs, "take-in, PostgreSQL", ours);
    }

    private static Measured TakeIn(string place, string store) =>
        Measured.Run(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "..", "..", "Shiremoot.Cli", "release", "Shiremoot.Cli.dll"), "take-in", place, "--store", store]);

    private static void Report(string rival, List<Measured> theirs, string name, List<Measured> ours)
    {
        double their = Median(theirs.Select(m => m.Seconds)), our = Median(ours.Select(m => m.Seconds));
        Console.WriteLine($"{rival}: {their:0.00} s (of {Rounds}: {string.Join(", ", theirs.Select(m => $"{m.Seconds:0.00}"))})");
        Console.WriteLine($"{name}: {our:0.00} s (of {Rounds}: {string.Join(", ", ours.Select(m => $"{m.Seconds:0.00}"))}), peak memory {ours.Max(m => m.PeakKilobytes) / 1024.0:N0} MB, ratio {our / their:0.00}");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Delete(string path)
    {
        foreach (string end in (string[])["", "-wal", "-shm"]) File.Delete(path + end);
    }
}
