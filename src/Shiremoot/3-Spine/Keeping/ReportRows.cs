using System.Data.Common;
using System.Text.Json;
using Dapper;
using Shiremoot.Storage;

namespace Shiremoot.Spine.Keeping;

/// <summary>Reads and writes the reports of linkings of all records, one a build.</summary>
static class ReportRows
{
    // A model written by hand may say that a level is never seen: its weight has no end.
    private static readonly JsonSerializerOptions Endless = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static void Write(IWriteSession session, long build, LinkReport report) =>
        session.Connection.Execute("INSERT INTO spine_report (id, report) VALUES (@build, @text)", new { build, text = JsonSerializer.Serialize(report, Endless) }, session.Transaction);

    public static bool HasAny(DbConnection connection, DbTransaction? transaction = null) => connection.ExecuteScalar<long>("SELECT count(*) FROM spine_report", transaction: transaction) > 0;

    /// <summary>The latest, with the number of its build.</summary>
    public static (long Build, LinkReport Report)? Latest(DbConnection connection)
    {
        (long build, string? text) = connection.QueryFirstOrDefault<(long, string?)>("SELECT id, report FROM spine_report ORDER BY id DESC LIMIT 1");
        return text is null ? null : (build, JsonSerializer.Deserialize<LinkReport>(text, Endless)!);
    }
}
