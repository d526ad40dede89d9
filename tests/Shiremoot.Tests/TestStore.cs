using Npgsql;
using Shiremoot.Storage;
using Xunit;

namespace Shiremoot.Tests;

/// <summary>A store of each kind to test on: a SQLite file of its own, or a schema of its own in the PostgreSQL that ./test starts. Both are real.</summary>
sealed class TestStore : IDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    private readonly List<IStore> opened = [];
    private readonly string name = $"t{Guid.NewGuid():n}";
    private readonly string kind;

    public TestStore(string kind) => this.kind = kind;

    /// <summary>The address of the PostgreSQL to test on, or null.</summary>
    public static string? PostgresAddress => Environment.GetEnvironmentVariable("SHIREMOOT_TEST_POSTGRES") is { Length: > 0 } address ? address : null;

    /// <summary>The kinds that can be tested here; PostgreSQL is left out, and one test says it was skipped, where none is named.</summary>
    public static TheoryData<string> Kinds => PostgresAddress is null ? [Sqlite] : [Sqlite, Postgres];

    public string Address => kind == Sqlite ? Path.Combine(Path.GetTempPath(), $"shiremoot-{name}.db") : PostgresAddress!;

    public string Schema => name;

    public IStore Open()
    {
        IStore store = Stores.Open(Address, Schema, TimeProvider.System).Value;
        opened.Add(store);
        return store;
    }

    public void Dispose()
    {
        foreach (IStore store in opened) store.Dispose();
        if (kind == Sqlite)
        {
            foreach (string end in (string[])["", "-wal", "-shm", ".stories"]) File.Delete(Address + end);
            return;
        }
        using NpgsqlConnection connection = new(Address);
        connection.Open();
        using NpgsqlCommand drop = new($"DROP SCHEMA IF EXISTS \"shiremoot_{name}\" CASCADE", connection);
        drop.ExecuteNonQuery();
    }
}

/// <summary>A test that needs PostgreSQL: skipped, and counted as such, where ./test did not start one.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestStore.PostgresAddress is null ? "PostgreSQL not present" : null;
}
