using System.Diagnostics;
using System.Globalization;
using Shiremoot.Futures;

namespace Shiremoot.Bench;

/// <summary>A whole place by the people engine, with all that its people differ by: what a move takes, and how its yearly figures lie beside its targets.</summary>
static class SimulatedPlace
{
    public static int Run(string place, int runs)
    {
        SystemModel model = Shire.FutureModel(place).Value.Today().Value;
        SimulatedRuns done = null!;
        for (int threads = 1; threads <= 2; threads++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            Stopwatch watch = Stopwatch.StartNew();
            done = Simulation.Run(model, new() { Runs = runs, Threads = threads, WarmUpYears = 30 }).Value;
            double cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Print($"{runs} runs of 40 years on {threads} threads: {done.Moves:N0} moves in {cpu:0.00} CPU s ({watch.Elapsed.TotalSeconds:0.00} s): {done.Moves / cpu / 1e6:0.00} million a CPU second; {done.BytesPerPerson:0} bytes a person; {model.Arrivals!.PerYear:N0} people a year");
        }
        for (int s = 0; s < done.Stages.Count; s++)
        {
            double[] entries = [.. Enumerable.Range(0, done.Groups.Count).Select(g => done.Sums(SimulatedFigure.Entries, done.Row(s, g), 0, 10).Average() / 10)];
            double days = Enumerable.Range(0, done.Groups.Count).Sum(g => done.Sums(SimulatedFigure.Days, done.Row(s, g), 0, 10).Average() / 3650);
            Print($"  {done.Stages[s],-50} {entries.Sum(),10:N1} a year, {days,10:N1} people at once; by group {string.Join(", ", entries.Select(e => e.ToString("N0", CultureInfo.InvariantCulture)))}");
        }
        return 0;
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
