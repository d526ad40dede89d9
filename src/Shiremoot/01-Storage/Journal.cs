using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Shiremoot.Storage;

/// <summary>One line of the journal.</summary>
public sealed record JournalEntry(long Id, string At, string Kind, string Body, string Hash);

/// <summary>
/// The store's journal: what was done, in order, never changed. Each entry carries a SHA-256 over itself and the entry before it,
/// so that a changed, removed or moved entry is found. Written in the same transaction as the act.
/// </summary>
public static class Journal
{
    /// <summary>Appends an entry inside a write session.</summary>
    public static void Append(IWriteSession session, TimeProvider clock, string kind, string body)
    {
        JournalEntry? last = session.Connection.QueryFirstOrDefault<JournalEntry>("SELECT id, at, kind, body, hash FROM journal ORDER BY id DESC LIMIT 1", transaction: session.Transaction);
        string at = clock.GetUtcNow().ToString("O");
        long id = (last?.Id ?? 0) + 1;
        string hash = HashOf(id, at, kind, body, last?.Hash ?? "");
        session.Connection.Execute("INSERT INTO journal (id, at, kind, body, hash) VALUES (@id, @at, @kind, @body, @hash)", new { id, at, kind, body, hash }, session.Transaction);
    }

    /// <summary>The entries of a kind (all kinds when null), the latest first.</summary>
    public static IReadOnlyList<JournalEntry> Latest(IStore store, string? kind, int most)
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<JournalEntry>("SELECT id, at, kind, body, hash FROM journal WHERE @kind IS NULL OR kind = @kind ORDER BY id DESC LIMIT @most", new { kind, most })];
    }

    /// <summary>The first entry that is not as it was written, or null if the whole journal holds.</summary>
    public static long? FirstBroken(IStore store)
    {
        using DbConnection connection = store.Open();
        string before = "";
        long expected = 1;
        foreach (JournalEntry entry in connection.Query<JournalEntry>("SELECT id, at, kind, body, hash FROM journal ORDER BY id", buffered: false))
        {
            if (entry.Id != expected || entry.Hash != HashOf(entry.Id, entry.At, entry.Kind, entry.Body, before)) return expected;
            (before, expected) = (entry.Hash, expected + 1);
        }
        return null;
    }

    // Length-prefixed parts, so that no two entries have the same bytes.
    private static string HashOf(long id, string at, string kind, string body, string before)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, id);
        hash.AppendData(number);
        foreach (string part in (string[])[at, kind, body, before])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
