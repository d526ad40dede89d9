using System.ComponentModel;
using System.Diagnostics;

namespace Shiremoot.Bench;

/// <summary>Runs a script in R, where R is there.</summary>
static class BesideR
{
    /// <summary>What the script says, in words; null, with the reason told, where R or a package of it is missing.</summary>
    /// <param name="script">The script; it reads the file's path as commandArgs(TRUE)[1].</param>
    /// <param name="write">Writes the file it reads.</param>
    public static string[]? Ask(string script, Action<StreamWriter> write)
    {
        string folder = Directory.CreateTempSubdirectory("shiremoot-bench-").FullName;
        try
        {
            (string data, string code) = (Path.Combine(folder, "rows.csv"), Path.Combine(folder, "ask.R"));
            using (StreamWriter file = new(data)) write(file);
            File.WriteAllText(code, script);
            return Run(code, data)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a script says when it is given one argument; null, with the reason told, where R or a package of it is missing.</summary>
    public static string? Run(string code, string argument)
    {
        try
        {
            ProcessStartInfo start = new("Rscript", [code, argument]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using Process r = Process.Start(start)!;
            Task<string> errors = r.StandardError.ReadToEndAsync();
            string said = r.StandardOutput.ReadToEnd();
            r.WaitForExit();
            if (r.ExitCode == 0) return said;
            Console.WriteLine($"\nR could not be compared: {errors.Result}");
            return null;
        }
        catch (Win32Exception gone)
        {
            Console.WriteLine($"\nR is not here to be compared: {gone.Message}");
            return null;
        }
    }
}
