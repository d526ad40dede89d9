using System.Collections.Concurrent;
using System.Diagnostics;

namespace Shiremoot.Tests.Cli;

/// <summary>A command that goes on until it is stopped: what it says on standard error can be waited for, and it can be killed.</summary>
sealed class RunningCommand : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly BlockingCollection<string> lines = [];

    public RunningCommand(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [CommandLine.Program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment.Remove("SHIREMOOT_STORE");
        start.Environment["SHIREMOOT_WORK_PACE"] = CommandLine.WorkPace;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text) lines.Add(text);
            else lines.CompleteAdding();
        };
        process.BeginErrorReadLine();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    /// <summary>Waits for a line that holds some words.</summary>
    public string Says(string words)
    {
        List<string> before = [];
        while (lines.TryTake(out string? line, Longest))
        {
            if (line.Contains(words, StringComparison.Ordinal)) return line;
            before.Add(line);
        }
        throw new TimeoutException($"It never said '{words}', but: {string.Join(" | ", before)}");
    }

    /// <summary>Holds it where it is, until it is told to go on or killed.</summary>
    public void Hold() => Signal("STOP");

    public void GoOn() => Signal("CONT");

    /// <summary>Ends it as kill -9 does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
        lines.Dispose();
    }

    private void Signal(string name)
    {
        using Process kill = Process.Start("sh", ["-c", $"kill -{name} {process.Id}"]);
        kill.WaitForExit();
    }
}
