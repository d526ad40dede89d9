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
    public static Outcome<IStore> Open(string address, string schema, TimeProvider clock) =>
        Made(address, () => IsPostgres(address) ? new PostgresStore(Plain(address), Named(schema)) : (IStore)new SqliteStore(Path.GetFullPath(address)), store => SchemaSteps.Upgrade(store, clock));

    /// <summary>Opens what a team shares in its PostgreSQL beside its places, making or upgrading it by the steps given.</summary>
    /// <param name="address">The address of the PostgreSQL.</param>
    /// <param name="schema">The name of the schema, without its beginning.</param>
    /// <param name="steps">The steps that make it, in their order.</param>
    /// <param name="clock">The clock.</param>
    public static Outcome<TeamStore> OpenShared(string address, string schema, IReadOnlyList<(string Name, string Sql)> steps, TimeProvider clock) =>
        Made(address, () => new PostgresStore(Plain(address), Named(schema)), store => SchemaSteps.Upgrade(store, clock, steps)).Then<TeamStore>(store => new TeamStore(store));

    private static Outcome<TStore> Made<TStore>(string address, Func<TStore> open, Func<TStore, Outcome<int>> upgrade)
        where TStore : class, IStore
    {
        TStore? store = null;
        try
        {
            store = open();
            if (upgrade(store).Refused(out Refusal? why, out _))
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
