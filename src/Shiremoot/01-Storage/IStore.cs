using System.Data.Common;

namespace Shiremoot.Storage;

/// <summary>
/// One place's store: SQLite (a file beside the place) or PostgreSQL (a schema of its own). Both hold the same tables,
/// made by the same ordered SQL files. Knows no person: rooms bring their own SQL.
/// </summary>
public interface IStore : IDisposable
{
    /// <summary>Where the store is, fit to be shown: never a password.</summary>
    string ShownAs { get; }

    /// <summary>The file it is in, beside which what is made from it may be kept; null for a server.</summary>
    string? FilePath { get; }

    /// <summary>The length of the store on disk in bytes.</summary>
    long Bytes();

    /// <summary>An open connection for reading. Dispose it soon.</summary>
    DbConnection Open();

    /// <summary>
    /// The right to write, held by one session at a time over all processes; waits for its turn.
    /// Nothing it writes can be seen until <see cref="IWriteSession.Commit"/>; a session that dies leaves no trace.
    /// </summary>
    IWriteSession BeginWrite();

    /// <summary>Writes a copy of the whole store, consistent as of one moment, to <paramref name="path"/>.</summary>
    void CopyTo(string path);
}

/// <summary>A transaction with bulk writing.</summary>
public interface IWriteSession : IDisposable
{
    DbConnection Connection { get; }

    DbTransaction Transaction { get; }

    /// <summary>Writes a batch of rows; rows of several tables may be written in turn. Until <see cref="FinishBulk"/> the connection does nothing else.</summary>
    void Write(BulkBatch batch);

    /// <summary>Ends a run of batches, so that the connection may be asked something. Committing does so too.</summary>
    void FinishBulk();

    void Commit();
}
