using System.Data.Common;
using Npgsql;

namespace Shiremoot.Storage.Postgres;

/// <summary>Bulk writing to PostgreSQL: binary COPY, a run of batches to one table in one COPY, all in one transaction.</summary>
sealed class PostgresWriteSession : IWriteSession
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly CopyFormat format = new();
    private NpgsqlRawCopyStream? open;
    private string openTable = "";

    public PostgresWriteSession(NpgsqlConnection connection, long lockKey)
    {
        this.connection = connection;
        transaction = connection.BeginTransaction();
        using NpgsqlCommand turn = new("SELECT pg_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = lockKey } }, CommandTimeout = 900 };
        turn.ExecuteNonQuery();
    }

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    // One COPY stays open for as long as rows go to the same table.
    public void Write(BulkBatch batch)
    {
        if (batch.Rows == 0) return;
        if (open is null || openTable != batch.Table.Name)
        {
            FinishBulk();
            open = connection.BeginRawBinaryCopy(batch.Table.CopySql);
            openTable = batch.Table.Name;
            format.Begin(open);
        }
        format.Write(batch, open);
    }

    public void FinishBulk()
    {
        if (open is null) return;
        format.End(open);
        open.Dispose();
        open = null;
    }

    public void Commit()
    {
        FinishBulk();
        transaction.Commit();
    }

    public void Dispose()
    {
        open?.Cancel();
        open?.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }
}
