using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Shiremoot.Storage.Sqlite;

/// <summary>A place's store in one SQLite file. Readers go on reading while one session writes (write-ahead log).</summary>
sealed class SqliteStore : IStore
{
    private readonly string path;
    private readonly string address;

    public SqliteStore(string path)
    {
        this.path = path;
        address = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 900, Pooling = true }.ToString();
    }

    public string ShownAs => $"SQLite file {path}";

    public string? FilePath => path;

    public long Bytes() => new[] { path, path + "-wal" }.Where(File.Exists).Sum(f => new FileInfo(f).Length);

    public DbConnection Open() => OpenFile();

    public IWriteSession BeginWrite() => new SqliteWriteSession(OpenFile());

    public void CopyTo(string target)
    {
        using SqliteConnection from = OpenFile();
        from.Execute("VACUUM INTO @target", new { target });
    }

    public void Dispose()
    {
        using SqliteConnection connection = new(address);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection OpenFile()
    {
        SqliteConnection connection = new(address);
        connection.Open();
        connection.Execute("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;");
        return connection;
    }
}
