using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

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
        using NpgsqlBinaryImporter copy = connection.BeginBinaryImport(batch.Table.CopySql);
        ReadOnlyMemory<byte> arena = batch.ArenaMemory;
        BulkColumn[] columns = batch.Table.Columns;
        int width = columns.Length;
        for (int at = 0; at < batch.Cells.Length; at += width)
        {
            copy.StartRow();
            for (int c = 0; c < width; c++) WriteCell(copy, columns[c].Kind, batch.Cells[at + c], arena);
        }
        copy.Complete();
    }

    public void Commit() => transaction.Commit();

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    private static void WriteCell(NpgsqlBinaryImporter copy, CellKind kind, BulkCell cell, ReadOnlyMemory<byte> arena)
    {
        if (cell.IsMissing) copy.WriteNull();
        else if (kind == CellKind.Whole) copy.Write(cell.Bits, NpgsqlDbType.Bigint);
        else if (kind == CellKind.Number) copy.Write(BitConverter.Int64BitsToDouble(cell.Bits), NpgsqlDbType.Double);
        else copy.Write(arena.Slice((int)cell.Bits, cell.Length), NpgsqlDbType.Text);
    }
}
