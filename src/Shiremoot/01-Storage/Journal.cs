using System.Data.Common;
using Dapper;

namespace Shiremoot.Storage;

/// <summary>The store's journal: lines in order, appended in the same transaction as the act they tell of and never changed. What a line says is not Storage's business.</summary>
public static class Journal
{
    /// <summary>Appends the line that <paramref name="seal"/> makes from the last line (null when there is none).</summary>
    public static void Append(IWriteSession session, Func<string?, string> seal)
    {
        (long Id, string? Line) last = session.Connection.QueryFirstOrDefault<(long, string?)>("SELECT id, line FROM journal ORDER BY id DESC LIMIT 1", transaction: session.Transaction);
        session.Connection.Execute("INSERT INTO journal (id, line) VALUES (@id, @line)", new { id = last.Id + 1, line = seal(last.Line) }, session.Transaction);
    }

    /// <summary>All lines from the first, read as they are asked for.</summary>
    public static IEnumerable<string> Lines(IStore store)
    {
        using DbConnection connection = store.Open();
        foreach (string line in connection.Query<string>("SELECT line FROM journal ORDER BY id", buffered: false)) yield return line;
    }

    /// <summary>The latest lines, the last first.</summary>
    public static IReadOnlyList<string> Latest(IStore store, int most)
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<string>("SELECT line FROM journal ORDER BY id DESC LIMIT @most", new { most })];
    }
}
