using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Bench;

/// <summary>
/// What 1,000,000 people with 10,000,000 events cost by agency, stage, year and cohort: from the snapshot, on one thread and on two, and in SQLite's SQL beside it, each in a new
/// process. Every cell must be the same to the penny.
/// </summary>
static class CostingAsked
{
    private const string PriceYear = "2013/14";
    private static readonly (string Title, string Where)[] Cohorts = [("women", "sex = 'female'"), ("men", "sex = 'male'"), ("young", "age on 2018-01-01 < 30")];

    public static int Run(int people, int events)
    {
        string folder = Directory.CreateTempSubdirectory("shiremoot-costing").FullName;
        try
        {
            string At(string name) => Path.Combine(folder, name);
            Print($"making {events:N0} events of {people:N0} people");
            MadeStories.Make(people, events, At("stories"), At("stories.db"), ends: true);
            string[] asked = [.. new[] { 1, 2 }.Select(threads => Ask("costing-ask", At("stories"), $"{threads}", At($"own{threads}")))];
            string sql = Ask("costing-sql", At("stories.db"), At("sql"));
            Print($"{asked[0]}");
            Print($"{asked[1]}");
            Print($"{sql}");
            string[] own = File.ReadAllLines(At("own1")), beside = File.ReadAllLines(At("sql"));
            bool same = own.SequenceEqual(beside) && own.SequenceEqual(File.ReadAllLines(At("own2")));
            Print($"{own.Length} cells of agency, stage, year and cohort: {(same ? "one thread, two threads and SQL agree on every one to the penny" : "THEY DIFFER")}");
            foreach (string odd in own.Except(beside).Concat(beside.Except(own)).Order(StringComparer.Ordinal).Take(10)) Print($"  {odd}");
            return same ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static void AskSnapshot(string path, int threads, string to)
    {
        Stories stories = StorySnapshot.Open(path, "bench")!;
        (UnitCosts costs, EventPrices prices) = CostingPrices.Read();
        DrawnCohort[] cohorts = [.. Cohorts.Select(c => (Cohort.Everyone with { Title = c.Title, Where = CohortText.Read(c.Where).Value }).Draw(stories).Value)];
        CostSetting setting = new(stories, prices, costs, DisclosureRules.None);
        CostQuestion question = new(PriceYear, CostBy.AgencyAndStage, CostBy.Year) { Cohorts = cohorts, Threads = threads };
        (StoryCosts first, double wall, double cpu) = Took(() => StoryCosts.Of(setting, question).Value);
        for (int n = 0; n < 3; n++) _ = StoryCosts.Of(setting, question).Value;
        (_, double again, double againCpu) = Took(() => StoryCosts.Of(setting, question).Value);
        (_, double safe, double safeCpu) = Took(() => StoryCosts.Of(setting with { Rules = DisclosureRules.Default }, question).Value);
        File.WriteAllLines(to, first.Tables.SelectMany(Lines).Order(StringComparer.Ordinal));
        Print($"Shiremoot, {threads} thread(s): first {wall:0} ms ({cpu:0} of processor time), again {again:0} ms ({againCpu:0}), protected {safe:0} ms ({safeCpu:0}), {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at most");
    }

    private static IEnumerable<string> Lines(CostTable table)
    {
        for (int r = 0; r < table.Rows.Count; r++)
            for (int c = 0; c < table.Columns.Count; c++)
                if (table.Cells[r, c].Amount.Shown is > 0 and { } pounds) yield return Line(table.Cohort, table.Rows[r], table.Columns[c], pounds);
    }

    public static void AskSql(string path, string to)
    {
        using SqliteConnection connection = new($"Data Source={path}");
        connection.Open();
        using (SqliteCommand prices = connection.CreateCommand())
        {
            prices.CommandText = CostingPrices.Tables(PriceYear);
            prices.ExecuteNonQuery();
        }
        Dictionary<(string Cohort, string Row, string Year), decimal> cells = [];
        (int rows, double wall, double cpu) = Took(() =>
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = CostingPrices.Sql;
            using SqliteDataReader read = command.ExecuteReader();
            int n = 0;
            for (; read.Read(); n++)
            {
                foreach (string cohort in (string[])[read.GetString(3) == "female" ? "women" : "men", .. read.GetInt64(4) != 0 ? (string[])["young"] : []])
                {
                    (string, string, string) key = (cohort, $"{read.GetString(0)}, {read.GetString(1)}", read.GetString(2));
                    cells[key] = cells.GetValueOrDefault(key) + (decimal)read.GetDouble(5);
                }
            }
            return n;
        });
        File.WriteAllLines(to, cells.Where(c => c.Value > 0).Select(c => Line(c.Key.Cohort, c.Key.Row, c.Key.Year, c.Value)).Order(StringComparer.Ordinal));
        Print($"SQLite, one thread: {wall:0} ms ({cpu:0} of processor time), {rows} rows");
    }

    private static string Line(string cohort, string row, string year, decimal pounds) => string.Create(CultureInfo.InvariantCulture, $"{cohort}|{row}|{year}|{decimal.Round(pounds, 2, MidpointRounding.AwayFromZero):0.00}");

    private static (T Made, double Wall, double Cpu) Took<T>(Func<T> work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        T made = work();
        return (made, watch.Elapsed.TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }

    private static string Ask(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])[typeof(CostingAsked).Assembly.Location, .. arguments]) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? told.Trim() : throw new InvalidOperationException($"{arguments[0]} failed.");
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
