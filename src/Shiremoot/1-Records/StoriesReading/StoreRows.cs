using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Shiremoot.Records.StoriesReading;

/// <summary>The rows of a query, with text as bytes: straight from the row where the store allows, else by way of characters.</summary>
abstract class StoreRows : IDisposable
{
    public abstract bool Next();

    public abstract bool IsMissing(int column);

    public abstract long Whole(int column);

    public abstract double Number(int column);

    /// <summary>The bytes of a text, valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    public abstract void Dispose();

    public static StoreRows Of(DbCommand command)
    {
        DbDataReader reader = command.ExecuteReader();
        return reader is SqliteDataReader { Handle: not null } sqlite ? new FromSqlite(sqlite) : new FromAny(reader);
    }

    private sealed class FromSqlite(SqliteDataReader reader) : StoreRows
    {
        private readonly sqlite3_stmt row = reader.Handle!;

        public override bool Next() => reader.Read();

        public override void Dispose() => reader.Dispose();

        public override bool IsMissing(int column) => raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL;

        public override long Whole(int column) => raw.sqlite3_column_int64(row, column);

        public override double Number(int column) => raw.sqlite3_column_double(row, column);

        public override ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(row, column);
    }

    private sealed class FromAny(DbDataReader reader) : StoreRows
    {
        private byte[] bytes = new byte[1024];

        public override bool Next() => reader.Read();

        public override void Dispose() => reader.Dispose();

        public override bool IsMissing(int column) => reader.IsDBNull(column);

        public override long Whole(int column) => reader.GetInt64(column);

        public override double Number(int column) => reader.GetDouble(column);

        public override ReadOnlySpan<byte> Text(int column)
        {
            string text = reader.GetString(column);
            int most = Encoding.UTF8.GetMaxByteCount(text.Length);
            if (bytes.Length < most) bytes = new byte[most * 2];
            return bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
        }
    }
}
