using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Shiremoot.Records.StoriesReading;

/// <summary>The rows of a query, with text as the bytes the store holds: no string is made for a value.</summary>
abstract class StoreRows : IDisposable
{
    public abstract bool Next();

    public abstract bool IsMissing(int column);

    public abstract long Whole(int column);

    public abstract double Number(int column);

    /// <summary>The bytes of a text, valid until the next row; none where it is missing.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    public abstract void Dispose();

    /// <summary>The rows a query gives for the ids from one up to another, which stand in it as {from} and {until}.</summary>
    public static StoreRows Of(DbConnection connection, DbTransaction moment, string sql, long from, long until)
    {
        string bound = sql.Replace("{from}", from.ToString(CultureInfo.InvariantCulture)).Replace("{until}", until.ToString(CultureInfo.InvariantCulture));
        if (connection is NpgsqlConnection postgres) return new CopyRows(postgres.BeginRawBinaryCopy($"COPY ({bound}) TO STDOUT (FORMAT BINARY)"));
        SqliteCommand command = (SqliteCommand)connection.CreateCommand();
        command.Transaction = (SqliteTransaction)moment;
        command.CommandText = bound;
        return new FromSqlite(command, command.ExecuteReader());
    }

    private sealed class FromSqlite(SqliteCommand command, SqliteDataReader reader) : StoreRows
    {
        private readonly sqlite3_stmt row = reader.Handle!;

        public override bool Next() => reader.Read();

        public override bool IsMissing(int column) => raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL;

        public override long Whole(int column) => raw.sqlite3_column_int64(row, column);

        public override double Number(int column) => raw.sqlite3_column_double(row, column);

        public override ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(row, column);

        public override void Dispose()
        {
            reader.Dispose();
            command.Dispose();
        }
    }
}
