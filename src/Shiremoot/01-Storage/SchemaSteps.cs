using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Shiremoot.Terms;

namespace Shiremoot.Storage;

/// <summary>The ordered SQL files that make a store. Each is applied once, in a transaction of its own; a step killed half-way leaves nothing.</summary>
public static class SchemaSteps
{
    private const string Prefix = "Shiremoot.Storage.Schema.";

    /// <summary>Applies the steps a store lacks and returns how many there were; refused if the store was made by a later version or a step was altered.</summary>
    public static Outcome<int> Upgrade(IStore store, TimeProvider clock) => Upgrade(store, clock, Of(typeof(SchemaSteps).Assembly, Prefix));

    /// <summary>As the other, by steps that another room brings.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="steps">The steps in their order, each with its name and its SQL.</param>
    public static Outcome<int> Upgrade(IStore store, TimeProvider clock, IReadOnlyList<(string Name, string Sql)> steps)
    {
        using IWriteSession session = store.BeginWrite();
        Run(session, "CREATE TABLE IF NOT EXISTS schema_step (name TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL)");
        Dictionary<string, string> applied = session.Connection.Query<(string Name, string Hash)>("SELECT name, hash FROM schema_step", transaction: session.Transaction).ToDictionary(s => s.Name, s => s.Hash);
        if (applied.Keys.Except(steps.Select(s => s.Name)).Order().FirstOrDefault() is { } unknown) return Refusals.LaterVersion(store.ShownAs, unknown);

        int added = 0;
        foreach ((string name, string sql) in steps)
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (applied.TryGetValue(name, out string? known))
            {
                if (known != hash) return Refusals.StepAltered(store.ShownAs, name);
                continue;
            }
            Run(session, Spoken(sql, session.Connection is Npgsql.NpgsqlConnection));
            session.Connection.Execute("INSERT INTO schema_step (name, hash, applied_at) VALUES (@name, @hash, @at)", new { name, hash, at = clock.GetUtcNow().ToString("O") }, session.Transaction);
            added++;
        }
        session.Commit();
        return added;
    }

    /// <summary>The SQL files that a library holds under a name, in their order.</summary>
    /// <param name="holder">The library.</param>
    /// <param name="prefix">What their names begin with; the rest is the name of the step.</param>
    public static IReadOnlyList<(string Name, string Sql)> Of(Assembly holder, string prefix) =>
        [.. holder.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => (n[prefix.Length..], new StreamReader(holder.GetManifestResourceStream(n)!).ReadToEnd().ReplaceLineEndings("\n")))];

    // The few words in which the two kinds of store differ. {row_id} is a number that is unique by the way it is made; {key} is watched by the store.
    private static string Spoken(string sql, bool isPostgres) => isPostgres
        ? sql.Replace("{key}", "BIGINT PRIMARY KEY").Replace("{row_id}", "BIGINT NOT NULL").Replace("--postgres: ", "")
        : sql.Replace("{key}", "INTEGER PRIMARY KEY").Replace("{row_id}", "INTEGER PRIMARY KEY");

    private static void Run(IWriteSession session, string sql)
    {
        using DbCommand command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
