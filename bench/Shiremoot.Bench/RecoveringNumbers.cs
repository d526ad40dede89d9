using System.Diagnostics;
using Shiremoot.Tests.Futures.Recovery;

namespace Shiremoot.Bench;

/// <summary>
/// The proof that the picture measures what made the stories: sixty numbers of the model, looked for in the records of five runs. From 92% to 98% of the 300 intervals at 95% must hold the
/// number, and no number may be missed by all five.
/// </summary>
static class RecoveringNumbers
{
    private const int Years = 12;
    private const double Least = 0.92, Most = 0.98;

    public static int Run(string place, int people, ulong firstSeed = 1)
    {
        ulong[] seeds = [.. Enumerable.Range(0, 5).Select(s => firstSeed + (ulong)s)];
        Stopwatch watch = Stopwatch.StartNew();
        Coverage coverage = Coverage.Of(GeneratedRealism.Root(), place, people, Years, seeds, SixtyCoefficients.All, seed => Console.Error.WriteLine($"seed {seed}: {watch.Elapsed.TotalSeconds:0} s"));
        Console.WriteLine($"{place}, {people:N0} people, {Years} years, seeds {seeds[0]} to {seeds[^1]}; {watch.Elapsed.TotalSeconds:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processors\n\n| Number | shown by | made by | seed {seeds[0]} | 95% interval | of | off | held |\n|---|---|---:|---:|---|---:|---:|---:|");
        foreach (CoverageRow row in coverage.Rows)
            Console.WriteLine($"| `{row.Of.Name}` | {row.Of.Shown}{(row.Of.FromLives ? " (lives)" : "")} | {row.Truth:G4} | {row.Found[0].Value:G4} | {row.Found[0].Lower:G4} to {row.Found[0].Upper:G4} | {row.Found[0].Of:N0} | {row.MeanOff:+0.00;-0.00} | {row.Held} of {row.Found.Count} |");
        Console.WriteLine($"\nHeld by seed: {string.Join(", ", coverage.Seeds.Select((s, i) => $"{coverage.Rows.Count(r => r.Found[i].Holds(r.Truth))} of {coverage.Rows.Count}"))}. In all {coverage.Held} of {coverage.Intervals}: {coverage.Share:0.0%}.");
        foreach (CoverageRow never in coverage.NeverHeld) Console.WriteLine($"Never held: {never.Of.Name}");
        // Intervals that hold whatever one likes would prove nothing.
        foreach (double wrong in new[] { 1.1, 1.25, 1.5 })
            Console.WriteLine($"Were each number {wrong - 1:0%} larger, {(double)coverage.Rows.Sum(r => r.Found.Count(f => f.Holds(r.Truth * wrong))) / coverage.Intervals:0%} of the intervals would hold it.");
        bool isMet = coverage.Share is >= Least and <= Most && !coverage.NeverHeld.Any();
        Console.WriteLine(isMet ? "Met." : $"NOT MET: from {Least:0%} to {Most:0%} of intervals are to hold, and each number at least once.");
        return isMet ? 0 : 1;
    }
}
