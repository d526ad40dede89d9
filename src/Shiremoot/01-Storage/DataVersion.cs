using System.Data.Common;
using Dapper;

namespace Shiremoot.Storage;

/// <summary>A number that goes up whenever a store's data in use changes.</summary>
public static class DataVersion
{
    /// <summary>The version now.</summary>
    public static long Of(IStore store)
    {
        using DbConnection connection = store.Open();
        return connection.ExecuteScalar<long>("SELECT version FROM data_version");
    }

    /// <summary>Goes up by one, inside the session that changes the data.</summary>
    public static void GoUp(IWriteSession session) => session.Connection.Execute("UPDATE data_version SET version = version + 1", transaction: session.Transaction);
}
