using System.Diagnostics;
using NodaTime;
using Shiremoot.Intake;
using Shiremoot.Intake.Mapping;
using Shiremoot.Storage;

namespace Shiremoot.Bench;

/// <summary>Processor time of each part of intake, user and system: the hash, the reader, the mapping, the whole. The machine may be shared, so the clock is not asked.</summary>
static class IntakeParts
{
    public static void Run(int rows)
    {
        string folder = Directory.CreateTempSubdirectory("shiremoot-parts-").FullName;
        try
        {
            string file = Path.Combine(folder, "arrests.csv");
            ArrestsFile.WritePlace(folder);
            ArrestsFile.Write(file, rows);
            Feed feed = FeedFile.Read(Path.Combine(folder, "feeds", "arrests.yaml"), "arrests.yaml").Value;
            Console.WriteLine($"{rows:N0} rows, 20 columns, {new FileInfo(file).Length / 1e6:N0} MB; seconds of processor for a million rows");
            for (int round = 0; round < 3; round++)
            {
                double hash = Seconds(() => _ = FileSnapshot.Hash(file).Value), read = Seconds(() => Read(file)), map = Seconds(() => Map(feed, file)), whole = Seconds(() => TakeIn(feed, file, Path.Combine(folder, $"{round}.db")));
                double million = 1e6 / rows;
                Console.WriteLine($"hash {hash * million:0.00}, reader {read * million:0.00}, mapping {(map - read) * million:0.00}, store and the rest {(whole - map - hash) * million:0.00}, whole {whole * million:0.00}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Read(string file)
    {
        using TableReader reader = TableReading.Open(file, new FileFormat()).Value;
        while (reader.Read())
        {
        }
    }

    private static void Map(Feed feed, string file)
    {
        using TableReader reader = TableReading.Open(file, feed.Format).Value;
        RowMapper mapper = new(FeedPlan.Bind(feed, reader.Headers, (_, _) => null, new LocalDate(2025, 1, 1)).Value, 1, reader.Headers);
        RowOutputs outputs = new();
        while (reader.Read())
        {
            mapper.Map(reader, outputs);
            if (outputs.IsFull) outputs.Clear();
        }
    }

    private static void TakeIn(Feed feed, string file, string at)
    {
        using IStore store = Stores.Open(at, "bench", TimeProvider.System).Value;
        _ = TakingIn.Load(store, feed, file, new TakingInOptions { Clock = TimeProvider.System, Areas = (_, _) => null }).Value;
    }

    private static double Seconds(Action action)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
