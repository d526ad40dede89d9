using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;
using Shiremoot.Storage.Postgres;
using Shiremoot.Storage.Sqlite;
using Shiremoot.Terms;

namespace Shiremoot.Storage;

/// <summary>Opens a place's store.</summary>
public static partial class Stores
{
    /// <summary>
    /// Opens the store at an address, making or upgrading it: a path of a SQLite file, or a PostgreSQL address
    /// ("Host=…;Database=…" or postgresql://…), in which the place gets the schema <paramref name="schema"/>.
    /// </summary>
    public static Outcome<IStore> Open(string address, string schema, TimeProvider clock)
    {
        IStore? store = null;
        try
        {
            store = IsPostgres(address) ? new PostgresStore(Plain(address), Named(schema)) : new SqliteStore(Path.GetFullPath(address));
            Outcome<int> upgraded = SchemaSteps.Upgrade(store, clock);
            if (upgraded.Refused(out Refusal? why, out _))
            {
                store.Dispose();
                return why;
            }
            return Outcome.Of(store);
        }
        catch (Exception wrong) when (wrong is DbException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException or ArgumentException)
        {
            store?.Dispose();
            return Refusals.CannotOpen(IsPostgres(address) ? "PostgreSQL store" : $"SQLite file {address}", wrong.Message);
        }
    }

    /// <summary>True if the address names PostgreSQL and not a file.</summary>
    public static bool IsPostgres(string address) => address.Contains("Host=", StringComparison.OrdinalIgnoreCase) || address.StartsWith("postgres", StringComparison.Ordinal);

    // Npgsql takes key=value addresses; teams are often given the URL form.
    private static string Plain(string address)
    {
        if (!address.StartsWith("postgres", StringComparison.Ordinal)) return address;
        Uri url = new(address);
        string[] who = url.UserInfo.Split(':', 2);
        NpgsqlConnectionStringBuilder builder = new() { Host = url.Host, Port = url.Port > 0 ? url.Port : 5432, Database = url.AbsolutePath.Trim('/') };
        if (who[0].Length > 0) builder.Username = Uri.UnescapeDataString(who[0]);
        if (who.Length > 1) builder.Password = Uri.UnescapeDataString(who[1]);
        return builder.ToString();
    }

    private static string Named(string schema) => NotInName().Replace("shiremoot_" + schema.ToLowerInvariant(), "_");

    [GeneratedRegex("[^a-z0-9_]", RegexOptions.None, 1000)]
    private static partial Regex NotInName();
}
