using System.Data;
using System.Data.Common;
using Dapper;
using Shiremoot.Storage.Sqlite;
using Shiremoot.Terms;

namespace Shiremoot.Storage;

/// <summary>Copies a whole store, whatever the kinds: a backup of PostgreSQL is a SQLite file with the same tables, and the other way about.</summary>
public static class StoreCopy
{
    private const int RowsInBatch = 4096;

    /// <summary>Writes a store to a new SQLite file.</summary>
    public static void ToFile(IStore from, string path)
    {
        using SqliteStore to = new(path);
        if (SchemaSteps.Upgrade(to, TimeProvider.System).Refused(out Refusal? why, out _)) throw new InvalidOperationException(why.ToString());
        Into(from, to);
    }

    /// <summary>Fills <paramref name="to"/> with all rows of <paramref name="from"/>, in place of what it holds, in one transaction; <paramref name="atLast"/> is done in it at the end.</summary>
    public static void Into(IStore from, IStore to, Action<IWriteSession>? atLast = null)
    {
        using DbConnection source = from.Open();
        using DbTransaction moment = source.BeginTransaction(IsolationLevel.RepeatableRead);
        using IWriteSession session = to.BeginWrite();
        foreach (BulkTable table in StoreTables.All)
        {
            session.Connection.Execute($"DELETE FROM {table.Name}", transaction: session.Transaction);
            CopyTable(source, moment, session, table);
        }
        DataVersion.GoUp(session);
        atLast?.Invoke(session);
        session.Commit();
    }

    private static void CopyTable(DbConnection source, DbTransaction moment, IWriteSession session, BulkTable table)
    {
        BulkBatch batch = new(table);
        string sql = $"SELECT {string.Join(", ", table.Columns.Select(c => c.Name))} FROM {table.Name} ORDER BY id";
        using DbDataReader rows = (DbDataReader)source.ExecuteReader(sql, transaction: moment);
        while (rows.Read())
        {
            for (int c = 0; c < table.Columns.Length; c++) CopyCell(rows, c, table.Columns[c].Kind, batch);
            if (batch.Rows < RowsInBatch) continue;
            session.Write(batch);
            batch.Clear();
        }
        session.Write(batch);
        session.FinishBulk();
    }

    private static void CopyCell(DbDataReader rows, int c, CellKind kind, BulkBatch batch)
    {
        if (rows.IsDBNull(c)) batch.Null();
        else if (kind == CellKind.Whole) batch.Whole(rows.GetInt64(c));
        else if (kind == CellKind.Number) batch.Number(rows.GetDouble(c));
        else batch.Text(rows.GetString(c));
    }
}
