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
        if (File.Exists(path)) return new Refusal("SHIRE-03", $"{path} exists already.", "Name a file that does not exist; a backup never writes over another.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) return new Refusal("SHIRE-04", $"The folder of {path} does not exist.", "Make the folder first.");
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
        if (!File.Exists(path)) return new Refusal("SHIRE-05", $"There is no file {path}.", "Name a file that 'backup' wrote.");
        return InFile(path, backup =>
        {
            StoreCopy.Into(backup, Store, session => Auditing.Write(session, options.Clock, Auditing.Upkeep, "alter", "restored the whole store from a backup", null));
            return Contents();
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
            if (opened.Refused(out _, out IStore? backup)) return new Refusal("SHIRE-06", $"{path} is not a whole Shiremoot backup.", "Choose a file that 'backup' wrote and that was copied in full.");
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
