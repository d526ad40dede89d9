using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Shiremoot.Storage.Sqlite;

/// <summary>Bulk writing to SQLite: one prepared insert a table, values bound straight from the batch, all in one transaction.</summary>
sealed class SqliteWriteSession(SqliteConnection connection) : IWriteSession
{
    private readonly SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
    private readonly Dictionary<string, sqlite3_stmt> inserts = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public void Write(BulkBatch batch)
    {
        sqlite3_stmt insert = InsertFor(batch.Table);
        ReadOnlySpan<BulkCell> cells = batch.Cells;
        nint arena = batch.ArenaAddress, statement = insert.DangerousGetHandle();
        BulkColumn[] columns = batch.Table.Columns;
        for (int at = 0; at < cells.Length; at += columns.Length)
        {
            for (int c = 0; c < columns.Length; c++) Bind(insert, statement, c + 1, columns[c].Kind, cells[at + c], arena);
            int result = raw.sqlite3_step(insert);
            if (result != raw.SQLITE_DONE) throw Failed(result);
            raw.sqlite3_reset(insert);
        }
        GC.KeepAlive(batch); // its texts are read where they lie
    }

    public void FinishBulk()
    {
        // Inserts are whole statements: nothing is left open between batches.
    }

    public void Commit()
    {
        FinishInserts();
        transaction.Commit();
    }

    public void Dispose()
    {
        FinishInserts();
        transaction.Dispose();
        connection.Dispose();
    }

    private void Bind(sqlite3_stmt insert, nint statement, int index, CellKind kind, BulkCell cell, nint arena)
    {
        if (cell.IsMissing) raw.sqlite3_bind_null(insert, index);
        else if (kind == CellKind.Whole) raw.sqlite3_bind_int64(insert, index, cell.Bits);
        else if (kind == CellKind.Number) raw.sqlite3_bind_double(insert, index, BitConverter.Int64BitsToDouble(cell.Bits));
        else if (SqliteBinding.Text(statement, index, arena + (nint)cell.Bits, cell.Length) is var result and not raw.SQLITE_OK) throw Failed(result);
    }

    private sqlite3_stmt InsertFor(BulkTable table)
    {
        if (inserts.TryGetValue(table.Name, out sqlite3_stmt? known)) return known;
        int result = raw.sqlite3_prepare_v3(connection.Handle!, table.InsertSql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt made);
        if (result != raw.SQLITE_OK) throw Failed(result);
        inserts.Add(table.Name, made);
        return made;
    }

    private void FinishInserts()
    {
        foreach (sqlite3_stmt insert in inserts.Values) insert.Dispose();
        inserts.Clear();
    }

    private SqliteException Failed(int result) => new(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string(), result);
}
