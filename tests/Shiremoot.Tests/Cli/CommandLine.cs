using System.Diagnostics;
using System.Text.Json;

namespace Shiremoot.Tests.Cli;

/// <summary>The command line, run as people run it: a program with arguments, an exit code, and two streams.</summary>
static class CommandLine
{
    public static string Program { get; } = Path.Combine(
        TestData.Root, "artifacts", "bin", "Shiremoot.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Shiremoot.Cli.dll");

    /// <summary>Workers here share one machine, and need not wait for one another as long as those of a team.</summary>
    public const string WorkPace = "0.4";

    public static Ended Run(params string[] arguments) => RunWith(null, arguments);

    public static Ended RunWith(string? input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        start.Environment.Remove("SHIREMOOT_STORE");
        start.Environment["SHIREMOOT_WORK_PACE"] = WorkPace;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ended(process.ExitCode, output, errors.Result);
    }
}

/// <summary>How a command ended.</summary>
sealed record Ended(int Code, string Output, string Errors)
{
    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
