using System.Diagnostics;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;

namespace Shiremoot.Bench;

/// <summary>Rows and megabytes a second of the reader, against reading lines and splitting them at commas, which guards against nothing.</summary>
internal static class Reading
{
    public static void Run(string csvPath)
    {
        Measure("hash of the file", csvPath, () => (FileSnapshot.Hash(csvPath).IsRefused ? 0 : 1, 0));
        for (int time = 0; time < 3; time++) Measure("reader", csvPath, () => ReadAll(csvPath));
        Measure("ReadLine and Split (naive)", csvPath, () => Naive(csvPath));
    }

    private static (long Rows, long Bytes) ReadAll(string path)
    {
        using TableReader reader = TableReading.Open(path, new FileFormat()).Value;
        long bytes = 0;
        while (reader.Read())
        {
            int fields = reader.FieldCount;
            for (int i = 0; i < fields; i++) bytes += reader.Field(i).Length;
        }

        if (reader.Stopped is { } stopped) throw new InvalidOperationException(stopped.ToString());
        return (reader.Rows, bytes);
    }

    private static (long Rows, long Bytes) Naive(string path)
    {
        using StreamReader reader = new(path);
        long rows = -1, bytes = 0;
        while (reader.ReadLine() is { } line)
        {
            rows++;
            foreach (string field in line.Split(',')) bytes += field.Length;
        }

        return (rows, bytes);
    }

    private static void Measure(string what, string path, Func<(long Rows, long Bytes)> run)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        (long rows, long bytes) = run();
        double seconds = clock.Elapsed.TotalSeconds, megabytes = new FileInfo(path).Length / 1e6;
        process.Refresh();
        double processor = (process.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine($"{what}: {rows:N0} rows, {bytes:N0} bytes of fields, {seconds:0.00} s ({processor:0.00} s of processor, {megabytes / processor:N0} MB/s), {rows / seconds:N0} rows/s, {megabytes / seconds:N0} MB/s, "
            + $"allocated {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6:N1} MB, peak working set {process.PeakWorkingSet64 / 1e6:N0} MB");
    }
}
