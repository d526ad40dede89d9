using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Shiremoot.Storage;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake;

/// <summary>
/// A load killed outright (SIGKILL) at any moment leaves no part of itself to be seen, and the next run ends with the store of a run that was never disturbed.
/// SHIREMOOT_KILLS sets how many moments are tried for each kind of store; 50 is the proof, a few are tried each time.
/// </summary>
[Trait("kind", "store")]
public sealed class KilledLoadTests
{
    private const int Rows = 60_000;
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SHIREMOOT_KILLS") ?? "4", CultureInfo.InvariantCulture);

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_load_killed_at_any_moment_is_there_whole_or_not_at_all(string kind)
    {
        string place = MakePlace();
        try
        {
            (string undisturbed, double seconds) = Undisturbed(kind, place);
            Random moments = new(20260101);
            for (int i = 0; i < Kills; i++)
            {
                using TestStore test = new(kind);
                Kill(place, test, seconds * moments.NextDouble());
                using (IStore store = test.Open()) Partly(store).ShouldBe(0, $"kill {i} left rows of a load that is not there");
                Finish(place, test);
                using (IStore store = test.Open()) Dump(store).ShouldBe(undisturbed, $"the run after kill {i} is not as if undisturbed");
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static (string Dump, double Seconds) Undisturbed(string kind, string place)
    {
        using TestStore test = new(kind);
        Stopwatch watch = Stopwatch.StartNew();
        Finish(place, test);
        double seconds = watch.Elapsed.TotalSeconds;
        using IStore store = test.Open();
        return (Dump(store), seconds);
    }

    private static void Kill(string place, TestStore test, double afterSeconds)
    {
        using Process load = Start(place, test);
        if (!load.WaitForExit(TimeSpan.FromSeconds(afterSeconds))) load.Kill();
        load.WaitForExit();
    }

    private static void Finish(string place, TestStore test)
    {
        using Process load = Start(place, test);
        string said = load.StandardError.ReadToEnd();
        load.WaitForExit();
        load.ExitCode.ShouldBe(0, said);
    }

    private static Process Start(string place, TestStore test)
    {
        File.WriteAllText(Path.Combine(place, "place.yaml"), $"id: {test.Schema}\ntitle: Killed\nareas: [{{ code: E23000014, name: West Midlands, kind: police-force }}]\nperiod: {{ from: 2010-01-01, until: 2024-01-01 }}\n");

        string program = Cli.CommandLine.Program;
        ProcessStartInfo start = new("dotnet", [program, "take-in", place, "--store", test.Address]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        return Process.Start(start)!;
    }

    // Rows whose load is not in the table of loads, or a load whose rows are not all there.
    private static long Partly(IStore store)
    {
        using System.Data.Common.DbConnection connection = store.Open();
        long orphans = connection.ExecuteScalar<long>("SELECT count(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM load l WHERE l.id = e.id / 1099511627776)");
        long lacking = connection.ExecuteScalar<long>("SELECT coalesce(sum(rows_accepted), 0) FROM load WHERE status = 'active'") - connection.ExecuteScalar<long>("SELECT count(*) FROM event");
        return Math.Abs(orphans) + Math.Abs(lacking);
    }

    private static string Dump(IStore store)
    {
        using System.Data.Common.DbConnection connection = store.Open();
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string sql in (string[])["SELECT id, feed, file_hash, rows_in, rows_accepted, rows_quarantined, status FROM load ORDER BY id", "SELECT id, person, start_day, attributes FROM event ORDER BY id", "SELECT id, line, reason FROM quarantine ORDER BY id"])
        {
            foreach (IDictionary<string, object> row in connection.Query(sql, buffered: false))
                hash.AppendData(Encoding.UTF8.GetBytes(string.Join('|', row.Values)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string MakePlace()
    {
        string place = Directory.CreateTempSubdirectory("shiremoot-killed-").FullName;
        Directory.CreateDirectory(Path.Combine(place, "feeds"));
        File.WriteAllText(Path.Combine(place, "feeds", "arrests.yaml"), """
            id: arrests
            title: Arrests
            source: Made up for a test
            origin: generated
            agency: police
            file: arrests.csv
            columns: { at: { type: date, formats: [yyyy-MM-dd] } }
            events: [{ kind: arrest, person: person, start: at, attributes: [note] }]
            """);
        File.WriteAllLines(Path.Combine(place, "arrests.csv"), Enumerable.Range(0, Rows).Select(i => $"P{i % 977},2020-01-{(i % 31) + 1:00},a note on row {i}").Prepend("person,at,note"));
        return place;
    }
}
