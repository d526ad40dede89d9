using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Records;

/// <summary>For what, by whom and when person-level records are read. Written to the journal with every read.</summary>
public sealed record StoryAccess(Purpose Purpose, string Who, TimeProvider Clock);

public sealed partial class Stories
{
    private const string RecordSql = "SELECT agency, person, sex, ethnicity, birth_day, attributes FROM source_record WHERE id >= {from} AND id < {until} ORDER BY id";
    private const string EventSql =
        "SELECT agency, person, kind, start_day, start_minute, end_day, offence, disposal, provider, area, amount, attributes FROM event WHERE id >= {from} AND id < {until} ORDER BY id";

    /// <summary>
    /// Reads the stories of the active loads, or of those among <paramref name="loads"/>. Where a record came several times the latest known
    /// value of each thing holds; where a person has several records, what most of them say of sex, ethnicity and birth. Refused if a load named
    /// is not active. The read is journalled, with its purpose, before the first row.
    /// </summary>
    public static Outcome<Stories> Read(IStore store, StoryAccess access, RecordPeople? people = null, IReadOnlyCollection<long>? loads = null)
    {
        if (Consult(store, access, loads).Refused(out Refusal? why, out IReadOnlyList<StorySource>? sources)) return why;
        StoryBuilder builder = new(people);
        using DbConnection connection = store.Open();
        using DbTransaction moment = OneMoment(connection);
        HashSet<StorySource> told = []; // loads that hold only statistics tell nothing of people
        foreach (StorySource source in sources)
        {
            using StoreRows rows = RowsOf(connection, moment, RecordSql, source);
            if (ReadRecords(rows, builder)) told.Add(source);
        }
        foreach (StorySource source in sources)
        {
            using StoreRows rows = RowsOf(connection, moment, EventSql, source);
            if (ReadEvents(rows, builder)) told.Add(source);
        }
        return builder.Build([.. sources.Where(told.Contains)]);
    }

    /// <summary>Reads the story of one person, who is known by these references of agencies. Nobody, if no active load knows any. The caller writes to the journal first.</summary>
    internal static Outcome<Stories> ReadOne(IStore store, IReadOnlyList<(string Agency, string Reference)> names)
    {
        RecordPeople one = new();
        foreach ((string agency, string reference) in names) one.Add(agency, reference, 1);
        StoryBuilder builder = new(one);
        using DbConnection connection = store.Open();
        using DbTransaction moment = OneMoment(connection);
        StorySource[] sources = Active(connection, moment);
        foreach (StorySource source in sources)
        {
            using StoreRows rows = RowsOf(connection, moment, RecordSql, source);
            ReadRecords(rows, builder, one);
        }
        foreach (StorySource source in sources)
        {
            using StoreRows rows = RowsOf(connection, moment, EventSql, source);
            ReadEvents(rows, builder, one);
        }
        return builder.Build(sources);
    }

    /// <summary>Writes to the journal that stories are read, and gives the loads they are of.</summary>
    public static Outcome<IReadOnlyList<StorySource>> Consult(IStore store, StoryAccess access, IReadOnlyCollection<long>? loads = null)
    {
        using IWriteSession session = store.BeginWrite();
        IReadOnlyList<StorySource> sources = Active(session.Connection, session.Transaction);
        if (loads is not null && loads.Except(sources.Select(s => s.Load)).Order().FirstOrDefault(-1) is >= 0 and long missing) return StoryRefusals.NotActive(missing);
        if (loads is not null) sources = [.. sources.Where(s => loads.Contains(s.Load))];
        Auditing.Write(session, access.Clock, access.Purpose, "consult", $"stories of loads {string.Join(", ", sources.Select(s => s.Load))}", null, access.Who);
        session.Commit();
        return Outcome.Of(sources);
    }

    private static StorySource[] Active(DbConnection connection, DbTransaction transaction) =>
        [.. connection.Query<(long Id, string Feed, string File, string Origin, string At)>(
                "SELECT id, feed, file_name, origin, taken_in_at FROM load WHERE status = 'active' ORDER BY id", transaction: transaction)
            .Select(l => new StorySource(l.Id, l.Feed, l.File, Enum.Parse<Origin>(l.Origin, ignoreCase: true), l.At))];

    // All rows are read as of one moment, and nobody who writes has to wait: SQLite would otherwise take the right to write.
    private static DbTransaction OneMoment(DbConnection connection) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    private static StoreRows RowsOf(DbConnection connection, DbTransaction moment, string sql, StorySource source) =>
        StoreRows.Of(connection, moment, sql, RowId.First(source.Load), RowId.First(source.Load + 1));

    private static bool ReadRecords(StoreRows rows, StoryBuilder builder, RecordPeople? only = null)
    {
        bool any = false;
        while (rows.Next())
        {
            if (only is not null && only.Of(rows.Text(0), rows.Text(1)) is null) continue;
            any = true;
            int person = builder.Person(rows.Text(0), rows.Text(1));
            if (rows.Text(2) is { IsEmpty: false } sex) builder.Sex(person, sex);
            if (rows.Text(3) is { IsEmpty: false } ethnicity) builder.Ethnicity(person, ethnicity);
            if (!rows.IsMissing(4)) builder.Birth(person, (int)rows.Whole(4));
            if (rows.Text(5) is { IsEmpty: false } kept) builder.Attributes(person, kept);
        }
        return any;
    }

    private static bool ReadEvents(StoreRows rows, StoryBuilder builder, RecordPeople? only = null)
    {
        bool any = false;
        while (rows.Next())
        {
            if (only is not null && only.Of(rows.Text(0), rows.Text(1)) is null) continue;
            any = true;
            int person = builder.Person(rows.Text(0), rows.Text(1));
            int start = rows.IsMissing(3) ? Days.Unknown : (int)rows.Whole(3);
            int minute = rows.IsMissing(4) ? -1 : (int)rows.Whole(4);
            int end = rows.IsMissing(5) ? Days.Unknown : (int)rows.Whole(5);
            int e = builder.Event(person, rows.Text(2), start, minute, end);
            builder.EventAgency(e, rows.Text(0));
            for (int which = 0; which < 4; which++)
                if (rows.Text(6 + which) is { IsEmpty: false } text) builder.EventText(e, which, text);
            if (!rows.IsMissing(10)) builder.Amount(e, rows.Number(10));
            if (rows.Text(11) is { IsEmpty: false } kept) builder.EventAttributes(e, kept);
        }
        return any;
    }
}
