using System.Data.Common;
using System.Text.Json;
using Dapper;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>The tables of spread simulations: what is asked, what was begun, what is finished. All times are UTC.</summary>
public static class SpreadTables
{
    /// <summary>Times a slice is begun before the simulation is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>Days after which a simulation that nobody asks for any more is removed.</summary>
    public const int DaysKept = 14;

    /// <summary>Puts a simulation in the store, or asks for it again: what was refused may then be tried anew, and what is finished stays.</summary>
    /// <param name="session">A transaction of its own, so that jobs can be handed over in the same one.</param>
    /// <param name="simulation">The simulation.</param>
    /// <param name="build">The build that is to run it.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether it is to be run anew as far as it is not finished: it is new, or was refused.</returns>
    public static bool Put(DbTransaction session, SpreadSimulation simulation, string build, DateTimeOffset now)
    {
        DbConnection connection = session.Connection!;
        string id = simulation.Id(build), at = At(now);
        connection.Execute("DELETE FROM simulation WHERE last_asked_at < @before AND id <> @id", new { before = At(now.AddDays(-DaysKept)), id }, session);
        int added = connection.Execute(
            "INSERT INTO simulation (id, build, asked, slices, handed_over_at, last_asked_at) VALUES (@id, @build, @asked, @slices, @at, @at) ON CONFLICT (id) DO NOTHING",
            new { id, build, asked = simulation.ToJson(), slices = (long)simulation.Slices, at }, session);
        if (added > 0) return true;
        connection.Execute("UPDATE simulation SET last_asked_at = @at WHERE id = @id", new { id, at }, session);
        if (connection.Execute("UPDATE simulation SET refused = NULL WHERE id = @id AND refused IS NOT NULL", new { id }, session) == 0) return false;
        connection.Execute("DELETE FROM simulation_attempt WHERE simulation = @id", new { id }, session);
        return true;
    }

    /// <summary>The simulation of an id; null if there is none, or it is refused and no more to be run.</summary>
    public static SpreadSimulation? Get(DbConnection connection, string id) =>
        connection.ExecuteScalar<string?>("SELECT asked FROM simulation WHERE id = @id AND refused IS NULL", new { id }) is { } asked ? SpreadSimulation.FromJson(asked) : null;

    /// <summary>Slices that are not finished, in order.</summary>
    public static IReadOnlyList<int> Unfinished(DbConnection connection, string id, int slices, DbTransaction? session = null)
    {
        HashSet<long> finished = [.. connection.Query<long>("SELECT slice FROM simulation_slice WHERE simulation = @id", new { id }, session)];
        return [.. Enumerable.Range(0, slices).Where(s => !finished.Contains(s))];
    }

    /// <summary>Writes that a slice is begun, or says why it need not be: it is finished already, or was begun too often.</summary>
    public static SliceBegun Begin(DbConnection connection, string id, int slice, string worker, DateTimeOffset now)
    {
        using DbTransaction session = connection.BeginTransaction();
        // One at a time begins a slice of a simulation, so that attempts are counted right.
        (long Slices, string? Refused)? row = connection.Query<(long, string?)?>("SELECT slices, refused FROM simulation WHERE id = @id FOR UPDATE", new { id }, session).FirstOrDefault();
        if (row is not { Refused: null } there) return SliceBegun.NotWanted;
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM simulation_slice WHERE simulation = @id AND slice = @slice)", new { id, slice = (long)slice }, session)) return SliceBegun.NotWanted;
        IReadOnlyList<string> before = Attempts(connection, id, slice, session);
        if (before.Count >= MostAttempts)
        {
            Refuse(connection, id, Spreading.Refusals.SliceFailed(slice, (int)there.Slices, before), session);
            session.Commit();
            return SliceBegun.TooOften;
        }
        connection.Execute("INSERT INTO simulation_attempt (simulation, slice, worker, begun_at) VALUES (@id, @slice, @worker, @at)", new { id, slice = (long)slice, worker, at = At(now) }, session);
        session.Commit();
        return SliceBegun.Begun;
    }

    /// <summary>Puts a finished slice in, once: false if another had put the same in already. Where the two differ, the simulation is refused.</summary>
    public static bool Finish(DbConnection connection, string id, int slice, string worker, byte[] figures, TimeSpan took, DateTimeOffset now)
    {
        using DbTransaction session = connection.BeginTransaction();
        int added = connection.Execute(
            "INSERT INTO simulation_slice (simulation, slice, worker, milliseconds, finished_at, figures) SELECT id, @slice, @worker, @took, @at, @figures FROM simulation WHERE id = @id ON CONFLICT (simulation, slice) DO NOTHING",
            new { id, slice = (long)slice, worker, took = (long)took.TotalMilliseconds, at = At(now), figures }, session);
        if (added == 0)
        {
            (string Worker, bool Same, long Slices)? other = connection.Query<(string, bool, long)?>(
                "SELECT f.worker, f.figures = @figures, s.slices FROM simulation_slice f JOIN simulation s ON s.id = f.simulation WHERE f.simulation = @id AND f.slice = @slice", new { id, slice = (long)slice, figures }, session).FirstOrDefault();
            if (other is { Same: false } differs) Refuse(connection, id, Spreading.Refusals.SlicesDiffer(slice, (int)differs.Slices, differs.Worker, worker), session);
        }
        session.Commit();
        return added > 0;
    }

    /// <summary>Writes what went wrong with an attempt; true if the slice may be tried again, false if the simulation is given up.</summary>
    public static bool Fail(DbConnection connection, string id, int slice, string worker, string fault)
    {
        using DbTransaction session = connection.BeginTransaction();
        long slices = connection.Query<long>("SELECT slices FROM simulation WHERE id = @id FOR UPDATE", new { id }, session).FirstOrDefault();
        connection.Execute(
            "UPDATE simulation_attempt SET fault = @fault WHERE simulation = @id AND slice = @slice AND worker = @worker AND fault IS NULL AND begun_at = (SELECT max(begun_at) FROM simulation_attempt WHERE simulation = @id AND slice = @slice AND worker = @worker)",
            new { id, slice = (long)slice, worker, fault }, session);
        IReadOnlyList<string> attempts = Attempts(connection, id, slice, session);
        bool again = attempts.Count < MostAttempts;
        if (!again) Refuse(connection, id, Spreading.Refusals.SliceFailed(slice, (int)slices, attempts), session);
        session.Commit();
        return again;
    }

    /// <summary>Gives a simulation up: what refused one slice refuses every one.</summary>
    /// <returns>Whether it was not given up before.</returns>
    public static bool Refuse(DbConnection connection, string id, Refusal why, DbTransaction? session = null) =>
        connection.Execute("UPDATE simulation SET refused = @refused WHERE id = @id AND refused IS NULL", new { id, refused = JsonSerializer.Serialize(why) }, session) > 0;

    /// <summary>How far a simulation has come; null if it is no longer there.</summary>
    public static SpreadState? State(DbConnection connection, string id)
    {
        (long Slices, string? Refused, long Attempts)? row = connection.Query<(long, string?, long)?>(
            "SELECT slices, refused, (SELECT count(*) FROM simulation_attempt WHERE simulation = @id) FROM simulation WHERE id = @id", new { id }).FirstOrDefault();
        if (row is not { } there) return null;
        (string, int)[] workers = [.. connection.Query<(string, long)>("SELECT worker, count(*) FROM simulation_slice WHERE simulation = @id GROUP BY worker ORDER BY worker", new { id }).Select(w => (w.Item1, (int)w.Item2))];
        return new((int)there.Slices, workers.Sum(w => w.Item2), (int)there.Attempts, workers, there.Refused is null ? null : JsonSerializer.Deserialize<Refusal>(there.Refused));
    }

    /// <summary>The runs of all slices in their order. Asked for when all are finished.</summary>
    public static Outcome<SimulatedRuns> Joined(DbConnection connection, string id, int slices)
    {
        List<SimulatedRuns> runs = [];
        foreach ((long slice, byte[] figures) in connection.Query<(long, byte[])>("SELECT slice, figures FROM simulation_slice WHERE simulation = @id ORDER BY slice", new { id }, buffered: false))
        {
            if (slice != runs.Count || SimulatedRunsBytes.Read(figures) is not { } read) return Spreading.Refusals.SliceNotWhole(runs.Count, slices);
            runs.Add(read);
        }
        return runs.Count == slices ? SimulatedRunsBytes.Join(runs) : Spreading.Refusals.SliceNotWhole(runs.Count, slices);
    }

    /// <summary>Simulations that are not finished nor refused, by the build that is to run them, and the slices that they lack.</summary>
    public static IReadOnlyList<(string Build, int Slices)> Waiting(DbConnection connection) =>
        [.. connection.Query<(string, long)>(
            "SELECT build, sum(lacks)::bigint FROM (SELECT build, slices - (SELECT count(*) FROM simulation_slice f WHERE f.simulation = s.id) AS lacks FROM simulation s WHERE refused IS NULL) t WHERE lacks > 0 GROUP BY build ORDER BY build")
            .Select(r => (r.Item1, (int)r.Item2))];

    private static IReadOnlyList<string> Attempts(DbConnection connection, string id, int slice, DbTransaction session) =>
        [.. connection.Query<(string Worker, string At, string? Fault)>("SELECT worker, begun_at, fault FROM simulation_attempt WHERE simulation = @id AND slice = @slice ORDER BY begun_at", new { id, slice = (long)slice }, session)
            .Select(a => $"{a.Worker}, begun {a.At[..19]}: {a.Fault ?? "it ended without a word; the worker was stopped or died"}")];

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("O");
}
