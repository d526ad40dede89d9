using Dapper;
using Npgsql;

namespace Shiremoot.Tests;

/// <summary>A database of its own in the PostgreSQL that ./test starts, as a team would have; gone at the end.</summary>
sealed class TeamDatabase : IDisposable
{
    private readonly string name = $"team_{Guid.NewGuid():n}";

    public TeamDatabase() => Do(TestStore.PostgresAddress!, $"CREATE DATABASE {name}");

    public string Address => new NpgsqlConnectionStringBuilder(TestStore.PostgresAddress) { Database = name, Pooling = false }.ToString();

    /// <summary>Asks for one value.</summary>
    public T Ask<T>(string sql, object? values = null)
    {
        using NpgsqlConnection connection = new(Address);
        return connection.ExecuteScalar<T>(sql, values)!;
    }

    public void Do(string sql) => Do(Address, sql);

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Do(TestStore.PostgresAddress!, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static void Do(string address, string sql)
    {
        using NpgsqlConnection connection = new(address);
        connection.Execute(sql);
    }
}
