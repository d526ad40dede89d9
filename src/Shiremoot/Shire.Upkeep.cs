using System.Data.Common;
using Dapper;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>How much a store holds. Rows of tables, not people.</summary>
public sealed record StoreContents(long Loads, long Rows, long Bytes);

public sealed partial class Shire
{
    public StoreContents Contents() => ContentsOf(Store);

    /// <summary>Writes a copy of the store, consistent as of one moment, to a new SQLite file, and reads it back to see that it is whole.</summary>
    public Outcome<StoreContents> Backup(string path)
    {
        if (File.Exists(path)) return Refusals.FileExists(path);
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) return Refusals.NoFolderFor(path);
        string unfinished = path + ".unfinished";
        File.Delete(unfinished);
        using (IWriteSession session = Store.BeginWrite())
        {
            Auditing.Write(session, options.Clock, Auditing.Upkeep, "disclose", "backup of the whole store", null);
            session.Commit();
        }
        Store.CopyTo(unfinished);
        Outcome<StoreContents> copied = InFile(unfinished, ContentsOf);
        if (copied.IsRefused) return copied;
        File.Move(unfinished, path);
        return copied;
    }

    /// <summary>Puts a backup in the place of what the store holds, all of it or none of it.</summary>
    public Outcome<StoreContents> Restore(string path)
    {
        if (!File.Exists(path)) return Refusals.NoBackup(path);
        return InFile(path, backup =>
        {
            StoreCopy.Into(backup, Store, session => Auditing.Write(session, options.Clock, Auditing.Upkeep, "alter", "restored the whole store from a backup", null));
            return WithoutSnapshot(Contents());
        });
    }

    // Opened as a copy, since opening may upgrade the file and a backup is never changed.
    private Outcome<StoreContents> InFile(string path, Func<IStore, StoreContents> work)
    {
        string copy = Path.Combine(Path.GetTempPath(), $"shiremoot-{Guid.NewGuid():n}.db");
        try
        {
            File.Copy(path, copy);
            Outcome<IStore> opened = Stores.Open(copy, "", options.Clock);
            if (opened.Refused(out _, out IStore? backup)) return Refusals.NotABackup(path);
            using (backup) return work(backup);
        }
        finally
        {
            foreach (string end in (string[])["", "-wal", "-shm"]) File.Delete(copy + end);
        }
    }

    private static StoreContents ContentsOf(IStore store)
    {
        using DbConnection connection = store.Open();
        long rows = StoreTables.All.Where(t => t != StoreTables.Load).Sum(t => connection.ExecuteScalar<long>($"SELECT count(*) FROM {t.Name}"));
        return new StoreContents(connection.ExecuteScalar<long>("SELECT count(*) FROM load"), rows, store.Bytes());
    }
}
