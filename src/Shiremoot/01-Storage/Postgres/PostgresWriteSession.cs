using System.Data.Common;
using Npgsql;

namespace Shiremoot.Storage.Postgres;

/// <summary>Bulk writing to PostgreSQL: binary COPY, one after another for each batch, all in one transaction.</summary>
sealed class PostgresWriteSession : IWriteSession
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    public PostgresWriteSession(NpgsqlConnection connection, long lockKey)
    {
        this.connection = connection;
        transaction = connection.BeginTransaction();
        using NpgsqlCommand turn = new("SELECT pg_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = lockKey } }, CommandTimeout = 900 };
        turn.ExecuteNonQuery();
    }

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public void Write(BulkBatch batch)
    {
        if (batch.Rows == 0) return;
        using NpgsqlRawCopyStream copy = connection.BeginRawBinaryCopy(batch.Table.CopySql);
        CopyFormat.Write(batch, copy);
    }

    public void Commit() => transaction.Commit();

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
