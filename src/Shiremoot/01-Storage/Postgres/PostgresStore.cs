using System.Buffers.Binary;
using System.Data.Common;
using System.IO.Hashing;
using System.Text;
using Dapper;
using Npgsql;

namespace Shiremoot.Storage.Postgres;

/// <summary>A place's store in a PostgreSQL schema of its own, so that a team's places share one database.</summary>
sealed class PostgresStore : IStore
{
    private readonly NpgsqlDataSource source;
    private readonly string schema;
    private readonly long lockKey;

    public PostgresStore(string address, string schema)
    {
        this.schema = schema;
        lockKey = BinaryPrimitives.ReadInt64LittleEndian(XxHash64.Hash(Encoding.UTF8.GetBytes("shiremoot/" + schema)));
        NpgsqlConnectionStringBuilder builder = new(address) { SearchPath = schema, IncludeErrorDetail = false, ApplicationName = "Shiremoot" };
        source = NpgsqlDataSource.Create(builder);
        ShownAs = $"PostgreSQL {builder.Host}:{builder.Port}/{builder.Database}, schema {schema}";
        using NpgsqlConnection connection = source.OpenConnection();
        connection.Execute($"SELECT pg_advisory_lock({lockKey}); CREATE SCHEMA IF NOT EXISTS \"{schema}\"; SELECT pg_advisory_unlock({lockKey});");
    }

    public string ShownAs { get; }

    /// <summary>Where its connections come from; they see its schema alone.</summary>
    public DbDataSource Source => source;

    public string? FilePath => null;

    public long Bytes()
    {
        using NpgsqlConnection connection = source.OpenConnection();
        return connection.ExecuteScalar<long>(
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = @schema AND c.relkind = 'r'",
            new { schema });
    }

    public DbConnection Open() => source.OpenConnection();

    public IWriteSession BeginWrite() => new PostgresWriteSession(source.OpenConnection(), lockKey);

    public void CopyTo(string path) => StoreCopy.ToFile(this, path);

    public void Dispose() => source.Dispose();
}
