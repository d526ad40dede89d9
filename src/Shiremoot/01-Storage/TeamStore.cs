using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using Shiremoot.Storage.Postgres;

namespace Shiremoot.Storage;

/// <summary>What a team shares in its PostgreSQL beside its places: a schema of its own, with tables that a room brings.</summary>
public sealed class TeamStore : IDisposable
{
    private readonly PostgresStore store;

    internal TeamStore(PostgresStore store) => this.store = store;

    /// <summary>Where it is, fit to be shown: never a password.</summary>
    public string ShownAs => store.ShownAs;

    /// <summary>Where its connections come from; they see its schema alone.</summary>
    public DbDataSource Source => store.Source;

    /// <summary>A transaction that one session holds at a time over all processes; waits for its turn.</summary>
    public IWriteSession BeginWrite() => store.BeginWrite();

    /// <summary>Whether what went wrong is that the store does not answer (stopped, starting, out of reach, full up), so that asking again may help.</summary>
    public static bool IsAway(Exception wrong) => wrong switch
    {
        PostgresException told => told.IsTransient || told.SqlState.StartsWith("57P", StringComparison.Ordinal) || told.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or SocketException or TimeoutException or IOException => true,
        _ => wrong.InnerException is { } inner && IsAway(inner),
    };

    public void Dispose() => store.Dispose();
}
