using System.Diagnostics;

namespace Shiremoot.Bench;

/// <summary>A command run as a whole process: how long it took and the most memory it held.</summary>
sealed record Measured(double Seconds, long PeakKilobytes)
{
    /// <summary>Processor time of all its threads.</summary>
    public double CpuSeconds { get; init; }

    public static Measured Run(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(20)) peak = Math.Max(peak, Peak(process.Id));
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {errors.Result}");
        return new Measured(watch.Elapsed.TotalSeconds, peak) { CpuSeconds = process.TotalProcessorTime.TotalSeconds };
    }

    // The kernel keeps the high-water mark of resident memory for each process.
    private static long Peak(int process)
    {
        try
        {
            string line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
