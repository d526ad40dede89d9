using Dapper;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Intake;

/// <summary>What was deleted.</summary>
public sealed record Forgotten(long Loads, long Records, long Events, long Statistics, long Quarantined);

/// <summary>Deletes data for good: a load, a feed, or a person. The receipts stay, marked, for they hold nothing of a person.</summary>
public static class Forgetting
{
    /// <summary>Deletes the rows of one load.</summary>
    public static Outcome<Forgotten> Load(IStore store, TimeProvider clock, long load) =>
        Forget(store, clock, $"load {load}", "id = @load", new { load });

    /// <summary>Deletes the rows of every load of a feed.</summary>
    public static Outcome<Forgotten> Feed(IStore store, TimeProvider clock, string feed) =>
        Forget(store, clock, $"feed {feed}", "feed = @feed", new { feed });

    /// <summary>
    /// Deletes what is held of one person of one agency, earlier versions of files and quarantined rows that name the reference among them.
    /// The audit log tells of the act and not of whom.
    /// </summary>
    public static Outcome<Forgotten> Person(IStore store, TimeProvider clock, string agency, string person)
    {
        using IWriteSession session = store.BeginWrite();
        long records = Delete(session, "source_record", "agency = @agency AND person = @person", new { agency, person });
        long events = Delete(session, "event", "agency = @agency AND person = @person", new { agency, person });
        long quarantined = Delete(session, "quarantine", "row_text LIKE @holds ESCAPE '!' OR value LIKE @holds ESCAPE '!'", new { holds = $"%{Literally(person)}%" });
        if (records + events + quarantined == 0) return Refusals.NothingToForget($"no record of that reference at the agency '{agency}'");
        DataVersion.GoUp(session);
        Auditing.Write(session, clock, Auditing.Erasure, "erase", $"one person of {agency}", records + events + quarantined);
        session.Commit();
        return new Forgotten(0, records, events, 0, quarantined);
    }

    private static Outcome<Forgotten> Forget(IStore store, TimeProvider clock, string what, string condition, object values)
    {
        using IWriteSession session = store.BeginWrite();
        long[] loads = [.. session.Connection.Query<long>($"SELECT id FROM load WHERE {condition} AND status <> 'forgotten' ORDER BY id", values, session.Transaction)];
        if (loads.Length == 0) return Refusals.NothingToForget(what);
        Forgotten sum = new(loads.Length, 0, 0, 0, 0);
        foreach (long load in loads)
        {
            object range = new { from = RowId.First(load), until = RowId.First(load + 1) };
            sum = sum with
            {
                Records = sum.Records + Delete(session, "source_record", "id >= @from AND id < @until", range),
                Events = sum.Events + Delete(session, "event", "id >= @from AND id < @until", range),
                Statistics = sum.Statistics + Delete(session, "statistic", "id >= @from AND id < @until", range),
                Quarantined = sum.Quarantined + Delete(session, "quarantine", "id >= @from AND id < @until", range),
            };
        }
        session.Connection.Execute($"UPDATE load SET status = 'forgotten', notes = '[]' WHERE {condition}", values, session.Transaction);
        DataVersion.GoUp(session);
        Auditing.Write(session, clock, Auditing.Erasure, "erase", what, sum.Records + sum.Events + sum.Statistics + sum.Quarantined);
        session.Commit();
        return sum;
    }

    private static long Delete(IWriteSession session, string table, string condition, object values) =>
        session.Connection.Execute($"DELETE FROM {table} WHERE {condition}", values, session.Transaction);

    private static string Literally(string text) => text.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");
}
