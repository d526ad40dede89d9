using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Shiremoot.Bench;

/// <summary>Many runs spread over three worker processes, one of them killed midway with kill -9, beside the same runs in one process: are the bytes and the answer the same, and was each slice counted once?</summary>
static class SpreadWorkers
{
    private const int Workers = 3, RunsPerSlice = 20;
    private const string Figures = "figures.csv";

    public static int Run(int runs, int years)
    {
        string address = Environment.GetEnvironmentVariable("SHIREMOOT_TEST_POSTGRES") ?? throw new InvalidOperationException("Set SHIREMOOT_TEST_POSTGRES to a PostgreSQL, or start this with bench/run, which starts one.");
        string folder = Directory.CreateTempSubdirectory("shiremoot-workers-").FullName, database = "bench_workers_" + Guid.NewGuid().ToString("n")[..8];
        Ask(address, $"CREATE DATABASE {database}");
        string team = new NpgsqlConnectionStringBuilder(address) { Database = database }.ToString();
        try
        {
            return Compare(team, folder, runs, years) ? 0 : 1;
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            Ask(address, $"DROP DATABASE {database} WITH (FORCE)");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Compare(string team, string folder, int runs, int years)
    {
        string one = Directory.CreateDirectory(Path.Combine(folder, "one")).FullName, many = Directory.CreateDirectory(Path.Combine(folder, "many")).FullName;
        string[] asked = ["simulate", Path.Combine(Root(), "vocabulary", "models", "justice-network.yaml"), "--runs", $"{runs}", "--years", $"{years}", "--warm-up", $"{years}", "--figures", Figures, "--json"];
        Stopwatch watch = Stopwatch.StartNew();
        string alone = Ended(Start(asked, one));
        Print($"{runs:N0} runs of {2 * years} years in one process: {watch.Elapsed.TotalSeconds:0.0} s");

        List<Process> workers = [.. Enumerable.Range(0, Workers).Select(_ => Start(["work", "--threads", "1", "--store", team], folder))];
        watch.Restart();
        Process asker = Start([.. asked, "--spread", "--store", team], many);
        int slices = (runs + RunsPerSlice - 1) / RunsPerSlice;
        // Midway: a third is finished, and the one to be killed has a slice in hand.
        Until(() => Count(team, "SELECT count(*) FROM shiremoot_work.simulation_slice") >= slices / 3);
        Until(() => Count(team, $"SELECT count(*) FROM shiremoot_work.simulation_attempt a WHERE worker LIKE '%-{workers[0].Id}-%' AND NOT EXISTS (SELECT 1 FROM shiremoot_work.simulation_slice f WHERE f.slice = a.slice)") > 0);
        int victim = workers[0].Id;
        workers[0].Kill();
        double killed = watch.Elapsed.TotalSeconds;
        string spread = Ended(asker);
        double took = watch.Elapsed.TotalSeconds;
        int[] started = [.. workers.Select(w => w.Id)];
        foreach (Process worker in workers)
        {
            if (!worker.HasExited) worker.Kill();
            worker.Dispose();
        }
        bool same = File.ReadAllBytes(Path.Combine(one, Figures)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(many, Figures))) && alone == spread;
        long finished = Count(team, "SELECT count(*) FROM shiremoot_work.simulation_slice"), different = Count(team, "SELECT count(DISTINCT slice) FROM shiremoot_work.simulation_slice");
        Print($"in {slices} slices by {Workers} workers of one thread, one killed with -9 after {killed:0.0} s: {took:0.0} s");
        foreach (int worker in started) Print($"  worker {worker}: {Count(team, $"SELECT count(*) FROM shiremoot_work.simulation_slice WHERE worker LIKE '%-{worker}-%'")} slices{(worker == victim ? " before it was killed" : "")}");
        Print($"  slices begun {Count(team, "SELECT count(*) FROM shiremoot_work.simulation_attempt")}, finished {finished}, different ones {different}");
        Print($"  SHA-256 of one process   {Sha256(alone)}");
        Print($"  SHA-256 of three workers {Sha256(spread)}: {(same ? "the same bytes, and the same answer" : "OTHER BYTES")}");
        return same && finished == slices && different == slices;
    }

    private static string Sha256(string answer) => JsonDocument.Parse(answer).RootElement.GetProperty("figures").GetProperty("sha256").GetString()!;

    private static Process Start(string[] arguments, string folder) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(Root(), "artifacts", "bin", "Shiremoot.Cli", "release", "Shiremoot.Cli.dll"), .. arguments]) { RedirectStandardOutput = arguments.Contains("--json"), UseShellExecute = false, WorkingDirectory = folder })!;

    private static string Ended(Process process)
    {
        using (process)
        {
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"It ended with {process.ExitCode}: {output}");
            return output;
        }
    }

    private static void Until(Func<bool> isSo)
    {
        while (!isSo()) Thread.Sleep(20);
    }

    private static long Count(string team, string sql)
    {
        try
        {
            return (long)Ask(team, sql)!;
        }
        catch (PostgresException wrong) when (wrong.SqlState == PostgresErrorCodes.UndefinedTable || wrong.SqlState == PostgresErrorCodes.InvalidSchemaName)
        {
            return 0; // nobody has made the tables yet
        }
    }

    private static object? Ask(string address, string sql)
    {
        using NpgsqlConnection connection = new(address);
        connection.Open();
        using NpgsqlCommand command = new(sql, connection);
        return command.ExecuteScalar();
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Shiremoot.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
