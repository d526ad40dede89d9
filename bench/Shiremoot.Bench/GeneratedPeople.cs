namespace Shiremoot.Bench;

/// <summary>Making people of the West Midlands with all their extracts: processor time, peak memory and what was written, by number of people.</summary>
static class GeneratedPeople
{
    public static void Run(IReadOnlyList<long> sizes)
    {
        Console.WriteLine("| People x 6 years | CPU s | s | peak MB | MB written |\n|---:|---:|---:|---:|---:|");
        foreach (long people in sizes)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("shiremoot-people");
            try
            {
                string program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Shiremoot.Cli", "release", "Shiremoot.Cli.dll");
                Measured run = Measured.Run(Environment.ProcessPath!, [program, "generate", Path.Combine(GeneratedRealism.Root(), "places", "west-midlands"), "--people", $"{people}", "--years", "6", "--seed", "1", "--out", folder.FullName]);
                Console.WriteLine($"| {people:N0} | {run.CpuSeconds:N1} | {run.Seconds:N1} | {run.PeakKilobytes / 1024.0:N0} | {folder.EnumerateFiles().Sum(f => f.Length) / 1e6:N0} |");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }
}
