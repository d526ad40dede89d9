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
    private const string RecordSql = "SELECT agency, person, sex, ethnicity, birth_day, attributes FROM source_record WHERE id >= @from AND id < @until ORDER BY id";
    private const string EventSql =
        "SELECT agency, person, kind, start_day, start_minute, end_day, offence, disposal, provider, area, amount, attributes FROM event WHERE id >= @from AND id < @until ORDER BY id";

    /// <summary>
    /// Reads the stories of the active loads, or of those among <paramref name="loads"/>. Where a person has several records the latest known
    /// value of each thing holds. Refused if a load named is not active. The read is journalled, with its purpose, before the first row.
    /// </summary>
    public static Outcome<Stories> Read(IStore store, StoryAccess access, IReadOnlyCollection<long>? loads = null)
    {
        IReadOnlyList<StorySource> sources;
        using (IWriteSession session = store.BeginWrite())
        {
            sources = Active(session);
            if (loads is not null && loads.Except(sources.Select(s => s.Load)).Order().FirstOrDefault(-1) is >= 0 and long missing) return StoryRefusals.NotActive(missing);
            if (loads is not null) sources = [.. sources.Where(s => loads.Contains(s.Load))];
            Auditing.Write(session, access.Clock, access.Purpose, "consult", $"stories of loads {string.Join(", ", sources.Select(s => s.Load))}", null, access.Who);
            session.Commit();
        }

        StoryBuilder builder = new();
        using DbConnection connection = store.Open();
        using DbTransaction moment = OneMoment(connection);
        foreach (StorySource source in sources) ReadRecords(Command(connection, moment, RecordSql, source.Load), builder);
        foreach (StorySource source in sources) ReadEvents(Command(connection, moment, EventSql, source.Load), builder);
        return builder.Build(sources);
    }

    private static StorySource[] Active(IWriteSession session) =>
        [.. session.Connection.Query<(long Id, string Feed, string File, string Origin, string At)>(
                "SELECT id, feed, file_name, origin, taken_in_at FROM load WHERE status = 'active' ORDER BY id", transaction: session.Transaction)
            .Select(l => new StorySource(l.Id, l.Feed, l.File, Enum.Parse<Origin>(l.Origin, ignoreCase: true), l.At))];

    // All rows are read as of one moment, and nobody who writes has to wait: SQLite would otherwise take the right to write.
    private static DbTransaction OneMoment(DbConnection connection) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    private static DbCommand Command(DbConnection connection, DbTransaction moment, string sql, long load)
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = moment;
        command.CommandText = sql;
        command.CommandTimeout = 900;
        foreach ((string name, long value) in new[] { ("@from", RowId.First(load)), ("@until", RowId.First(load + 1)) })
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static void ReadRecords(DbCommand command, StoryBuilder builder)
    {
        using (command)
        {
            using StoreRows rows = StoreRows.Of(command);
            PersonSeen seen = new(builder);
            while (rows.Next())
            {
                int person = seen.Of(rows);
                if (!rows.IsMissing(2)) builder.Sex(person, rows.Text(2));
                if (!rows.IsMissing(3)) builder.Ethnicity(person, rows.Text(3));
                if (!rows.IsMissing(4)) builder.Birth(person, (int)rows.Whole(4));
                if (!rows.IsMissing(5)) builder.Attributes(person, rows.Text(5));
            }
        }
    }

    private static void ReadEvents(DbCommand command, StoryBuilder builder)
    {
        using (command)
        {
            using StoreRows rows = StoreRows.Of(command);
            PersonSeen seen = new(builder);
            while (rows.Next())
            {
                int person = seen.Of(rows);
                int start = rows.IsMissing(3) ? Days.Unknown : (int)rows.Whole(3);
                int minute = rows.IsMissing(4) ? -1 : (int)rows.Whole(4);
                int end = rows.IsMissing(5) ? Days.Unknown : (int)rows.Whole(5);
                int e = builder.Event(person, rows.Text(2), start, minute, end);
                for (int which = 0; which < 4; which++)
                    if (!rows.IsMissing(6 + which)) builder.EventText(e, which, rows.Text(6 + which));
                if (!rows.IsMissing(10)) builder.Amount(e, rows.Number(10));
                if (!rows.IsMissing(11)) builder.EventAttributes(e, rows.Text(11));
            }
        }
    }

    // The agency's bytes must be copied: a store may give each text in the same buffer.
    private sealed class PersonSeen(StoryBuilder builder)
    {
        private byte[] agency = new byte[64];

        public int Of(StoreRows rows)
        {
            ReadOnlySpan<byte> text = rows.Text(0);
            if (agency.Length < text.Length) agency = new byte[text.Length * 2];
            text.CopyTo(agency);
            int length = text.Length;
            return builder.Person(agency.AsSpan(0, length), rows.Text(1));
        }
    }
}
