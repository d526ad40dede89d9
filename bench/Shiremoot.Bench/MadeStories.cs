using System.Text;
using Microsoft.Data.Sqlite;
using Shiremoot.Records;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Terms;

namespace Shiremoot.Bench;

/// <summary>Stories made from a seed, as many people and events as asked for: the same people in a snapshot and in SQLite, so that both can be asked the same.</summary>
static class MadeStories
{
    private static readonly string[] Kinds = ["stop-and-search", "arrest", "charge", "caution", "first-hearing", "conviction", "sentence", "custody-spell", "release", "probation-supervision", "breach", "mental-health-contact", "homelessness-duty"];
    private static readonly string[] Disposals = ["fine", "community-order", "custody", "suspended-sentence", "conditional-discharge"];
    private static readonly int FirstDay = Days.Number(new(2015, 1, 1));
    private const int Span = 6 * 365, Caution = 3, Conviction = 5, Sentence = 6, Custody = 7, Supervision = 9, Duty = 12;

    /// <param name="people">How many people.</param>
    /// <param name="events">How many events.</param>
    /// <param name="snapshot">The file of columns to write.</param>
    /// <param name="database">The SQLite file to write.</param>
    /// <param name="ends">True to give spells of custody, supervision and duty an end; the events are the same.</param>
    public static void Make(int people, int events, string snapshot, string database, bool ends = false)
    {
        StoryBuilder builder = new();
        using SqliteConnection connection = new($"Data Source={database}");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE person (id INTEGER PRIMARY KEY, sex TEXT, birth_day INTEGER); CREATE TABLE event (person INTEGER, day INTEGER, kind TEXT, disposal TEXT, offence_day INTEGER, end_day INTEGER)");
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand person = Insert(connection, "INSERT INTO person VALUES ($1, $2, $3)", 3), row = Insert(connection, "INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6)", 6);
        byte[][] kinds = [.. Kinds.Select(Encoding.UTF8.GetBytes)], disposals = [.. Disposals.Select(Encoding.UTF8.GetBytes)];
        GrowingColumn committed = builder.EventColumn("offence_date");
        byte[][] dates = [.. Enumerable.Range(0, Span + 400).Select(n => Encoding.UTF8.GetBytes(Days.Date(FirstDay - 400 + n).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))];
        for (int p = 0, made = 0; p < people; p++)
        {
            Chance chance = new(7, (ulong)p, 0);
            int number = builder.Person("police"u8, Encoding.UTF8.GetBytes($"{p}")), born = FirstDay - (365 * 12) - chance.Below(365 * 40);
            Chance length = new(7, (ulong)p, 1);
            bool isWoman = chance.Below(5) == 0;
            builder.Sex(number, isWoman ? "female"u8 : "male"u8);
            builder.Birth(number, born);
            Set(person, p, isWoman ? "female" : "male", born);
            int last = (int)((long)events * (p + 1) / people);
            // Half of the people have few events and a few have many: the mean stays.
            for (int own = Own(ref chance, last - made, people - p, events - made); own > 0 && made < events; own--, made++)
            {
                (int kind, int day) = (chance.Below(Kinds.Length), FirstDay + chance.Below(Span));
                int end = ends && kind is (Custody or Supervision or Duty) ? day + length.Below(kind == Supervision ? 540 : 270) : Days.Unknown;
                int e = builder.Event(number, kinds[kind], day, -1, end);
                string? disposal = null;
                int? offence = null;
                if (kind == Sentence)
                {
                    int which = chance.Below(Disposals.Length);
                    builder.EventText(e, 1, disposals[which]);
                    disposal = Disposals[which];
                }
                if (kind is Caution or Conviction)
                {
                    offence = day - chance.Below(400);
                    committed.Set(e, dates[offence.Value - FirstDay + 400]);
                }
                Set(row, p, day, Kinds[kind], (object?)disposal ?? DBNull.Value, (object?)offence ?? DBNull.Value, end == Days.Unknown ? DBNull.Value : end);
            }
        }
        transaction.Commit();
        Run(connection, "CREATE INDEX event_by_person ON event (person, day); ANALYZE");
        StorySnapshot.Write(builder.Build([]), snapshot, "bench");
    }

    private static int Own(ref Chance chance, int due, int peopleLeft, int left) => peopleLeft == 1 ? left : chance.Below(2) == 0 ? 2 + chance.Below(3) : Math.Max(0, due) + chance.Below(12);

    private static SqliteCommand Insert(SqliteConnection connection, string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int n = 1; n <= parameters; n++) command.Parameters.Add(new SqliteParameter($"${n}", null));
        return command;
    }

    private static void Set(SqliteCommand command, params object?[] values)
    {
        for (int n = 0; n < values.Length; n++) command.Parameters[n].Value = values[n];
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
