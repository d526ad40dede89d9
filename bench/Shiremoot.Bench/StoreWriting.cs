using System.Diagnostics;
using System.Text;
using Shiremoot.Storage;

namespace Shiremoot.Bench;

/// <summary>How fast rows go into a store, without a file to read: the ceiling of intake.</summary>
static class StoreWriting
{
    public static void Run(string address, int rows)
    {
        using IStore store = Stores.Open(address, "bench", TimeProvider.System).Value;
        BulkBatch batch = new(StoreTables.Event);
        byte[][] texts = [.. Enumerable.Range(0, 64).Select(i => Encoding.UTF8.GetBytes($"value {i}"))];
        byte[] attributes = Encoding.UTF8.GetBytes("{\"arrest_id\":\"A00000000\",\"forename\":\"Ann\",\"surname\":\"Smith\",\"pnc\":\"2000/0000000K\",\"offence_text\":\"Theft, from shop 0\"}");
        Stopwatch watch = Stopwatch.StartNew();
        using IWriteSession session = store.BeginWrite();
        long load = 1;
        for (int i = 0; i < rows; i++)
        {
            batch.Whole(RowId.Of(load, i));
            batch.Text(texts[0]);
            batch.Text(texts[i & 63]);
            batch.Text(texts[1]);
            batch.Whole(i);
            batch.Null();
            batch.Whole(i);
            batch.Null();
            for (int k = 0; k < 4; k++) batch.Text(texts[(i + k) & 63]);
            batch.Number(i);
            batch.Text(texts[i & 63]);
            batch.Null();
            batch.Text(attributes);
            if (batch.Rows < 16384) continue;
            session.Write(batch);
            batch.Clear();
        }
        session.Write(batch);
        long written = watch.ElapsedMilliseconds;
        session.Commit();
        Console.WriteLine($"{store.ShownAs}: {rows:N0} events, written in {written:N0} ms, committed at {watch.ElapsedMilliseconds:N0} ms");
    }
}
