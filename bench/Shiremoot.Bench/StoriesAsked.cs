using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Trust;

namespace Shiremoot.Bench;

/// <summary>Questions to a place of 1,000,000 people and 10,000,000 events: from the snapshot, each in a new process that has read nothing yet, and in SQLite's SQL beside it.</summary>
static class StoriesAsked
{
    private const int Warm = 5; // answers between the first and the one timed again
    private const string Where = "sex = 'female' and age on 2018-01-01 < 30 and count(arrest, after 2015-06-30) >= 2 and exists(conviction, within 12 months after 2017-01-01) and not exists(custody-spell, before 2016-01-01)";
    private const string CohortSql = """
        SELECT count(*) FROM person p WHERE sex = 'female'
          AND CAST(strftime('%Y.%m%d', '2018-01-01') - strftime('%Y.%m%d', birth_day * 86400, 'unixepoch') AS INTEGER) < 30
          AND (SELECT count(*) FROM event e WHERE e.person = p.id AND e.kind = 'arrest' AND e.day > 16616) >= 2
          AND EXISTS (SELECT 1 FROM event e WHERE e.person = p.id AND e.kind = 'conviction' AND e.day > 17167 AND e.day <= 17532)
          AND NOT EXISTS (SELECT 1 FROM event e WHERE e.person = p.id AND e.kind = 'custody-spell' AND e.day < 16801)
        """;
    private const string ReoffendingSql = """
        WITH entry AS (
          SELECT person, q, min(day) AS day FROM (
            SELECT person, day, strftime('%Y', day * 86400, 'unixepoch') * 4 + (strftime('%m', day * 86400, 'unixepoch') - 1) / 3 AS q FROM event
            WHERE kind IN ('release', 'caution') OR (kind = 'sentence' AND disposal IN ('fine', 'community-order', 'suspended-sentence', 'conditional-discharge'))) GROUP BY person, q)
        SELECT q, sex, count(*), sum(proofs > 0), sum(proofs) FROM (
          SELECT e.q, p.sex, (SELECT count(*) FROM event r WHERE r.person = e.person AND r.kind IN ('conviction', 'caution') AND r.day > e.day
            AND r.day <= unixepoch(e.day * 86400, 'unixepoch', '+18 months', 'floor') / 86400 AND r.offence_day > e.day AND r.offence_day <= unixepoch(e.day * 86400, 'unixepoch', '+1 year', 'floor') / 86400) AS proofs
          FROM entry e JOIN person p ON p.id = e.person WHERE e.q <= 2019 * 4) GROUP BY q, sex
        """;

    private static string Script => Path.Combine(AppContext.BaseDirectory, "stories.py");

    private static readonly PeopleMeasure Reoffending = PeopleMeasureFile.ReadText("""
        id: reoffending
        kind: people
        title: Proven reoffending
        source: bench
        shows: reoffending
        entries:
          - { name: Release, kinds: release }
          - { name: Sentence, kinds: sentence, where: "disposal in ['fine', 'community-order', 'suspended-sentence', 'conditional-discharge']" }
          - { name: Caution, kinds: caution }
        proved_by: { kinds: [conviction, caution] }
        by: [quarter, sex]
        """, "measures/reoffending.yaml").Value;

    public static void Run(int people, int events)
    {
        string folder = Directory.CreateTempSubdirectory("shiremoot-stories").FullName;
        try
        {
            (string snapshot, string database) = (Path.Combine(folder, "stories"), Path.Combine(folder, "stories.db"));
            Print($"making {events:N0} events of {people:N0} people");
            MadeStories.Make(people, events, snapshot, database);
            Print($"snapshot {new FileInfo(snapshot).Length / 1e6:0} MB, {new FileInfo(snapshot).Length / (double)events:0.0} bytes an event; SQLite {new FileInfo(database).Length / 1e6:0} MB");
            foreach (string question in new[] { "cohort", "reoffending" })
            {
                string program = typeof(StoriesAsked).Assembly.Location;
                double[] own = Ask("dotnet", program, "stories-ask", snapshot, question), sql = Ask("dotnet", program, "stories-sql", database, question), pandas = Ask("/usr/bin/python3", Script, database, question);
                Print($"{question}: load {own[0]:0} ms ({own[5]:0} of processor time), first answer {own[1]:0} ms ({own[6]:0}), again {own[2]:0} ms ({own[7]:0}), {own[3]:0} MB at most; SQLite {sql[1]:0} ms; {sql[1] / own[1]:0.0} times as fast, again {sql[1] / own[2]:0.0}");
                if (own[4] != sql[4]) throw new InvalidOperationException($"{question}: the two answers differ: {own[4]} and {sql[4]}.");
                if (pandas.Length == 0) Print($"pandas is not on this machine");
                else Print($"  pandas: load {pandas[0]:0} ms, first answer {pandas[1]:0} ms, again {pandas[2]:0} ms, {pandas[3]:0} MB at most; {pandas[1] / own[1]:0.0} times as fast, again {pandas[2] / own[2]:0.0}{(pandas[4] == own[4] ? "" : " (ANOTHER ANSWER)")}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One question to a snapshot: milliseconds to load, to answer, to answer again; peak memory in MB; and the answer.</summary>
    public static void AskSnapshot(string path, string question)
    {
        (double loaded, double loadCpu) = Took(() => _ = StorySnapshot.Open(path, "bench")!.PeopleCount);
        Stories stories = StorySnapshot.Open(path, "bench")!;
        long answer = 0;
        (double first, double firstCpu) = Took(() => answer = Answer(stories, question));
        for (int n = 0; n < Warm; n++) _ = Answer(stories, question);
        (double again, double againCpu) = Took(() => answer = Answer(stories, question));
        Tell(loaded, first, again, Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, answer, loadCpu, firstCpu, againCpu);
    }

    private static (double Wall, double Cpu) Took(Action work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        work();
        return (watch.Elapsed.TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }

    /// <summary>The same question to SQLite.</summary>
    public static void AskSql(string path, string question)
    {
        using SqliteConnection connection = new($"Data Source={path}");
        connection.Open();
        Stopwatch watch = Stopwatch.StartNew();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = question == "cohort" ? CohortSql : ReoffendingSql;
        using SqliteDataReader reader = command.ExecuteReader();
        long answer = 0;
        while (reader.Read()) answer += question == "cohort" ? reader.GetInt64(0) : reader.GetInt64(2) + (1000 * reader.GetInt64(3)) + (1_000_000 * reader.GetInt64(4));
        Tell(0, watch.Elapsed.TotalMilliseconds, 0, 0, answer);
    }

    private static long Answer(Stories stories, string question)
    {
        if (question == "cohort") return (Cohort.Everyone with { Where = CohortText.Read(Where).Value }).Draw(stories).Value.People.Value;
        PeoplePicture picture = PeopleDrawing.Draw(Reoffending, new PeopleSetting(stories, [], DisclosureRules.None, Intervals.OfShare)).Value;
        return picture.Rows.Where(r => r.By == "quarter").Sum(r => r.People.Shown!.Value + (1000 * r.With!.Value.Shown!.Value) + (1_000_000 * r.Events!.Value.Shown!.Value));
    }

    private static void Tell(params double[] figures) => Console.Out.WriteLine(string.Join(' ', figures.Select(f => f.ToString("R", CultureInfo.InvariantCulture))));

    // Nothing where the program is missing or fails: pandas need not be there.
    private static double[] Ask(string program, params string[] arguments)
    {
        if (program != "dotnet" && !File.Exists(program)) return [];
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode != 0 ? [] : [.. told.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
