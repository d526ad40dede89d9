using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Shiremoot.Intake.Mapping;
using Shiremoot.Storage;

namespace Shiremoot.Intake;

/// <summary>
/// Moves rows from file to store on two threads: one reads, checks and maps, the other writes. A few batches go round between them, so memory
/// does not grow with the file.
/// </summary>
static class Pump
{
    private const int BatchesInFlight = 3;
    private const long RowsBetweenReports = 50_000;

    public static void Run(TableReader reader, RowMapper mapper, IWriteSession session, string feed, IProgress<Progress>? progress)
    {
        using BlockingCollection<RowOutputs> empty = [];
        using BlockingCollection<RowOutputs> full = [];
        for (int i = 0; i < BatchesInFlight; i++) empty.Add(new RowOutputs());
        Exception? failed = null;
        Thread writer = new(() =>
        {
            try
            {
                Write(full, empty, session);
            }
            catch (Exception wrong)
            {
                failed = wrong;
                empty.CompleteAdding();
            }
        })
        { Name = "store writer", IsBackground = true };
        writer.Start();
        try
        {
            Read(reader, mapper, feed, progress, empty, full);
        }
        catch (InvalidOperationException) when (failed is not null)
        {
            // The writer stopped and closed the way back; what it met is thrown below.
        }
        finally
        {
            full.CompleteAdding();
            writer.Join();
        }
        if (failed is not null) ExceptionDispatchInfo.Throw(failed);
    }

    private static void Read(TableReader reader, RowMapper mapper, string feed, IProgress<Progress>? progress, BlockingCollection<RowOutputs> empty, BlockingCollection<RowOutputs> full)
    {
        RowOutputs outputs = empty.Take();
        while (reader.Read())
        {
            mapper.Map(reader, outputs);
            if (mapper.RowsIn % RowsBetweenReports == 0) progress?.Report(new Progress(feed, mapper.RowsIn, reader.BytesRead, reader.BytesTotal));
            if (!outputs.IsFull) continue;
            full.Add(outputs);
            outputs = empty.Take();
        }
        full.Add(outputs);
        progress?.Report(new Progress(feed, mapper.RowsIn, reader.BytesRead, reader.BytesTotal));
    }

    private static void Write(BlockingCollection<RowOutputs> full, BlockingCollection<RowOutputs> empty, IWriteSession session)
    {
        foreach (RowOutputs outputs in full.GetConsumingEnumerable())
        {
            foreach (BulkBatch batch in outputs.All) session.Write(batch);
            outputs.Clear();
            empty.Add(outputs);
        }
        session.FinishBulk();
    }
}
