using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using NodaTime.Extensions;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Spine.Keeping;

/// <summary>Reads and writes the builds of the spine, the models they were made with, and the log of people joined and parted.</summary>
static class BuildRows
{
    private const string Columns = "id, kind, built_at, who, model, records, people, last_person, pairs_joined, expected_false, expected_missed, milliseconds";

    public static SpineBuild? Latest(DbConnection connection, DbTransaction? transaction = null) =>
        connection.Query<Row>($"SELECT {Columns} FROM spine_build ORDER BY id DESC LIMIT 1", transaction: transaction).FirstOrDefault()?.Read();

    public static IReadOnlyList<SpineBuild> All(DbConnection connection) => [.. connection.Query<Row>($"SELECT {Columns} FROM spine_build ORDER BY id").Select(r => r.Read())];

    public static SpineBuild One(DbConnection connection, long id) => connection.QueryFirst<Row>($"SELECT {Columns} FROM spine_build WHERE id = @id", new { id }).Read();

    /// <summary>The last build at or before a moment; 0 if there was none.</summary>
    public static long At(DbConnection connection, NodaTime.Instant moment) => All(connection).LastOrDefault(b => b.At <= moment)?.Id ?? 0;

    public static void Write(IWriteSession session, SpineBuild build, long records, long people) => session.Connection.Execute(
        $"INSERT INTO spine_build ({Columns}) VALUES (@Id, @kind, @at, @Who, @Model, @records, @people, @LastPerson, @PairsJoined, @FalseJoins, @Missed, @Milliseconds)",
        new
        {
            build.Id,
            kind = build.Kind.ToString().ToLowerInvariant(),
            at = build.At.ToDateTimeOffset().ToString("O"),
            build.Who,
            build.Model,
            records,
            people,
            build.LastPerson,
            build.Errors.PairsJoined,
            build.Errors.FalseJoins,
            build.Errors.Missed,
            build.Milliseconds,
        },
        session.Transaction);

    /// <summary>The number of a model; it is written if it is not the latest already.</summary>
    public static long Model(IWriteSession session, string model, string fileHash, string at)
    {
        string hash = Hash(model);
        (long id, string? latest) = session.Connection.QueryFirstOrDefault<(long, string?)>("SELECT id, hash FROM spine_model ORDER BY id DESC LIMIT 1", transaction: session.Transaction);
        if (latest == hash) return id;
        session.Connection.Execute("INSERT INTO spine_model (id, hash, file_hash, model, learned_at) VALUES (@id, @hash, @fileHash, @model, @at)", new { id = id + 1, hash, fileHash, model, at }, session.Transaction);
        return id + 1;
    }

    /// <summary>The latest model, and the hash of the model it was learned from.</summary>
    public static (string Model, string FileHash)? LatestModel(DbConnection connection, DbTransaction? transaction = null)
    {
        (string? model, string? hash) = connection.QueryFirstOrDefault<(string?, string?)>("SELECT model, file_hash FROM spine_model ORDER BY id DESC LIMIT 1", transaction: transaction);
        return model is null ? null : (model, hash!);
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Logs people joined and parted.</summary>
    public static void Log(IWriteSession session, IEnumerable<Moved> moves, long build, string why, string who)
    {
        long id = session.Connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM spine_change", transaction: session.Transaction);
        foreach (Moved move in moves)
            session.Connection.Execute("INSERT INTO spine_change (id, build, kind, person, other, records, why, who) VALUES (@id, @build, @kind, @person, @other, @records, @why, @who)",
                new { id = ++id, build, kind = move.IsWhole ? "merge" : "split", person = move.IsWhole ? move.To : move.From, other = move.IsWhole ? move.From : move.To, records = move.Records, why, who }, session.Transaction);
    }

    public static IReadOnlyList<SpineChange> Changes(DbConnection connection, string where, object values, int most) =>
        [.. connection.Query<(long Build, string At, string Kind, long Person, long Other, string Why, string Who)>(
            $"SELECT c.build, b.built_at, c.kind, c.person, c.other, c.why, c.who FROM spine_change c JOIN spine_build b ON b.id = c.build WHERE {where} ORDER BY c.id DESC LIMIT {most}", values)
            .Select(c => new SpineChange(c.Build, Moment(c.At), c.Kind == "merge", c.Person, c.Other, c.Why, c.Who))];

    public static NodaTime.Instant Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToInstant();

    private sealed record Row(
        long Id, string Kind, string Built_at, string Who, long Model, long Records, long People, long Last_person, long Pairs_joined, double Expected_false, double Expected_missed, long Milliseconds)
    {
        public SpineBuild Read() => new(Id, Enum.Parse<BuildKind>(Kind, ignoreCase: true), Moment(Built_at), Who, Model, new RawCount(Records), new RawCount(People),
            new ExpectedErrors(Pairs_joined, Expected_false, Expected_missed), Milliseconds)
        { LastPerson = Last_person };
    }
}
